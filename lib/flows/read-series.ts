import 'server-only'
import {
  type FailureKind,
  FIRST_DATE,
  type RefusedValue,
  STORED_SERIES_IDS,
  type StoredSeries,
  type StoredSeriesId,
} from '@/lib/core/feed-series'
import { mergeSeries } from '@/lib/core/merge-series'
import type { Observation } from '@/lib/core/series'
import { type SeriesState, seriesState } from '@/lib/core/series-state'
import type { IsoDate } from '@/lib/core/units'
import { listSeriesFeeds, type SeriesFeed } from '@/lib/db/feed-states'
import { readOwnSeries, readSharedSeries } from '@/lib/db/series'

export interface SeriesStanding {
  series: StoredSeriesId
  state: SeriesState
  /** The newest observation that this user sees. */
  newest: Observation | null
  /** When its source last answered; null for a series that only the user's own files hold. */
  fetchedAt: Date | null
  failingSince: Date | null
  failure: FailureKind | null
  refused: RefusedValue[]
}

export interface SeriesReading {
  /** `snapshot`: not enough is stored to measure the regime, so that the readings shipped with the product stand in. */
  kind: 'stored' | 'snapshot'
  /** Whatever is stored, in the order of dates. */
  series: StoredSeries
  standings: SeriesStanding[]
}

/** The series as this user sees them on a day, from a date on. */
export async function readSeriesSet(
  userId: string,
  { asOf, since = FIRST_DATE as IsoDate }: { asOf: IsoDate; since?: IsoDate },
): Promise<SeriesReading> {
  const [feeds, own] = await Promise.all([listSeriesFeeds(), readOwnSeries(userId, since)])
  const series = mergeSeries(await sharedSeries(feeds), own, since)
  const standings = STORED_SERIES_IDS.map((id): SeriesStanding => {
    const feed = feeds.find((known) => known.series === id)
    const newest = series[id]?.at(-1) ?? null
    return {
      series: id,
      newest,
      state: seriesState(id, newest?.date ?? null, feed?.failingSince ? 'failing' : 'working', asOf),
      fetchedAt: feed?.lastGoodAt ?? null,
      failingSince: feed?.failingSince ?? null,
      failure: feed?.failure ?? null,
      refused: feed?.refused ?? [],
    }
  })
  return { kind: canMeasure(series) ? 'stored' : 'snapshot', series, standings }
}

/** The two legs without which nothing is measured: the policy rate, and the securities held in one of their forms. */
const canMeasure = (series: StoredSeries): boolean =>
  series.DFF !== undefined &&
  (series.WSHOSHO !== undefined || series.WALCL !== undefined || (series.TREAST && series.WSHOMCB) !== undefined)

let kept: { revision: string; series: Promise<StoredSeries> } | undefined

/**
 * The shared series, read again only after one of them was fetched: 80,000 values take the database a third of a second. Public figures, the
 * same for every user; what belongs to a user is never kept. Storing a series and noting when go together, so the notes tell what is there;
 * they were read first, so that what is kept can only be newer than they say.
 */
function sharedSeries(feeds: readonly SeriesFeed[]): Promise<StoredSeries> {
  const revision = feeds
    .map(({ series, lastGoodAt }) => `${series} ${lastGoodAt?.getTime()}`)
    .sort()
    .join()
  if (kept?.revision === revision) return kept.series
  const series = readSharedSeries(FIRST_DATE as IsoDate)
  kept = { revision, series }
  series.catch(() => {
    kept = undefined
  })
  return series
}
