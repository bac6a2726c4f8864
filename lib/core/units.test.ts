import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bps,
  daysBetween,
  divideDown,
  divideRounded,
  type IsoDate,
  isoDate,
  marketValue,
  ONE,
  quantity,
  shareOut,
  sum,
  unitPrice,
  weightsOf,
} from '@/lib/core/units'

describe('rounding', () => {
  it('rounds halves away from zero', () => {
    expect([5n, -5n, 4n, 6n, -6n].map((n) => divideRounded(n, 10n))).toEqual([1n, -1n, 0n, 1n, -1n])
    expect([-1n, -10n, 9n].map((n) => divideDown(n, 10n))).toEqual([-1n, -1n, 0n])
  })

  it('values a quantity in cents, exactly once rounded', () => {
    expect(marketValue(quantity(3n * ONE), unitPrice((ONE * 1005n) / 1000n))).toBe(302n)
    expect(marketValue(quantity(1n), unitPrice(ONE))).toBe(0n)
    expect(marketValue(quantity(10n ** 20n * ONE), unitPrice(10n ** 6n * ONE))).toBe(10n ** 28n)
  })

  it('refuses fractions of a basis point', () => {
    expect(() => bps(0.5)).toThrow()
    expect(() => bps(Number.NaN)).toThrow()
  })
})

describe('shareOut', () => {
  it('gives the odd cent to the largest remainder, then to the first', () => {
    expect(shareOut(10001n, [1n, 1n])).toEqual([5001n, 5000n])
    expect(shareOut(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(shareOut(5n, [0n, 0n])).toBeNull()
  })

  it('adds up, and stays within one of the exact share', () => {
    const part = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.array(part, { minLength: 1, maxLength: 8 }),
        (total, parts) => {
          const whole = sum(parts)
          const shares = shareOut(total, parts)
          if (whole === 0n || !shares) {
            expect(shares).toBeNull()
            return
          }
          expect(sum(shares)).toBe(total)
          for (const [i, share] of shares.entries()) {
            const off = share * whole - total * (parts[i] ?? 0n)
            expect(off < whole && off > -whole).toBe(true)
          }
        },
      ),
    )
  })

  it('gives weights of exactly 10,000, also with a negative part', () => {
    expect(sum((weightsOf([1n, 1n, 1n]) ?? []).map(BigInt))).toBe(10_000n)
    expect(sum((weightsOf([-50n, 3000n, 777n]) ?? []).map(BigInt))).toBe(10_000n)
  })
})

describe('dates', () => {
  it('knows the calendar', () => {
    expect(isoDate('2024-02-29')).toBe('2024-02-29')
    for (const wrong of ['2023-02-29', '2026-13-01', '2026-1-1', '', '20260101', '2026-11-20T00:00'])
      expect(isoDate(wrong)).toBeNull()
    expect(daysBetween('2026-03-07' as IsoDate, '2026-03-09' as IsoDate)).toBe(2)
  })
})
