// Made-up values of the right size and rhythm, the same at every run of a day.
import { feedSeries, type StoredSeriesId } from '@/lib/core/feed-series'

export interface Reading {
  date: string
  value: number
}

const DAY_MS = 86_400_000
const FIRST = Date.parse('2024-01-03T00:00:00Z') // a Wednesday
const WEDNESDAY = 3

/** Where a series stands at its first day here, in the units of the product. */
const LEVELS: Partial<Record<StoredSeriesId, number>> = {
  WALCL: 7_681_000,
  WSHOSHO: 7_170_000,
  TREAST: 4_760_000,
  WSHOMCB: 2_430_000,
  WRESBAL: 3_480_000,
  WTREGEN: 760_000,
  WDTGAL: 738_000,
  RRPONTSYD: 700,
  NFCI: -0.5,
  HOUST: 1_370,
  UNRATE: 3.7,
  PAYEMS: 157_000,
  CPIAUCSL: 310,
  UMCSENT: 79,
  SOMA_BILLS: 217_000,
  SOMA_TOTAL: 7_130_000,
  TGA_CLOSE: 738_000,
}

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

function isDay(series: StoredSeriesId, time: number): boolean {
  const at = new Date(time)
  const { lateAfter } = feedSeries(series)
  if (lateAfter > 60) return at.getUTCDate() === 1
  if (lateAfter > 10) return at.getUTCDay() === WEDNESDAY
  return at.getUTCDay() > 0 && at.getUTCDay() < 6
}

const HOLIDAYS = /-(?:12-25|07-04)$/

/** The days of a series up to yesterday, dated as its publisher does; a daily one has no value on a holiday. */
export function rowsOf(series: StoredSeriesId, since = '2024-01-01'): { date: string; value: number | null }[] {
  const rows: { date: string; value: number | null }[] = []
  const level = LEVELS[series] ?? 4.25
  const daily = feedSeries(series).lateAfter <= 10
  for (let time = FIRST; time < Date.now() - DAY_MS; time += DAY_MS) {
    const date = dateOf(time)
    const weeks = (time - FIRST) / (7 * DAY_MS)
    const value = Number((level * (1 + 0.0005 * weeks + 0.004 * Math.sin(weeks / 9))).toFixed(2))
    if (isDay(series, time) && date >= since) rows.push({ date, value: daily && HOLIDAYS.test(date) ? null : value })
  }
  return rows
}

/** The same without the days that have no value. */
export const readingsOf = (series: StoredSeriesId, since?: string): Reading[] =>
  rowsOf(series, since).flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]))
