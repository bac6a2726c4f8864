import { feedSeries, type StoredSeriesId } from '@/lib/core/feed-series'
import { daysBefore, type IsoDate } from '@/lib/core/units'

/** `failing` goes before `late`: it says why. `late`: fetched without fault, but the newest observation is older than it should be. */
export type SeriesState = 'none' | 'fresh' | 'late' | 'failing'

/** How a series stands on a day, by its newest observation and by whether its fetching works. */
export function seriesState(
  series: StoredSeriesId,
  newest: IsoDate | null,
  fetching: 'working' | 'failing',
  asOf: IsoDate,
): SeriesState {
  if (fetching === 'failing') return 'failing'
  if (newest === null) return 'none'
  return newest < daysBefore(asOf, feedSeries(series).lateAfter) ? 'late' : 'fresh'
}
