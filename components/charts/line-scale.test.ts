import { describe, expect, it } from 'vitest'
import { dayTicks, valueScale } from '@/components/charts/line-scale'
import { dayNumber } from '@/lib/core/day-number'
import type { IsoDate } from '@/lib/core/units'

const day = (date: string) => dayNumber(date as IsoDate)

describe('valueScale', () => {
  it('encloses the values between round ticks', () => {
    expect(valueScale(0.13, 5.33)).toMatchObject({ from: 0, to: 6, ticks: [0, 2, 4, 6], digits: 0 })
    expect(valueScale(0, 1)).toMatchObject({ from: 0, to: 1, digits: 1 })
    expect(valueScale(-0.3, 0.4)).toMatchObject({ from: -0.4, to: 0.4, digits: 1 })
  })

  it('never has more ticks than asked for', () => {
    for (const high of [0.003, 0.7, 1.1, 9, 99, 101, 6_743, 8_965]) {
      const { ticks, from, to } = valueScale(-high / 3, high, 5)
      expect(ticks.length).toBeLessThanOrEqual(5)
      expect(from).toBeLessThanOrEqual(-high / 3)
      expect(to).toBeGreaterThanOrEqual(high)
    }
  })

  it('has room for a value that never changes', () => {
    const { from, to } = valueScale(4, 4)
    expect(to).toBeGreaterThan(from)
  })
})

describe('dayTicks', () => {
  it('marks years over decades, and months within one', () => {
    const years = dayTicks(day('2014-01-31'), day('2026-08-21'))
    expect(years.every(({ date, shows }) => shows === 'year' && date.endsWith('-01-01'))).toBe(true)
    expect(years.length).toBeGreaterThan(3)
    expect(years.length).toBeLessThanOrEqual(8)
    const months = dayTicks(day('2025-08-21'), day('2026-08-21'))
    expect(months[0]).toMatchObject({ date: '2025-09-01', shows: 'month' })
  })

  it('marks no day outside of the range', () => {
    const [from, to] = [day('2021-08-21'), day('2026-08-21')]
    for (const tick of dayTicks(from, to)) {
      expect(tick.day).toBeGreaterThanOrEqual(from)
      expect(tick.day).toBeLessThanOrEqual(to)
    }
  })
})
