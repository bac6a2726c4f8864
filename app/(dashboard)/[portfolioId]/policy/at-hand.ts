import { STORED_SERIES_IDS, type StoredSeries, type StoredSeriesId } from '@/lib/core/feed-series'
import type { IsoDate } from '@/lib/core/units'

export type Origin = 'stored' | 'snapshot'

export interface AtHand {
  series: StoredSeries
  origins: Partial<Record<StoredSeriesId, Origin>>
}

/** Of each series whichever reaches further, what is stored or what ships with the product, up to a day. */
export function atHand(stored: StoredSeries, shipped: StoredSeries, asOf: IsoDate): AtHand {
  const series: StoredSeries = {}
  const origins: AtHand['origins'] = {}
  for (const id of STORED_SERIES_IDS) {
    const own = until(stored[id], asOf)
    const other = until(shipped[id], asOf)
    const origin = newest(own) >= newest(other) ? 'stored' : 'snapshot'
    const known = origin === 'stored' ? own : other
    if (known.length === 0) continue
    series[id] = known
    origins[id] = origin
  }
  return { series, origins }
}

type Observations = NonNullable<StoredSeries[StoredSeriesId]>

/** Series end before today as a rule, so that there is mostly nothing to leave out. */
function until(observations: Observations | undefined, asOf: IsoDate): Observations {
  if (!observations) return []
  return newest(observations) <= asOf ? observations : observations.filter(({ date }) => date <= asOf)
}

const newest = (observations: Observations): string => observations.at(-1)?.date ?? ''
