import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Observation, ordered, seriesSet } from '@/lib/core/series'
import { rangeProblem } from '@/lib/core/series-range'
import { lastAt, meanOfLast } from '@/lib/core/series-values'
import { daysBefore, type IsoDate } from '@/lib/core/units'

const day = (n: number): IsoDate => daysBefore('2026-01-01' as IsoDate, -n)
const at = (n: number, value: number): Observation => ({ date: day(n), value })
const anyObservation = fc.tuple(fc.nat(40), fc.integer()).map(([n, value]) => at(n, value))

describe('ordered', () => {
  it('keeps the last given of each date, in the order of dates', () => {
    fc.assert(
      fc.property(fc.array(anyObservation), (given) => {
        const dates = [...new Set(given.map(({ date }) => date))].sort()
        expect(ordered(given)).toEqual(dates.map((date) => given.findLast((o) => o.date === date)))
      }),
    )
  })

  it('leaves out what is no number and no date', () => {
    const odd = [
      at(1, Number.NaN),
      { date: '2026-02-30' as IsoDate, value: 1 },
      at(0, 2),
      at(2, Number.POSITIVE_INFINITY),
    ]
    expect(ordered(odd)).toEqual([at(0, 2)])
    expect(seriesSet({ DFF: [at(1, Number.NaN)], WALCL: [] })).toEqual({})
  })
})

describe('look-ups', () => {
  const observations = [at(0, 1), at(7, 3), at(14, 5)]

  it('take the last value at or before the date', () => {
    expect([-1, 0, 6, 7, 99].map((n) => lastAt(observations, day(n))?.value)).toEqual([undefined, 1, 1, 3, 5])
    expect(lastAt(undefined, day(0))).toBeNull()
  })

  it('take the mean of exactly as many as asked', () => {
    expect(meanOfLast(observations, day(13), 2)).toEqual(at(7, 2))
    expect(meanOfLast(observations, day(13), 3)).toBeNull()
  })
})

describe('rangeProblem', () => {
  it('knows billions from millions on either side of 2009', () => {
    expect(rangeProblem('WRESBAL', '2006-03-08' as IsoDate, 2_795)).toBeNull()
    expect(rangeProblem('WRESBAL', '2026-08-19' as IsoDate, 2_935)).toEqual({ problem: 'otherUnits', factor: 1000 })
    expect(rangeProblem('WALCL', '2026-08-19' as IsoDate, 0)).toEqual({ problem: 'implausible' })
  })
})
