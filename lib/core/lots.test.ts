import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coversSale, lotsInSaleOrder, pickLots, taxOf, termOf } from '@/lib/core/lots'
import { notate } from '@/lib/core/notation'
import type { Holding } from '@/lib/core/portfolio'
import { anySnapshot } from '@/lib/core/random-book'
import { bps, type IsoDate, ONE, quantity, type UnitPrice } from '@/lib/core/units'

const day = (text: string): IsoDate => text as IsoDate
const RATES = { short: bps(3700), long: bps(2000) }
const AS_OF = day('2026-11-20')

function holding(lots: string): Holding & { price: UnitPrice } {
  const found = notate(`A taxable; X growth 100 @ 100 ${lots}`).holdings[0]
  if (!found?.price) throw new Error('The notation made no holding')
  return { ...found, price: found.price }
}

describe('termOf', () => {
  it.each([
    ['2025-11-20', '2026-11-20', 'short'],
    ['2025-11-19', '2026-11-20', 'long'],
    ['2023-02-28', '2024-02-29', 'long'],
    ['2023-03-01', '2024-02-29', 'short'],
    ['2024-02-29', '2025-02-28', 'short'],
    ['2024-02-29', '2025-03-01', 'long'],
  ])('bought %s, sold %s: %s', (acquired, sold, term) => {
    expect(termOf(day(acquired), day(sold))).toBe(term)
  })
})

describe('pickLots', () => {
  it('takes a dear short-term lot before a cheap long-term one when that costs less tax', () => {
    const h = holding('lot 10 @ 40 2020-01-01 lot 10 @ 80 2026-06-01')
    const order = lotsInSaleOrder(h.lots, h.price, RATES, AS_OF)
    expect(order.map((l) => l.id)).toEqual(['A/X/2', 'A/X/1'])
    const sales = pickLots(order, quantity(15n * ONE), h.price, AS_OF)
    expect(sales.map((s) => [s.quantity / ONE, s.gain, s.term])).toEqual([
      [10n, 20_000n, 'short'],
      [5n, 30_000n, 'long'],
    ])
    expect(taxOf(sales, RATES)).toBe(7_400n + 6_000n)
  })

  it('takes losses first, oldest first among equals, and a loss lowers no tax', () => {
    const h = holding('lot 10 @ 130 2026-01-02 lot 10 @ 120 2020-01-01 lot 10 @ 50 2020-01-01')
    const order = lotsInSaleOrder(h.lots, h.price, RATES, AS_OF)
    expect(order.map((l) => l.id)).toEqual(['A/X/2', 'A/X/1', 'A/X/3'])
    expect(taxOf(pickLots(order, quantity(30n * ONE), h.price, AS_OF), RATES)).toBe(10_000n)
  })

  it('says when lots do not cover a sale', () => {
    const h = holding('lot 10 @ 40 2020-01-01')
    const sales = pickLots(h.lots, quantity(15n * ONE), h.price, AS_OF)
    expect(coversSale(sales, quantity(15n * ONE))).toBe(false)
    expect(coversSale(sales, quantity(10n * ONE))).toBe(true)
  })

  it('never uses more of a lot than it holds, and all lots for a whole sale', () => {
    fc.assert(
      fc.property(anySnapshot, ({ holdings }) => {
        for (const h of holdings) {
          if (h.price === null) continue
          const inLots = quantity(h.lots.reduce((total, l) => total + l.quantity, 0n))
          const sales = pickLots(lotsInSaleOrder(h.lots, h.price, RATES, AS_OF), inLots, h.price, AS_OF)
          expect(sales).toHaveLength(h.lots.length)
          for (const s of sales) expect(s.quantity).toBe(h.lots.find((l) => l.id === s.lotId)?.quantity)
        }
      }),
    )
  })
})
