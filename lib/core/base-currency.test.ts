import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  accountInBase,
  type Basis,
  hasUncountedCash,
  holdingInBase,
  lacksRate,
  ratesOf,
} from '@/lib/core/base-currency'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan } from '@/lib/core/plan'
import { checkPlanInput } from '@/lib/core/plan-input'
import type { Account, Holding, Snapshot } from '@/lib/core/portfolio'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { anyFxRate, anyMixed, anyMoneyCurrency, anyQuotes } from '@/lib/core/random-rates'
import { agedRates, diffInputs } from '@/lib/core/snapshot-diff'
import { absolute, cents, fxRate, type IsoDate, ONE, sum, unitPrice } from '@/lib/core/units'
import { breakdown, holdingValue } from '@/lib/core/valuation'

const day = '2026-11-20' as IsoDate
const toDollars: Basis = {
  currency: 'USD',
  rates: [
    { currency: 'GBP', quote: 'USD', date: day, source: 'manual', rate: fxRate((13125n * ONE) / 10_000n) },
    { currency: 'EUR', quote: 'USD', date: day, source: 'ecb', rate: fxRate((11n * ONE) / 10n) },
  ],
}
const book = notate('bank taxable cash 1000.01 reserve 100; VOD growth 300 @ 1234.5 lot 100 @ 800 2020-01-02')
const [account] = book.accounts as [Account]
const [vod] = book.holdings as [Holding]

describe('holdingInBase', () => {
  it('converts the price and the costs of the lots, and keeps how it is quoted', () => {
    const converted = holdingInBase(vod, 'GBX', toDollars)
    expect(converted.price).toBe((162028125n * ONE) / 10_000_000n)
    expect(converted.lots[0]?.unitCost).toBe((105n * ONE) / 10n)
    expect(converted.quoted).toEqual({
      ...{ currency: 'GBX', price: vod.price, rate: (13125n * ONE) / 1_000_000n },
      ...{ ratedOn: day, source: 'manual' },
    })
  })

  it('has no price and no lots without a rate, and says why', () => {
    const converted = holdingInBase(vod, 'JPY', toDollars)
    expect([converted.price, converted.lots, lacksRate(converted)]).toEqual([null, [], true])
    expect(converted.quoted).toEqual({ currency: 'JPY', price: vod.price, rate: null, ratedOn: null, source: null })
    expect(breakdown({ ...book, holdings: [converted] }).unpriced).toEqual([converted])
  })

  it('leaves what stands in the base currency alone, whatever the rates', () => {
    fc.assert(
      fc.property(anySnapshot, anyQuotes, anyMoneyCurrency, (snapshot, rates, currency) => {
        for (const h of snapshot.holdings) expect(holdingInBase(h, currency, { currency, rates })).toBe(h)
        for (const a of snapshot.accounts) expect(accountInBase(a, currency, { currency, rates })).toBe(a)
      }),
    )
  })

  it('scales: at a rate that doubles, prices and costs double', () => {
    fc.assert(
      fc.property(anySnapshot, fc.integer({ min: 1, max: 1_000_000 }), (snapshot, hundredths) => {
        const at = (rate: bigint): Basis => ({
          currency: 'USD',
          rates: [{ currency: 'EUR', quote: 'USD', date: day, source: 'manual', rate: fxRate(rate) }],
        })
        const rate = (BigInt(hundredths) * ONE) / 100n
        for (const h of snapshot.holdings) {
          const [once, twice] = [holdingInBase(h, 'EUR', at(rate)), holdingInBase(h, 'EUR', at(2n * rate))]
          expect(twice.price).toBe(2n * (once.price ?? 0n))
          expect(twice.lots.map((lot) => lot.unitCost)).toEqual(once.lots.map((lot) => 2n * lot.unitCost))
        }
      }),
    )
  })

  it('comes back to the same price by the inverse rate, but for the last digits', () => {
    fc.assert(
      fc.property(anyFxRate, fc.bigInt({ min: 1n, max: 10n ** 24n }), (rate, price) => {
        const rates = [{ currency: 'EUR', quote: 'USD', date: day, source: 'manual', rate } as const]
        const there = holdingInBase({ ...vod, price: unitPrice(price) }, 'EUR', { currency: 'USD', rates })
        const { quoted: _, ...plain } = there
        const back = holdingInBase(plain, 'USD', { currency: 'EUR', rates })
        // Half of 10^-18 at each of three roundings, grown by the price or by the inverse of the rate.
        const slack = price / ONE + (price * rate) / (ONE * ONE) + (ONE * ONE) / rate / ONE + 2n
        expect(absolute((back.price ?? 0n) - price)).toBeLessThanOrEqual(slack)
      }),
    )
  })
})

describe('accountInBase', () => {
  it('rounds cash and reserve to cents once', () => {
    expect(accountInBase(account, 'EUR', toDollars)).toMatchObject({
      ...{ cash: 110_001n, reserve: 11_000n },
      quoted: { currency: 'EUR', cash: 100_001n, reserve: 10_000n, source: 'ecb' },
    })
  })

  it('counts nothing without a rate', () => {
    const converted = accountInBase(account, 'CNY', toDollars)
    expect([converted.cash, converted.reserve, hasUncountedCash(converted)]).toEqual([0n, 0n, true])
    expect(hasUncountedCash(accountInBase({ ...account, cash: cents(0n) }, 'CNY', toDollars))).toBe(false)
  })
})

