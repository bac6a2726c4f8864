import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { anyFxRate } from '@/lib/core/random-rates'
import { doubtOf, readRate } from '@/lib/core/rate-fields'
import { type FxRate, fxRate, type IsoDate, ONE } from '@/lib/core/units'

const asOf = '2026-11-20' as IsoDate
const texts = { currency: 'GBP', quote: 'USD', rate: '1.3125', date: '2026-11-20' } as const

const rate = (text: string): FxRate => {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error(text)
  return fxRate(parsed.value)
}

describe('readRate', () => {
  it('reads any rate exactly', () => {
    fc.assert(
      fc.property(anyFxRate, (value) => {
        const read = readRate({ ...texts, rate: decimalText(value) }, asOf)
        expect(read).toEqual({
          ok: true,
          value: { currency: 'GBP', quote: 'USD', date: '2026-11-20', source: 'manual', rate: value },
        })
      }),
    )
  })

  it.each([
    [{ quote: 'GBP' as const }, { quote: 'currencies.problem.samePair' }],
    [{ rate: '0' }, { rate: 'holdings.problem.notPositive' }],
    [{ rate: '-1.3' }, { rate: 'holdings.problem.notPositive' }],
    [{ rate: '1,3' }, { rate: 'holdings.problem.ambiguous' }],
    [{ rate: '' }, { rate: 'holdings.problem.empty' }],
    [{ rate: '1000001' }, { rate: 'currencies.problem.outOfRange' }],
    [{ rate: '0.0000009' }, { rate: 'currencies.problem.outOfRange' }],
    [{ date: '' }, { date: 'holdings.problem.dateEmpty' }],
    [{ date: '2026-11-22' }, { date: 'holdings.problem.futureDate' }],
    [{ date: '2026-02-30' }, { date: 'holdings.problem.notDate' }],
  ])('refuses %j', (change, fields) => {
    expect(readRate({ ...texts, ...change }, asOf)).toEqual({ ok: false, fields })
  })
})

describe('doubtOf', () => {
  it.each([
    ['1.31', '1.3125', null],
    ['1.25', '1.3125', null],
    ['0.762', '1.3125', 'inverted'],
    ['160', '0.00625', 'inverted'],
    ['131.25', '1.3125', 'hundredfold'],
    ['0.0131', '1.3125', 'hundredfold'],
    ['2.7', '1.3125', 'farOff'],
    ['0.6', '1.3125', 'farOff'],
    ['0.95', '1.08', 'inverted'],
    ['1.02', '1.08', null],
    ['1', '1', null],
  ])('says of %s after %s: %s', (now, last, doubt) => {
    expect(doubtOf(rate(now), rate(last))).toBe(doubt)
  })

  it('has nothing against a rate that moved by less than a twentieth, and something against a double or a half', () => {
    fc.assert(
      fc.property(anyFxRate, fc.integer({ min: 9_600, max: 10_400 }), (last, moved) => {
        expect(doubtOf(fxRate((last * BigInt(moved)) / 10_000n), last)).toBeNull()
        expect(doubtOf(fxRate(last * 2n), last)).not.toBeNull()
        expect(doubtOf(fxRate(last / 2n), last)).not.toBeNull()
      }),
    )
  })

  it('finds the inverse of any rate that is not near one', () => {
    fc.assert(
      fc.property(
        anyFxRate.filter((r) => r > 2n * ONE || 2n * r < ONE),
        (last) => {
          const doubt = doubtOf(fxRate((ONE * ONE) / last), last)
          expect(['inverted', 'hundredfold']).toContain(doubt)
        },
      ),
    )
  })
})
