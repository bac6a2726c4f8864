import { describe, expect, it } from 'vitest'
import { choicesIn, defaultChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/read-choices'
import { DEFAULT_TERMS } from '@/lib/core/plan'

const defaults = defaultChoices([{ id: 'ira' }, { id: 'bank' }])
const read = (more: Partial<typeof defaults>) => readChoices({ ...defaults, ...more })

describe('the choices of a plan', () => {
  it('start gently: buy only, the adopted destination, stated tax rates', () => {
    expect(read({})).toEqual({
      ok: true,
      choices: {
        mode: 'buyOnly',
        cashFlows: [],
        minTrade: 0n,
        maxPriceAge: 7,
        taxRates: { short: 3700, long: 2000 },
        terms: DEFAULT_TERMS,
        destination: null,
      },
    })
  })

  it('come from the address, the first of each name; the rest stays', () => {
    const text = choicesIn({ mode: 'full', amount: ['5', '6'], unknown: 'x' }, defaults)
    expect(text).toEqual({ ...defaults, mode: 'full', amount: '5' })
  })

  it.each([
    ['invest', '1.5k', 150_000n],
    ['withdraw', '１,２３４.５６', -123_456n],
  ])('read money as people write it: %s %s', (flow, amount, cents) => {
    expect(read({ flow, amount })).toMatchObject({
      ok: true,
      choices: { cashFlows: [{ accountId: 'ira', amount: cents }] },
    })
  })

  it('read what the plan is judged by: rates, basis points, percent, ticks', () => {
    const typed = {
      tax: '0.25',
      fee: '4.95',
      spread: '2.5',
      cap: '50k',
      credit: '30',
      net: '1',
      pick: 'equal',
      loc: '40',
    }
    expect(read(typed)).toMatchObject({
      ok: true,
      choices: {
        terms: {
          ...DEFAULT_TERMS,
          tax: 250_000_000n,
          orderFee: 495n,
          spread: 250_000n,
          turnoverCap: 5_000_000n,
          lossCredit: 300_000_000n,
          netting: true,
          securities: 'equal',
          location: ['longBonds', 'moneyFunds', 'alternatives'].map((assetClass) => ({
            tax: 'taxable',
            assetClass,
            cost: 4_000_000n,
          })),
        },
      },
    })
  })

  it.each([
    ['amount', 'abc', 'notNumber'],
    ['amount', '-5', 'negative'],
    ['amount', '1.234', 'tooPrecise'],
    ['amount', '1e400', 'notNumber'],
    ['amount', '9'.repeat(30), 'tooLarge'],
    ['min', '', 'empty'],
    ['min', '1,5', 'ambiguous'],
    ['age', '', 'empty'],
    ['age', '7.5', 'days'],
    ['age', '-1', 'days'],
    ['age', '9999', 'days'],
    ['short', '101', 'outOfRange'],
    ['long', 'NaN', 'notNumber'],
    ['mode', 'all', 'choice'],
    ['flow', '', 'choice'],
    ['to', 'moon', 'choice'],
    ['fee', '-1', 'belowZero'],
    ['spread', '0.000001', 'tooPrecise'],
    ['spread', '1001', 'tooLarge'],
    ['cap', '-1', 'belowZero'],
    ['tax', '', 'empty'],
    ['tax', '1000001', 'tooLarge'],
    ['credit', '101', 'outOfRange'],
    ['net', 'yes', 'choice'],
    ['pick', 'best', 'choice'],
    ['loc', 'x', 'notNumber'],
  ] as const)('refuse %s = %j as %s', (field, text, fault) => {
    expect(read({ [field]: text })).toEqual({ ok: false, faults: { [field]: fault } })
  })

  it('name every fault at once', () => {
    expect(read({ amount: 'x', age: 'y', short: 'z' })).toMatchObject({
      faults: { amount: 'notNumber', age: 'days', short: 'notNumber' },
    })
  })
})
