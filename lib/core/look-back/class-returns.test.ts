import { describe, expect, it } from 'vitest'
import { bondReturn, bondReturns } from '@/lib/core/look-back/bond-return'
import { classReturns, returnSince, sourceOf } from '@/lib/core/look-back/class-returns'
import { moneyReturn, moneyReturns } from '@/lib/core/look-back/money-return'
import type { Month } from '@/lib/core/month'
import type { IsoDate } from '@/lib/core/units'

const month = (text: string) => text as Month
const at = (date: string, value: number) => ({ date: date as IsoDate, value })
const today = '2026-12-31' as IsoDate

describe('the return of a constant-maturity bond', () => {
  it('is the carry when the yield stays', () => {
    expect(bondReturn(4, 4, 20)).toBeCloseTo(1.02 ** (1 / 6) - 1, 12)
    expect(bondReturn(0, 0, 20)).toBe(0)
  })

  // A 20-year par bond at 4 % has a modified duration of (1 − 1.02^−40)/0.04 = 13.68 years.
  it('falls by duration when the yield rises', () => {
    expect(bondReturn(4, 4.01, 20) - bondReturn(4, 4, 20)).toBeCloseTo(-13.68 * 0.0001, 4)
    expect(bondReturn(4, 5, 20)).toBeLessThan(0)
    expect(bondReturn(4, 3, 20)).toBeGreaterThan(-bondReturn(4, 5, 20))
  })

  it('passes smoothly through a yield of zero', () => {
    expect(bondReturn(1, 0, 30)).toBeCloseTo(bondReturn(1, 1e-7, 30), 6)
    expect(bondReturn(1, 0, 30)).toBeCloseTo(0.3, 12)
  })

  it('is not there for a month without a yield before it', () => {
    const yields = [
      { month: month('2026-01'), value: 4 },
      { month: month('2026-02'), value: 4 },
      { month: month('2026-04'), value: 4 },
    ]
    expect(bondReturns(yields, 20).map((r) => r.month)).toEqual(['2026-02'])
  })
})

describe('the return of a money-market fund', () => {
  it('follows from the yield at the end of the month before', () => {
    expect(moneyReturns([{ month: month('2025-12'), value: 4 }])).toEqual([{ month: '2026-01', value: moneyReturn(4) }])
    expect((1 + moneyReturn(4)) ** 3).toBeCloseTo(1.01, 12)
  })
})

describe('returns by class', () => {
  const series = {
    DGS20: [at('2026-01-30', 4), at('2026-02-27', 4)],
    DGS30: [at('2025-12-31', 5), at('2026-01-30', 5), at('2026-02-27', 5)],
    DGS3MO: [at('2026-01-30', 3.6)],
  }

  it('come from Treasury yields where the user has no prices, and say so', () => {
    const returns = classReturns(series, {}, today)
    expect(Object.keys(returns)).toEqual(['longBonds', 'moneyFunds'])
    expect(sourceOf(returns.longBonds ?? [])).toBe('DGS20+DGS30')
    expect(returns.longBonds).toEqual([
      { month: '2026-01', value: bondReturn(5, 5, 30), source: 'DGS30' },
      { month: '2026-02', value: bondReturn(4, 4, 20), source: 'DGS20' },
    ])
  })

  it('prefer the user’s own prices', () => {
    const own = {
      longBonds: [
        { month: month('2026-02'), value: 110 },
        { month: month('2026-01'), value: 100 },
      ],
    }
    const { longBonds } = classReturns(series, own, today)
    expect(longBonds).toEqual([{ month: '2026-02', value: expect.closeTo(0.1, 12), source: 'ownPrices' }])
  })

  it('never reach beyond the day that is asked for', () => {
    const { longBonds } = classReturns(series, {}, '2026-01-31' as IsoDate)
    expect(longBonds?.map((r) => r.month)).toEqual(['2026-01'])
  })

  it('compound from a month on until the first gap', () => {
    const tech = ['2026-01', '2026-02', '2026-03', '2026-05'].map((m, i) => ({ month: month(m), value: 100 + i }))
    const returns = classReturns({}, { tech }, today).tech ?? []
    expect(returnSince(returns, month('2026-02'))).toEqual({
      source: 'ownPrices',
      value: expect.closeTo(0.02, 12),
      from: '2026-02',
      to: '2026-03',
    })
    expect(returnSince(returns, month('2026-05'))).toBeNull()
  })
})
