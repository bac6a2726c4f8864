import { dateOfDay, dayNumber } from '@/lib/core/day-number'
import { firstDayOf, monthNumber, monthOf, monthOfNumber } from '@/lib/core/month'
import type { IsoDate } from '@/lib/core/units'

export interface ValueScale {
  from: number
  to: number
  ticks: number[]
  /** Digits after the point that tell the ticks apart. */
  digits: number
}

const STEPS = [1, 2, 2.5, 5, 10]
/** What rounding leaves of a whole number of steps. */
const SLACK = 1e-9

/** Round ticks from at or below `low` to at or above `high`, at most `most` of them. */
export function valueScale(low: number, high: number, most = 6): ValueScale {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1)
  const rough = span / Math.max(1, most - 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const fits = (s: number) => Math.ceil(high / (s * power) - SLACK) - Math.floor(low / (s * power) + SLACK) <= most - 1
  const step = (STEPS.find(fits) ?? 20) * power
  const first = Math.floor(low / step + SLACK)
  const last = Math.max(Math.ceil(high / step - SLACK), first + 1)
  const digits = [0, 1, 2, 3].find((d) => Math.abs(step * 10 ** d - Math.round(step * 10 ** d)) < SLACK) ?? 3
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
  return { from: first * step, to: last * step, ticks, digits }
}

export interface DayTick {
  day: number
  date: IsoDate
  /** Whether its label is a year or a month. */
  shows: 'year' | 'month'
}

const MONTHS_APART = [1, 2, 3, 6, 12, 24, 36, 60, 120]

/** First days of months or years between two days, at most `most` of them. */
export function dayTicks(from: number, to: number, most = 8): DayTick[] {
  const first = monthNumber(monthOf(dateOfDay(from)))
  const last = monthNumber(monthOf(dateOfDay(to)))
  const apart = MONTHS_APART.find((months) => (last - first) / months <= most) ?? 240
  const shows = apart >= 12 ? 'year' : 'month'
  const ticks: DayTick[] = []
  for (let month = Math.ceil(first / apart) * apart; month <= last; month += apart) {
    const date = firstDayOf(monthOfNumber(month))
    const day = dayNumber(date)
    if (day >= from && day <= to) ticks.push({ day, date, shows })
  }
  return ticks
}
