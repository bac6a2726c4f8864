import { shifted } from '@/lib/core/day-number'
import type { StoredSeries, StoredSeriesId } from '@/lib/core/feed-series'
import { type Month, monthOf } from '@/lib/core/month'
import type { Observation } from '@/lib/core/series'
import { lastAt } from '@/lib/core/series-values'
import type { IsoDate } from '@/lib/core/units'

/** The set without what is dated after a day. Assumes the order of dates. */
export function knownOn(series: StoredSeries, asOf: IsoDate): StoredSeries {
  const known: StoredSeries = {}
  for (const [id, observations] of Object.entries(series) as [StoredSeriesId, readonly Observation[]][]) {
    const until = observations.findLastIndex(({ date }) => date <= asOf)
    if (until >= 0) known[id] = until === observations.length - 1 ? observations : observations.slice(0, until + 1)
  }
  return known
}

/** The last observation at or before a day, when it is at most so many days older; null otherwise. */
export function recentAt(
  observations: readonly Observation[] | undefined,
  date: IsoDate,
  maxAge: number,
): Observation | null {
  const found = lastAt(observations, date)
  return found && found.date >= shifted(date, -maxAge) ? found : null
}

export const newestOf = (observations: readonly Observation[] | undefined): Observation | null =>
  observations?.at(-1) ?? null

/** The observation of a month, exactly: a month that was never published is missing, and nothing is put in its place. */
export function ofMonth(observations: readonly Observation[] | undefined, month: Month): Observation | null {
  return observations?.findLast(({ date }) => monthOf(date) === month) ?? null
}

const MILLIONS_A_BILLION = 1_000
export const inBillions = (millions: number): number => millions / MILLIONS_A_BILLION
