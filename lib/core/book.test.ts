import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { type AccountRow, type HoldingRow, isStale, measureBook, priceAge, soleClass, weightOf } from '@/lib/core/book'
import { cents, type IsoDate, quantity, sum, unitPrice } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

const plain = { currency: 'USD', rates: [] } as const
const asOf = '2026-11-20' as IsoDate

const account = (id: string, cash: bigint, reserve = 0n): AccountRow => ({
  ...{
    id,
    name: id,
    tax: 'taxable',
    cash: cents(cash),
    reserve: cents(reserve),
    version: 1,
    position: 0,
    currency: 'USD',
  },
})

const holding = (id: string, accountId: string, held: bigint, price: bigint | null): HoldingRow => ({
  ...{ id, accountId, symbol: id, name: '', ownName: '', split: null, said: null, inDirectory: false, lots: [] },
  ...{ quantity: quantity(held), unit: quantity(1n), price: price === null ? null : unitPrice(price) },
  ...{
    pricedOn: price === null ? null : asOf,
    priceSource: null,
    locked: false,
    version: 1,
    position: 0,
    currency: 'USD',
  },
})

describe('measureBook', () => {
  it('weighs holdings and free cash so that all of them make a whole', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 24n })
    const rows = fc.array(fc.tuple(amount, fc.option(fc.bigInt({ min: 1n, max: 10n ** 24n }))), { maxLength: 12 })
    fc.assert(
      fc.property(
        rows,
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        (parts, cash, reserve) => {
          const book = {
            accounts: [account('a', cash, reserve), account('b', 5_000n)],
            holdings: parts.map(([held, price], i) => holding(`h${i}`, i % 2 ? 'a' : 'b', held, price)),
          }
          const figures = measureBook({ ...book, ...plain })
          const whole = breakdown({ portfolioId: 'p', version: 1, currency: 'USD', cashCounts: true, ...book })
          expect([figures.total, figures.investable]).toEqual([whole.total, whole.investable])
          if (figures.investable > 0n) expect(sum([...figures.weights.values()].map(BigInt))).toBe(10_000n)
          else expect(figures.weights.size).toBe(0)
        },
      ),
    )
  })

  it('leaves a holding without a price out of the value, not out of the book', () => {
    const figures = measureBook({
      accounts: [account('a', 100n)],
      holdings: [holding('h', 'a', 5n, null)],
      ...plain,
    })
    expect([figures.total, figures.values.get('h'), weightOf(figures, ['h', 'a'])]).toEqual([100n, null, 10_000])
  })
})

describe('priceAge', () => {
  it('is stale after seven days, not before', () => {
    const priced = (pricedOn: string) => ({ price: unitPrice(1n), pricedOn: pricedOn as IsoDate })
    expect([priceAge(priced('2026-11-13'), asOf), isStale(priced('2026-11-13'), asOf)]).toEqual([7, false])
    expect(isStale(priced('2026-11-12'), asOf)).toBe(true)
    expect(priceAge({ price: null, pricedOn: null }, asOf)).toBe(null)
  })
})

describe('soleClass', () => {
  it('tells a class from a split', () => {
    expect([soleClass(weights({ tech: 10_000 })), soleClass(weights({ tech: 5_000, growth: 5_000 }))]).toEqual([
      'tech',
      null,
    ])
  })
})
