import { STORED_SERIES_IDS, type StoredSeries } from '@/lib/core/feed-series'
import type { Observation } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

/** The shared series from a date on, and in their place, date by date, what the user's own files say. Both are in the order of dates. */
export function mergeSeries(shared: StoredSeries, own: StoredSeries, since: IsoDate): StoredSeries {
  const merged: StoredSeries = {}
  for (const id of STORED_SERIES_IDS) {
    const observations = merge(from(shared[id] ?? [], since), from(own[id] ?? [], since))
    if (observations.length > 0) merged[id] = observations
  }
  return merged
}

function from(observations: readonly Observation[], since: IsoDate): readonly Observation[] {
  const first = observations[0]
  if (!first || first.date >= since) return observations
  const at = observations.findIndex(({ date }) => date >= since)
  return at < 0 ? [] : observations.slice(at)
}

function merge(shared: readonly Observation[], own: readonly Observation[]): readonly Observation[] {
  if (own.length === 0) return shared
  const dates = new Set(own.map(({ date }) => date))
  const rest = shared.filter(({ date }) => !dates.has(date))
  return [...rest, ...own].sort((a, b) => (a.date < b.date ? -1 : 1))
}
