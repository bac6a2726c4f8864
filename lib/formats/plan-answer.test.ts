import { describe, expect, it } from 'vitest'
import type { Issue } from '@/lib/core/issue'
import { notate } from '@/lib/core/notation'
import { answerPlan } from '@/lib/flows/answer-plan'
import { planAnswer, refusal } from '@/lib/formats/plan-answer'
import { planAnswerSchema } from '@/lib/formats/plan-answer-schema'

const HASH = `sha256:${'0'.repeat(64)}`
const clock = () => 0

type Json = Record<string, unknown>

const held = (
  account: string,
  symbol: string,
  assetClass: string,
  quantity: string,
  price: string,
  more: Json = {},
) => ({
  ...{ account, symbol, class: assetClass, quantity, price, ...more },
})

const request = (more: Json = {}) => ({
  asOf: '2026-11-20',
  accounts: [
    { id: 'ira', tax: 'deferred', cash: '300.10', reserve: '50' },
    { id: 'broker', tax: 'taxable', cash: '12.34' },
  ],
  holdings: [
    held('ira', 'VTI', 'growth', '10', '100'),
    held('ira', 'TLT', 'longBonds', '0', '90'),
    held('broker', 'VTI', 'growth', '5.5', '100', {
      lots: [{ id: 'old', quantity: '5.5', unitCost: '60', acquired: '2020-01-02' }],
    }),
  ],
  targets: { growth: 5000, longBonds: 5000 },
  ...more,
})

const answer = (json: unknown) => answerPlan(JSON.stringify(json), { clock })

describe('an answer', () => {
  const whole = answer(request())

  it('has the published form', () => {
    expect(planAnswerSchema.safeParse(whole).error).toBeUndefined()
    expect(whole.total).toBe('1862.44')
    expect(whole.trades.length).toBeGreaterThan(0)
  })

  it('accounts for every cent of cash', () => {
    const cents = (text: string | undefined): number => Math.round(Number(text) * 100)
    for (const { id, cash } of [
      { id: 'ira', cash: '300.10' },
      { id: 'broker', cash: '12.34' },
    ]) {
      const moved = whole.trades
        .filter((trade) => trade.account === id)
        .reduce((total, { side, value }) => total + (side === 'sell' ? 1 : -1) * cents(value), 0)
      expect(cents(whole.after?.cash[id])).toBe(cents(cash) + moved)
    }
  })

  it('gives the classes in basis points of everything, by what is held after the trades', () => {
    const after = { VTI: 15.5, TLT: 0 }
    for (const { symbol, side, quantity } of whole.trades) {
      after[symbol as 'VTI' | 'TLT'] += (side === 'buy' ? 1 : -1) * Number(quantity)
    }
    expect(whole.after?.classes).toMatchObject({
      growth: Math.round((after.VTI * 100 * 10_000) / 1862.44),
      longBonds: Math.round((after.TLT * 90 * 10_000) / 1862.44),
      moneyFunds: 0,
    })
  })

  it('counts all cash, the reserve included, where cash counts', () => {
    const { after } = answer(request({ cashCountsAs: 'moneyFunds', targets: { growth: 10_000 } }))
    const cash = Number(after?.cash.ira) + Number(after?.cash.broker)
    expect(after?.classes.moneyFunds).toBe(Math.round((cash * 10_000) / 1862.44))
  })

  it('is the same for every order of the rows', () => {
    const { accounts, holdings } = request()
    const turned = answer(request({ accounts: accounts.toReversed(), holdings: holdings.toReversed() }))
    const ordered = ({ issues, prices, ...rest }: typeof whole) => ({ ...rest, count: [issues.length, prices.length] })
    expect(ordered(turned)).toEqual(ordered(whole))
  })

  it('names what was passed over beside the plan', () => {
    expect(answer(request({ colour: 'green' })).issues).toContainEqual({
      ...{ code: 'field.unknown', severity: 'warning', subject: 'request', path: 'colour' },
      ...{ message: 'request: colour is not a field of this format and was not read.', values: { field: 'colour' } },
    })
  })

  it('cuts a deadline to what is granted, under the same hash', () => {
    const text = JSON.stringify(request({ deadlineMs: 60_000 }))
    const cut = answerPlan(text, { clock, longestDeadline: 1 })
    expect(cut.inputHash).toBe(answerPlan(text, { clock }).inputHash)
  })
})

describe('an issue of the plan', () => {
  const snapshot = notate('ira deferred; VTI growth 1 @ 1; broker taxable; TLT longBonds 1 @ 1')
  const pathOf = (issue: Partial<Issue>) => {
    const told: Issue = { code: 'lots.missing', severity: 'warning', subject: 'X', ...issue }
    return planAnswer(snapshot, { status: 'invalid', plan: null, issues: [told] }, [], HASH).issues[0]?.path
  }

  it.each<[Partial<Issue>, string]>([
    [{ code: 'lots.missing', holdingId: 'broker/TLT', accountId: 'broker' }, 'holdings[1].lots'],
    [{ code: 'price.notPositive', holdingId: 'ira/VTI' }, 'holdings[0].price'],
    [{ code: 'holding.duplicate', holdingId: 'ira/VTI' }, 'holdings[0]'],
    [{ code: 'cash.short', accountId: 'broker' }, 'accounts[1].cash'],
    [{ code: 'plan.outsideBand', subject: 'growth' }, 'targets.growth'],
    [{ code: 'targets.total', subject: 'targets' }, 'targets'],
    [{ code: 'portfolio.empty', subject: 'portfolio' }, ''],
    [{ code: 'lots.missing', holdingId: 'gone' }, ''],
  ])('%j points to %j', (issue, path) => {
    expect(pathOf(issue)).toBe(path)
  })
})

it('is in the published form without a plan, too', () => {
  expect(planAnswerSchema.safeParse(refusal([], HASH)).error).toBeUndefined()
  expect(planAnswerSchema.safeParse(answer({})).error).toBeUndefined()
  expect(answer({})).toMatchObject({ status: 'invalid', total: null, objective: null, trades: [], after: null })
})
