import { describe, expect, it } from 'vitest'
import { choicesIn, defaultChoices, readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'

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
  ] as const)('refuse %s = %j as %s', (field, text, fault) => {
    expect(read({ [field]: text })).toEqual({ ok: false, faults: { [field]: fault } })
  })

  it('name every fault at once', () => {
    expect(read({ amount: 'x', age: 'y', short: 'z' })).toMatchObject({
      faults: { amount: 'notNumber', age: 'days', short: 'notNumber' },
    })
  })
})
