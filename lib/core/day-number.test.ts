import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber, fridayAfter, fridayUntil, shifted } from '@/lib/core/day-number'
import { daysBefore, daysBetween, type IsoDate } from '@/lib/core/units'

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10) as IsoDate)

describe('day numbers', () => {
  it('agree with the calendar that goes by instants', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(dateOfDay(dayNumber(date))).toBe(date)
        expect(shifted(date, days)).toBe(daysBefore(date, -days))
        expect(dayNumber(shifted(date, days)) - dayNumber(date)).toBe(days)
      }),
    )
  })

  it('find the Friday at or before a date, and the one after it', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const friday = fridayUntil(date)
        expect(new Date(friday).getUTCDay()).toBe(5)
        expect(daysBetween(friday, date)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(friday, date)).toBeLessThan(7)
        expect(daysBetween(friday, fridayAfter(date))).toBe(7)
      }),
    )
  })
})
