import { type Observation, SERIES, SERIES_IDS, type SeriesId, type SeriesSet, type SeriesUnit } from '@/lib/core/series'

/** What is fetched beside the series of FRED: System Open Market Account holdings, repo operations, the Treasury's cash. */
export const OTHER_SERIES_IDS = ['SOMA_BILLS', 'SOMA_TOTAL', 'REPO_TOTAL', 'TGA_CLOSE'] as const
export type OtherSeriesId = (typeof OTHER_SERIES_IDS)[number]
export type StoredSeriesId = SeriesId | OtherSeriesId
export const STORED_SERIES_IDS: readonly StoredSeriesId[] = [...SERIES_IDS, ...OTHER_SERIES_IDS]

export type StoredSeries = SeriesSet & Partial<Record<OtherSeriesId, readonly Observation[]>>

/** What a user turns on or off. FRED is asked over its interface with a key, and by its keyless download otherwise. */
export const SOURCES = ['fred', 'nyFed', 'treasury'] as const
export type Source = (typeof SOURCES)[number]

/** The doors that are knocked at. */
export const FEEDS = ['fredApi', 'fredCsv', 'nyFed', 'treasury'] as const
export type Feed = (typeof FEEDS)[number]

export const SOURCE_OF: Record<Feed, Source> = {
  fredApi: 'fred',
  fredCsv: 'fred',
  nyFed: 'nyFed',
  treasury: 'treasury',
}

/** Nothing older is fetched: it is where the weekly balance sheet begins in FRED. */
export const FIRST_DATE = '2002-12-18'

interface FeedSeries {
  unit: SeriesUnit
  /** Days after the newest observation's own date from which the next one is late. */
  lateAfter: number
  /** Where it can be had, best first. */
  feeds: readonly Feed[]
}

const dollars = (feed: Feed, lateAfter: number): FeedSeries => ({ unit: 'millionsOfDollars', lateAfter, feeds: [feed] })

const OTHERS: Record<OtherSeriesId, FeedSeries> = {
  SOMA_BILLS: dollars('nyFed', 15),
  SOMA_TOTAL: dollars('nyFed', 15),
  REPO_TOTAL: dollars('nyFed', 10),
  TGA_CLOSE: dollars('treasury', 10),
}

const isOther = (series: StoredSeriesId): series is OtherSeriesId => Object.hasOwn(OTHERS, series)

/** How a series is fetched, and in which units it is kept. */
export function feedSeries(series: StoredSeriesId): FeedSeries {
  if (isOther(series)) return OTHERS[series]
  const { unit, lateAfter } = SERIES[series]
  return { unit, lateAfter, feeds: series === 'SOFR' ? ['fredApi', 'fredCsv', 'nyFed'] : ['fredApi', 'fredCsv'] }
}

export const isStoredSeries = (name: string): name is StoredSeriesId =>
  (STORED_SERIES_IDS as readonly string[]).includes(name)

/** Why a feed gave nothing. `refused`: it understood and declined; `badKey`: it declined the key; `waiting`: it was not asked. */
export const FAILURES = [
  ...(['timeout', 'network', 'blocked', 'rateLimited'] as const),
  ...(['badAnswer', 'refused', 'badKey', 'waiting'] as const),
] as const
export type FailureKind = (typeof FAILURES)[number]

/** A value that was not stored, and why: other units, out of range, or a leap from its neighbour as after a change of units. */
export interface RefusedValue extends Observation {
  reason: 'otherUnits' | 'implausible' | 'jump'
}
