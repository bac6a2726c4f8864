import { type IsoDate, isoDate } from '@/lib/core/units'

/** One value of a public statistic. A plain number: it is read, compared and drawn, never paid. */
export interface Observation {
  date: IsoDate
  value: number
}

/** Identifiers as the Federal Reserve Bank of St. Louis (FRED) spells them. */
export const SERIES_IDS = [
  'WALCL',
  'WSHOSHO',
  'TREAST',
  'WSHOMCB',
  'WRESBAL',
  'WTREGEN',
  'WDTGAL',
  'RRPONTSYD',
  'SOFR',
  'IORB',
  'DFEDTARU',
  'DFEDTARL',
  'DFF',
  'DGS3MO',
  'DGS2',
  'DGS10',
  'DGS20',
  'DGS30',
  'NFCI',
  'HOUST',
  'UNRATE',
  'PAYEMS',
  'CPIAUCSL',
  'UMCSENT',
] as const
export type SeriesId = (typeof SERIES_IDS)[number]

/** Observations by series, each in the order of dates, one a date. A series that is not at hand is missing. */
export type SeriesSet = Partial<Record<SeriesId, readonly Observation[]>>

export type SeriesUnit = 'millionsOfDollars' | 'billionsOfDollars' | 'percent' | 'index' | 'thousands'
export type Frequency = 'daily' | 'weekly' | 'monthly'

interface SeriesFacts {
  unit: SeriesUnit
  frequency: Frequency
  /** The release that it is published in. */
  release: string
  /** Days after the newest observation's own date from which the next one is late: a month's figure is dated on its first day. */
  lateAfter: number
}

const weekly = (release: string): SeriesFacts => ({
  unit: 'millionsOfDollars',
  frequency: 'weekly',
  release,
  lateAfter: 15,
})
const daily = (release: string): SeriesFacts => ({ unit: 'percent', frequency: 'daily', release, lateAfter: 10 })
const monthly = (unit: SeriesUnit, release: string, lateAfter = 80): SeriesFacts => ({
  unit,
  frequency: 'monthly',
  release,
  lateAfter,
})

/** What each series is, as FRED describes it. Amounts that FRED has at times given in billions are kept in millions here. */
export const SERIES: Record<SeriesId, SeriesFacts> = {
  WALCL: weekly('H.4.1'),
  WSHOSHO: weekly('H.4.1'),
  TREAST: weekly('H.4.1'),
  WSHOMCB: weekly('H.4.1'),
  WRESBAL: weekly('H.4.1'),
  WTREGEN: weekly('H.4.1'),
  WDTGAL: weekly('H.4.1'),
  RRPONTSYD: {
    unit: 'billionsOfDollars',
    frequency: 'daily',
    release: 'Temporary Open Market Operations',
    lateAfter: 10,
  },
  SOFR: daily('Secured Overnight Financing Rate'),
  IORB: daily('Interest Rate on Reserve Balances'),
  DFEDTARU: daily('FOMC'),
  DFEDTARL: daily('FOMC'),
  DFF: daily('H.15'),
  DGS3MO: daily('H.15'),
  DGS2: daily('H.15'),
  DGS10: daily('H.15'),
  DGS20: daily('H.15'),
  DGS30: daily('H.15'),
  NFCI: {
    unit: 'index',
    frequency: 'weekly',
    release: 'Chicago Fed National Financial Conditions Index',
    lateAfter: 15,
  },
  HOUST: monthly('thousands', 'New Residential Construction'),
  UNRATE: monthly('percent', 'Employment Situation'),
  PAYEMS: monthly('thousands', 'Employment Situation'),
  CPIAUCSL: monthly('index', 'Consumer Price Index'),
  UMCSENT: monthly('index', 'Surveys of Consumers, University of Michigan', 100),
}

const byDate = (a: Observation, b: Observation): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)

function isOrdered(observations: readonly Observation[]): boolean {
  return observations.every(
    (o, i) => Number.isFinite(o.value) && (i === 0 || (observations[i - 1] as Observation).date < o.date),
  )
}

/**
 * Observations in the order of dates, one a date: of several the one given last. What is no number or has no date of the calendar is left out.
 * Observations that are in order already come back as they are.
 */
export function ordered(observations: readonly Observation[]): readonly Observation[] {
  if (isOrdered(observations)) return observations
  const newest = new Map<IsoDate, Observation>()
  for (const o of observations) if (Number.isFinite(o.value) && isoDate(o.date)) newest.set(o.date, o)
  return [...newest.values()].sort(byDate)
}

/** The set with every series in order; series without an observation are left out. */
export function seriesSet(raw: SeriesSet): SeriesSet {
  const set: SeriesSet = {}
  for (const id of SERIES_IDS) {
    const observations = ordered(raw[id] ?? [])
    if (observations.length > 0) set[id] = observations
  }
  return set
}
