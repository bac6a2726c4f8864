import 'server-only'
import type { FailureKind, Feed, RefusedValue, StoredSeriesId } from '@/lib/core/feed-series'
import type { Observation, SeriesUnit } from '@/lib/core/series'
import { findSeriesFeed, saveSeriesFeed, storeTogether } from '@/lib/db/feed-states'
import { storeObservations } from '@/lib/db/series'

/** Refused values that are kept to be shown. */
const MOST_REFUSED = 5

interface FetchedSeries {
  series: StoredSeriesId
  feed: Feed
  unit: SeriesUnit
  observations: readonly Observation[]
  refused: readonly RefusedValue[]
  at: Date
}

/** Values and the note that the series works, as one transaction. */
export async function storeFetched({ series, feed, unit, observations, refused, at }: FetchedSeries): Promise<void> {
  const fine = { source: feed, lastTriedAt: at, lastGoodAt: at, failingSince: null, failure: null }
  await storeTogether(async (tx) => {
    await saveSeriesFeed({ series, ...fine, refused: refused.slice(-MOST_REFUSED) }, tx)
    if (observations.length > 0) await storeObservations({ series, observations, unit, source: feed, at }, tx)
  })
}

/** Notes that a series could not be had. A feed that is being left alone hides no earlier reason. */
export async function noteFailure(
  series: StoredSeriesId,
  { kind, refused }: { kind: FailureKind; refused: readonly RefusedValue[] },
  at: Date,
): Promise<void> {
  const before = await findSeriesFeed(series)
  await saveSeriesFeed({
    series,
    source: before?.source ?? null,
    lastTriedAt: at,
    lastGoodAt: before?.lastGoodAt ?? null,
    failingSince: before?.failingSince ?? at,
    failure: kind === 'waiting' ? (before?.failure ?? kind) : kind,
    refused: refused.length > 0 ? refused.slice(-MOST_REFUSED) : (before?.refused ?? []),
  })
}
