import 'server-only'
import type { Feed, StoredSeriesId } from '@/lib/core/feed-series'
import type { SeriesId } from '@/lib/core/series'
import { type FeedAnswer, type FeedCall, failed } from '@/lib/feeds/answer'
import { fetchFredApi } from '@/lib/feeds/fred-api'
import { fetchFredCsv } from '@/lib/feeds/fred-csv'
import { fetchNyFed } from '@/lib/feeds/ny-fed'
import { fetchTreasury } from '@/lib/feeds/treasury'

/** Asks one feed for one series. That a feed has the series is the table's promise (`feedSeries`). */
export function fetchSeries(
  feed: Feed,
  series: StoredSeriesId,
  key: string | null,
  call: FeedCall,
): Promise<FeedAnswer> {
  if (feed === 'treasury') return fetchTreasury(call)
  if (feed === 'nyFed') return fetchNyFed(series as Parameters<typeof fetchNyFed>[0], call)
  if (feed === 'fredCsv') return fetchFredCsv(series as SeriesId, call)
  return key === null ? Promise.resolve(failed('badKey', 'no key')) : fetchFredApi(series as SeriesId, key, call)
}
