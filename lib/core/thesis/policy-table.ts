import { CHRONOLOGY_UNTIL, factsOn } from '@/lib/core/chronology'
import { shifted } from '@/lib/core/day-number'
import { feedSeries, type StoredSeries } from '@/lib/core/feed-series'
import type { Evaluation } from '@/lib/core/regime'
import { type Observation, SERIES } from '@/lib/core/series'
import type { FigureUnit } from '@/lib/core/thesis/figure'
import { inBillions, knownOn, newestOf } from '@/lib/core/thesis/known'
import { ARTICLE_BEFORE, ARTICLE_NOW } from '@/lib/core/thesis/level-rules'
import { daysBetween, type IsoDate } from '@/lib/core/units'

export const POLICY_ROWS = ['size', 'qt', 'rates', 'liquidity', 'banks'] as const
export type PolicyRowId = (typeof POLICY_ROWS)[number]

/** What the measurement says in a word, under `policy.reading` of the catalogue `thesis`. */
export type PolicyReading =
  | 'level'
  | 'growing'
  | 'flat'
  | 'shrinking'
  | 'cutting'
  | 'hiking'
  | 'rising'
  | 'falling'
  | 'used'
  | 'notUsed'

export interface Measured {
  reading: PolicyReading
  value: number
  unit: Extract<FigureUnit, 'billions' | 'percentAYear' | 'percent'> | 'percentOfBalanceSheet'
  date: IsoDate
  /** The value before a move, and the start of a period. */
  before?: number
  since?: IsoDate
  /** As FRED or the New York Fed spell it; two where it rests on two. `FOMC`: its statements, where the series ends before them. */
  series: string
  /** Older than the newest value should be by now. */
  late: boolean
}

/** One row: what the article gives for before and now stands in the catalogue; its numbers, billions of dollars, are here. */
export interface PolicyRow {
  id: PolicyRowId
  article: { before: number; now: number } | null
  /** Null: not known from the data at hand. */
  measured: Measured | null
}

/**
 * The article's five rows beside what is measured on a day, from nothing dated later. Holdings and reserves are the readings of the classifier's
 * newest evaluation, so that the page says one thing.
 */
export function policyTable(series: StoredSeries, evaluation: Evaluation | null, asOf: IsoDate): PolicyRow[] {
  const known = knownOn(series, asOf)
  return [
    { id: 'size', article: { before: ARTICLE_BEFORE, now: ARTICLE_NOW }, measured: size(known, asOf) },
    { id: 'qt', article: null, measured: holdings(evaluation, asOf) },
    { id: 'rates', article: null, measured: rates(known, asOf) },
    { id: 'liquidity', article: null, measured: reserves(evaluation, asOf) },
    { id: 'banks', article: null, measured: repo(known, asOf) },
  ]
}

/** Percent a year: within it the holdings neither grow nor shrink; the classifier's gate has the same width. */
const FLAT = 1
const MONTH = 28

const isLate = (date: IsoDate, asOf: IsoDate, lateAfter: number): boolean => daysBetween(date, asOf) > lateAfter

function size({ WALCL }: StoredSeries, asOf: IsoDate): Measured | null {
  const now = newestOf(WALCL)
  if (!now) return null
  const late = isLate(now.date, asOf, SERIES.WALCL.lateAfter)
  return { reading: 'level', value: inBillions(now.value), unit: 'billions', date: now.date, series: 'WALCL', late }
}

/** QT is securities running off: their growth over 91 days at a yearly rate. */
function holdings(evaluation: Evaluation | null, asOf: IsoDate): Measured | null {
  const { raw, date, source = 'WALCL' } = evaluation?.legs.bs ?? { raw: null, date: null }
  if (raw === null || date === null) return null
  const reading = raw > FLAT ? 'growing' : raw < -FLAT ? 'shrinking' : 'flat'
  const late = isLate(date, asOf, SERIES.WALCL.lateAfter)
  return { reading, value: raw, unit: 'percentAYear', date, series: source, late }
}

/** Whether the banks' reserves rise or fall, over 91 days in percent of the balance sheet. */
function reserves(evaluation: Evaluation | null, asOf: IsoDate): Measured | null {
  const { raw, date } = evaluation?.legs.res ?? { raw: null, date: null }
  if (raw === null || date === null) return null
  const late = isLate(date, asOf, SERIES.WRESBAL.lateAfter)
  const reading = raw < 0 ? 'falling' : 'rising'
  return { reading, value: raw, unit: 'percentOfBalanceSheet', date, series: 'WRESBAL, WALCL', late }
}

/** The last move of the target range, by its upper bound: of the chronology, continued by the series where this reaches further. */
function rates({ DFEDTARU }: StoredSeries, asOf: IsoDate): Measured | null {
  const { lastMove } = factsOn(asOf, DFEDTARU)
  if (!lastMove) return null
  const newest = newestOf(DFEDTARU)?.date
  const typed = CHRONOLOGY_UNTIL < asOf ? CHRONOLOGY_UNTIL : asOf
  const bySeries = newest !== undefined && newest >= typed
  const date = bySeries ? newest : typed
  return {
    ...{ reading: lastMove.to > lastMove.from ? 'hiking' : 'cutting', value: lastMove.to, before: lastMove.from },
    ...{ unit: 'percent', date, since: lastMove.date, series: bySeries ? 'DFEDTARU' : 'FOMC' },
    late: isLate(date, asOf, SERIES.DFEDTARU.lateAfter),
  }
}

/** The largest total of one day's repo operations in the last four weeks. */
function repo({ REPO_TOTAL }: StoredSeries, asOf: IsoDate): Measured | null {
  const newest = newestOf(REPO_TOTAL)
  if (!newest) return null
  const since = shifted(newest.date, -MONTH)
  const top = (REPO_TOTAL ?? [])
    .filter(({ date }) => date > since)
    .reduce<Observation>((most, o) => (o.value > most.value ? o : most), newest)
  const value = inBillions(top.value)
  return {
    ...{ value, unit: 'billions', date: top.date, since, series: 'REPO_TOTAL' },
    late: isLate(newest.date, asOf, feedSeries('REPO_TOTAL').lateAfter),
    reading: value > 0 ? 'used' : 'notUsed',
  }
}
