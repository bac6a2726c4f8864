import { describe, expect, it } from 'vitest'
import { lastDayOf, type Month, monthAfter, monthEnds, monthsLater } from '@/lib/core/month'
import type { IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const month = (text: string) => text as Month

describe('months', () => {
  it('are counted over the turn of the year', () => {
    expect(monthAfter(month('2025-12'))).toBe('2026-01')
    expect(monthAfter(month('2026-01'), -1)).toBe('2025-12')
    expect(lastDayOf(month('2024-02'))).toBe('2024-02-29')
  })

  it('end a window on the same day, or on the last of a shorter month', () => {
    expect(monthsLater(day('2025-12-01'), 42)).toBe('2029-06-01')
    expect(monthsLater(day('2025-08-31'), 6)).toBe('2026-02-28')
    expect(monthsLater(day('2026-03-31'), -1)).toBe('2026-02-28')
  })

  it('take the value of their end, and have none when the data stop before', () => {
    const observations = [
      { date: day('2026-05-22'), value: 1 },
      { date: day('2026-05-29'), value: 2 },
      { date: day('2026-06-22'), value: 3 },
    ]
    expect(monthEnds(observations)).toEqual([{ month: '2026-05', value: 2 }])
  })
})
