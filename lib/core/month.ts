import { dateOfDay, dayNumber } from '@/lib/core/day-number'
import type { Observation } from '@/lib/core/series'
import { lastAt } from '@/lib/core/series-values'
import type { IsoDate } from '@/lib/core/units'

declare const mark: unique symbol
/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly [mark]: 'month' }

/** One value a month, such as an index level at its end. */
export interface MonthlyValue {
  month: Month
  value: number
}

const MONTHS_A_YEAR = 12
const two = (n: number): string => String(n).padStart(2, '0')

export const monthOf = (date: IsoDate): Month => date.slice(0, 7) as Month

/** Months since the year 0, for counting. */
export const monthNumber = (month: Month): number =>
  Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5, 7)) - 1

export const monthOfNumber = (number: number): Month =>
  `${String(Math.floor(number / MONTHS_A_YEAR)).padStart(4, '0')}-${two((number % MONTHS_A_YEAR) + 1)}` as Month

/** The month so many later, or earlier when negative. */
export const monthAfter = (month: Month, count = 1): Month => monthOfNumber(monthNumber(month) + count)

export const firstDayOf = (month: Month): IsoDate => `${month}-01` as IsoDate
export const lastDayOf = (month: Month): IsoDate => dateOfDay(dayNumber(firstDayOf(monthAfter(month))) - 1)

/** The same day so many months later, or earlier when negative; the last day of a month that is too short for it. */
export function monthsLater(date: IsoDate, count: number): IsoDate {
  const last = lastDayOf(monthAfter(monthOf(date), count))
  const same = `${last.slice(0, 7)}-${date.slice(8)}` as IsoDate
  return same < last ? same : last
}

/** Days at the end of a month within which a value counts as that of its end: a last Friday may be so far from it. */
const END_DAYS = 7

export const isNearMonthEnd = (date: IsoDate): boolean =>
  dayNumber(date) > dayNumber(lastDayOf(monthOf(date))) - END_DAYS

/** The value at the end of each month: its last one, when it is of the month's final seven days. Assumes the order of dates. */
export function monthEnds(observations: readonly Observation[]): MonthlyValue[] {
  const [first, newest] = [observations[0], observations.at(-1)]
  if (!first || !newest) return []
  const from = monthNumber(monthOf(first.date))
  const count = monthNumber(monthOf(newest.date)) - from + 1
  return Array.from({ length: count }, (_, i) => monthOfNumber(from + i)).flatMap((month) => {
    const last = lastAt(observations, lastDayOf(month))
    return last && monthOf(last.date) === month && isNearMonthEnd(last.date) ? [{ month, value: last.value }] : []
  })
}
