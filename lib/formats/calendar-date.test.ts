import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isoDate } from '@/lib/core/units'
import { calendarDate } from '@/lib/formats/calendar-date'

it('knows the days that isoDate knows', () => {
  const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'))
  const year = fc.integer({ min: 1890, max: 2110 }).map(String)
  fc.assert(
    fc.property(fc.tuple(year, two(13), two(32)), (parts) => {
      const text = parts.join('-')
      expect(calendarDate(text)).toBe(isoDate(text))
    }),
    { numRuns: 5000 },
  )
  for (const text of ['', '2026-1-2', '2026-01-02T00:00', ' 2026-01-02', '1900-02-29', '2000-02-29', '2026-02-29']) {
    expect(calendarDate(text)).toBe(isoDate(text))
  }
})
