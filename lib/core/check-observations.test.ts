import { describe, expect, it } from 'vitest'
import { checkObservations } from '@/lib/core/check-observations'
import { seriesState } from '@/lib/core/series-state'
import type { IsoDate } from '@/lib/core/units'

const at = (date: string, value: number) => ({ date: date as IsoDate, value })

describe('checkObservations', () => {
  it('takes what is plausible, in the order of dates', () => {
    const [a, b] = [at('2025-11-26', 6_552_400), at('2025-12-03', 6_535_800)]
    expect(checkObservations('WALCL', [b, a])).toEqual({ good: [a, b], refused: [] })
  })

  it.each([
    ['WALCL in billions', 'WALCL', 6_552.4, 'otherUnits'],
    ['WALCL in dollars', 'WALCL', 6_552_400_000_000, 'otherUnits'],
    ['WTREGEN in billions', 'WTREGEN', 941.9, 'otherUnits'],
    ['WRESBAL in billions', 'WRESBAL', 2_935.3, 'otherUnits'],
    ['a rate in basis points', 'DFF', 363, 'otherUnits'],
    ['a negative balance sheet', 'WALCL', -6_552_400, 'implausible'],
    ['no number', 'UNRATE', Number.NaN, 'implausible'],
    ['holdings in billions', 'SOMA_TOTAL', 6_552.4, 'implausible'],
    ['repos in dollars', 'REPO_TOTAL', 26_000_000_000, 'implausible'],
    ['no repos at all', 'REPO_TOTAL', Number.NaN, 'implausible'],
  ] as const)('refuses %s', (_, series, value, reason) => {
    const wrong = at('2026-08-19', value)
    expect(checkObservations(series, [wrong])).toEqual({ good: [], refused: [{ ...wrong, reason }] })
  })

  it('refuses a leap from what was stored before, and goes on from the last value that it believed', () => {
    const before = at('2026-08-12', 941_926)
    const [leap, next] = [at('2026-08-19', 6_500), at('2026-08-26', 930_000)]
    expect(checkObservations('WTREGEN', [leap, next], before)).toEqual({
      good: [next],
      refused: [{ ...leap, reason: 'jump' }],
    })
  })

  it('lets overnight reverse repos be anything in their range from one day to the next', () => {
    const days = [at('2026-08-19', 0), at('2026-08-20', 2_500), at('2026-08-21', 0.2)]
    expect(checkObservations('RRPONTSYD', days).refused).toEqual([])
  })
})

describe('seriesState', () => {
  const asOf = '2026-11-20' as IsoDate

  it.each([
    ['WALCL', '2026-11-18', 'fresh'],
    ['WALCL', '2026-11-05', 'fresh'],
    ['WALCL', '2026-11-04', 'late'],
    ['DFF', '2026-11-09', 'late'],
    ['TGA_CLOSE', '2026-11-10', 'fresh'],
    ['UNRATE', '2026-10-01', 'fresh'],
    ['UNRATE', '2026-08-01', 'late'],
    ['UNRATE', null, 'none'],
  ] as const)('%s with its newest of %s is %s', (series, newest, state) => {
    expect(seriesState(series, newest as IsoDate | null, 'working', asOf)).toBe(state)
  })

  it('says that it fails, whatever is stored', () => {
    expect(seriesState('WALCL', '2026-11-18' as IsoDate, 'failing', asOf)).toBe('failing')
  })
})