describe('a plan of a book in several currencies', () => {
  it('keeps every identity of a plan, in the base currency', () => {
    fc.assert(
      fc.property(anyMixed, anyPolicy, (snapshot, policy) => {
        const { plan } = buildPlan(snapshot, policy)
        if (!plan) return
        const flow = sum(policy.cashFlows.map((f) => f.amount))
        expect(plan.before.total - flow).toBe(breakdown(snapshot).total)
        expect(plan.after.total).toBe(plan.before.total - plan.costs)
        const prices = new Map(snapshot.holdings.map((h) => [h.id, h.price]))
        for (const trade of plan.trades) expect(trade.price).toBe(prices.get(trade.holdingId))
        expect(sum(plan.trades.map((t) => t.value))).toBe(plan.turnover)
        for (const { id } of snapshot.accounts) expect(plan.cashAfter[id]).toBeDefined()
      }),
      { numRuns: 60 },
    )
  })

  it('is worth what its rows are worth', () => {
    fc.assert(
      fc.property(anyMixed, (snapshot) => {
        const held = sum(snapshot.holdings.map((h) => holdingValue(h) ?? 0n))
        expect(breakdown(snapshot).total).toBe(held + sum(snapshot.accounts.map((a) => a.cash)))
      }),
    )
  })

  it('tells each rate once', () => {
    const mixed = {
      accounts: [accountInBase(account, 'EUR', toDollars), { ...account, id: 'b' }],
      holdings: [holdingInBase(vod, 'GBX', toDollars), holdingInBase({ ...vod, id: 'x' }, 'GBX', toDollars)],
    }
    expect(ratesOf(mixed).map(({ currency, source }) => [currency, source])).toEqual([
      ['EUR', 'ecb'],
      ['GBX', 'manual'],
    ])
  })
})

describe('a plan refuses', () => {
  const listed = notate('bank taxable cash 100; VOD growth 0 @ 1; B longBonds 5 @ 1').holdings[0] as Holding
  const policy = { ...examplePolicy(), asOf: day, maxPriceAge: 7 }
  const at = (date: string): Basis => ({
    ...toDollars,
    rates: toDollars.rates.map((rate) => ({ ...rate, date: date as IsoDate })),
  })
  const codes = (accounts: Account[], holdings: Holding[]) =>
    checkPlanInput({ ...book, accounts, holdings }, policy).map((i) => `${i.severity} ${i.code} ${i.subject}`)

  it('a holding and cash without a rate, and leaves out what is only listed', () => {
    expect(codes([accountInBase(account, 'JPY', toDollars)], [holdingInBase(vod, 'JPY', toDollars)])).toEqual([
      'error rate.missing VOD',
      'error rate.missing bank',
    ])
    const none = accountInBase({ ...account, cash: cents(0n) }, 'JPY', toDollars)
    expect(codes([none], [holdingInBase(listed, 'JPY', toDollars)])).toEqual(['warning rate.missing VOD'])
  })

  it('a rate that is older than prices may be, or still to come; pence in pounds have no age', () => {
    const told = (date: string) =>
      codes([accountInBase(account, 'EUR', at(date))], [holdingInBase(vod, 'GBX', at(date))])
    expect(told('2026-11-13')).toEqual([])
    expect(told('2026-11-12')).toEqual(['error rate.stale VOD', 'error rate.stale bank'])
    expect(told('2026-11-22')).toEqual(['error rate.future VOD', 'error rate.future bank'])
    expect(codes([account], [holdingInBase(vod, 'GBX', { currency: 'GBP', rates: [] })])).toEqual([])
  })

  it('the price before the rate, where both are wanting', () => {
    const unpriced = holdingInBase({ ...vod, price: null, pricedOn: null }, 'JPY', toDollars)
    expect(codes([account], [unpriced])).toEqual(['error price.missing VOD'])
  })

  it('to be approved on rates that have become old since', () => {
    const held = {
      accounts: [accountInBase(account, 'EUR', toDollars)],
      holdings: [holdingInBase(vod, 'GBX', toDollars)],
    }
    expect(agedRates(held, '2026-11-27' as IsoDate, 7)).toEqual([])
    expect(agedRates(held, '2026-11-28' as IsoDate, 7)).toMatchObject([
      { kind: 'account', field: 'rateAge', subject: 'bank', before: '7', after: '8' },
      { kind: 'holding', field: 'rateAge', subject: 'VOD', before: '7', after: '8' },
    ])
  })
})

describe('diffInputs', () => {
  const { target } = examplePolicy()
  const input = (basis: Basis, more: Partial<Snapshot> = {}) => ({
    target,
    snapshot: {
      ...book,
      accounts: [accountInBase(account, 'EUR', basis)],
      holdings: [holdingInBase(vod, 'GBX', basis)],
      ...more,
    },
  })

  it('tells a rate that moved, and what it moved', () => {
    const moved = { ...toDollars, rates: toDollars.rates.map((r) => ({ ...r, rate: fxRate(r.rate * 2n) })) }
    const changes = diffInputs(input(toDollars), input(moved))
    expect(changes.map((c) => `${c.kind} ${c.field} ${c.before} ${c.after}`)).toEqual([
      'account cash 1100.01 2200.02',
      'account reserve 110.00 220.00',
      'account rate 1.1 2.2',
      'holding price 16.2028125 32.405625',
      'holding rate 0.013125 0.02625',
      'holding lots null null',
    ])
    const renamed = { ...toDollars, rates: toDollars.rates.map((r) => ({ ...r, source: 'file' as const })) }
    expect(diffInputs(input(toDollars), input(renamed))).toEqual([])
  })

  it('compares no amounts of two currencies', () => {
    const changes = diffInputs(input(toDollars), input(toDollars, { currency: 'EUR', accounts: [] }))
    expect(changes).toEqual([{ kind: 'portfolio', field: 'currency', subject: '', before: 'USD', after: 'EUR' }])
  })
})
