import { shifted } from '@/lib/core/day-number'
import type { StoredSeries, StoredSeriesId } from '@/lib/core/feed-series'
import { type Month, monthAfter, monthNumber, monthOf } from '@/lib/core/month'
import type { Observation } from '@/lib/core/series'
import { inBillions, knownOn, newestOf, ofMonth, recentAt } from '@/lib/core/thesis/known'
import { daysBetween, type IsoDate } from '@/lib/core/units'

export const WATCH_IDS = [
  'balanceSheet4',
  'balanceSheet13',
  'balanceSheet52',
  'bills4',
  'inflation',
  'payrolls3',
  'unemployment',
] as const
export type WatchId = (typeof WATCH_IDS)[number]

/** `noSeries`: none is stored; `noneThen`: no value near the start of the period, as where only month-ends are at hand; `monthMissing`: a month that is needed was never published. */
export type AbsentWatch = 'noSeries' | 'noneThen' | 'monthMissing'

export type WatchItem = { id: WatchId; series: StoredSeriesId } & (
  | {
      value: number
      unit: 'percentAYear' | 'percent' | 'billions' | 'thousandsAMonth'
      /** The newest observation, and for a change the one that it is measured from. */
      date: IsoDate
      since: IsoDate | null
      absent?: never
    }
  | { absent: AbsentWatch; month?: Month }
)

export interface WatchList {
  items: readonly WatchItem[]
  /** Months of the last three years for which a monthly series was never published. No value is put in their place. */
  gaps: readonly { series: StoredSeriesId; months: readonly Month[] }[]
}

/** What the article says to watch: the speed of balance-sheet growth, bill purchases and economic data, from nothing dated after `asOf`. */
export function watchList(series: StoredSeries, asOf: IsoDate): WatchList {
  const known = knownOn(series, asOf)
  const items = [
    growth('balanceSheet4', known.WALCL, 4),
    growth('balanceSheet13', known.WALCL, 13),
    growth('balanceSheet52', known.WALCL, 52),
    billChange(known.SOMA_BILLS),
    inflation(known.CPIAUCSL),
    payrollGain(known.PAYEMS),
    unemployment(known.UNRATE),
  ]
  const gaps = MONTHLY.map((id) => ({ series: id, months: missingMonths(known[id]) }))
  return { items, gaps: gaps.filter(({ months }) => months.length > 0) }
}

type Observations = readonly Observation[] | undefined

const WEEK = 7
/** Days by which the earlier value may be older than is meant: none of another week over four weeks, of one week before over longer ones. */
const SLACK = 4
const LONG_SLACK = 10
const DAYS_A_YEAR = 365
const PERCENT = 100
const MONTHLY = ['CPIAUCSL', 'PAYEMS', 'UNRATE'] as const
const GAP_MONTHS = 36

/** Growth of WALCL over so many weeks as a yearly rate, percent, by the days that really lie between: ((now / then)^(365 / days) − 1) · 100. */
function growth(id: WatchId, observations: Observations, weeks: number): WatchItem {
  const now = newestOf(observations)
  if (!now) return { id, series: 'WALCL', absent: 'noSeries' }
  const then = recentAt(observations, shifted(now.date, -weeks * WEEK), weeks > 4 ? LONG_SLACK : SLACK)
  if (!then) return { id, series: 'WALCL', absent: 'noneThen' }
  const value = ((now.value / then.value) ** (DAYS_A_YEAR / daysBetween(then.date, now.date)) - 1) * PERCENT
  return { id, series: 'WALCL', value, unit: 'percentAYear', date: now.date, since: then.date }
}

/** Change of the bills in the System Open Market Account over four weeks, billions. TREAST holds notes and bonds too and does not stand in. */
function billChange(observations: Observations): WatchItem {
  const of = { id: 'bills4', series: 'SOMA_BILLS' } as const
  const now = newestOf(observations)
  if (!now) return { ...of, absent: 'noSeries' }
  const then = recentAt(observations, shifted(now.date, -4 * WEEK), SLACK)
  if (!then) return { ...of, absent: 'noneThen' }
  const value = inBillions(now.value - then.value)
  return { ...of, value, unit: 'billions', date: now.date, since: then.date }
}

/** The value of exactly so many months before the newest. */
function monthsBefore(observations: Observations, now: Observation, months: number): Observation | Month {
  const month = monthAfter(monthOf(now.date), -months)
  return ofMonth(observations, month) ?? month
}

/** Consumer prices (CPIAUCSL) against the same month a year before, percent. */
function inflation(observations: Observations): WatchItem {
  const of = { id: 'inflation', series: 'CPIAUCSL' } as const
  const now = newestOf(observations)
  if (!now) return { ...of, absent: 'noSeries' }
  const then = monthsBefore(observations, now, 12)
  if (typeof then === 'string') return { ...of, absent: 'monthMissing', month: then }
  return { ...of, value: (now.value / then.value - 1) * PERCENT, unit: 'percent', date: now.date, since: then.date }
}

/** Mean monthly change of payrolls (PAYEMS) over three months, thousands. */
function payrollGain(observations: Observations): WatchItem {
  const of = { id: 'payrolls3', series: 'PAYEMS' } as const
  const now = newestOf(observations)
  if (!now) return { ...of, absent: 'noSeries' }
  const then = monthsBefore(observations, now, 3)
  if (typeof then === 'string') return { ...of, absent: 'monthMissing', month: then }
  return { ...of, value: (now.value - then.value) / 3, unit: 'thousandsAMonth', date: now.date, since: then.date }
}

/** The unemployment rate (UNRATE), percent. */
function unemployment(observations: Observations): WatchItem {
  const of = { id: 'unemployment', series: 'UNRATE' } as const
  const now = newestOf(observations)
  return now ? { ...of, value: now.value, unit: 'percent', date: now.date, since: null } : { ...of, absent: 'noSeries' }
}

/** Months between the first and the newest observation of the last three years that have none. */
export function missingMonths(observations: Observations): Month[] {
  const [first, newest] = [observations?.[0], newestOf(observations)]
  if (!first || !newest) return []
  const published = new Set(observations?.map(({ date }) => monthOf(date)))
  const last = monthOf(newest.date)
  const span = Math.min(GAP_MONTHS, monthNumber(last) - monthNumber(monthOf(first.date)))
  return Array.from({ length: span }, (_, i) => monthAfter(last, i - span)).filter((month) => !published.has(month))
}
