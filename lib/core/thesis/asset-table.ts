import { ASSET_CLASSES, type AssetClass, byClass } from '@/lib/core/asset-class'
import { type ClassLevels, classReturns, type ReturnSource, returnSince } from '@/lib/core/look-back/class-returns'
import { THESIS_SIGN } from '@/lib/core/models'
import { firstDayOf, lastDayOf, type Month, monthOf } from '@/lib/core/month'
import type { Observation, SeriesSet } from '@/lib/core/series'
import { lastAt } from '@/lib/core/series-values'
import { DEFAULT_START } from '@/lib/core/thesis/claims'
import { recentAt } from '@/lib/core/thesis/known'
import type { IsoDate } from '@/lib/core/units'

export interface ClassReturn {
  /** Total return of the period, percent. */
  value: number
  /** First and last day of the months that it is of. */
  from: IsoDate
  to: IsoDate
  source: ReturnSource | 'recorded'
}

/** Yields of three-month bills at both ends, percent a year. */
export interface BillYields {
  before: Observation
  after: Observation
}

export interface AssetRow {
  assetClass: AssetClass
  /** What the article says of it after QT: +1 favoured, −1 not. What it says in words is in the catalogue. */
  sign: 1 | -1
  return: ClassReturn | null
  /** Of money-market funds: their row is about the yield, not the return. */
  yields: BillYields | null
  /** Null when there is nothing to judge by. */
  right: boolean | null
}

export interface AssetTable {
  rows: readonly AssetRow[]
  right: number
  /** Rows that could be judged. */
  judged: number
}

const RECORDED_TO = '2026-07-31' as IsoDate
/** Percent, total returns of stand-ins for each class from December 2025 to July 2026; not recomputed. */
const RECORDED_RETURNS: Record<AssetClass, number> = {
  growth: -0.4,
  tech: 11.5,
  longBonds: -6.1,
  digital: -30.5,
  moneyFunds: 2.4,
  alternatives: 13.4,
}
/** DGS3MO, H.15. */
const RECORDED_YIELDS: BillYields = {
  before: { date: '2025-12-01' as IsoDate, value: 3.81 },
  after: { date: '2026-07-22' as IsoDate, value: 3.89 },
}
const WEEK = 7
const PERCENT = 100

/** The record of the six rows, for a start on the day of QT's end. */
export const recordedReturns = (): Record<AssetClass, ClassReturn> =>
  byClass((c) => ({ value: RECORDED_RETURNS[c], from: DEFAULT_START, to: RECORDED_TO, source: 'recorded' }))

/**
 * Scores the six rows: a class that the article favours is right when it returned more than nothing, money-market funds ("shrinking return") when the
 * bill yield is lower at the end than at the start.
 */
export function scoreAssets(returns: Record<AssetClass, ClassReturn | null>, yields: BillYields | null): AssetTable {
  const rows = ASSET_CLASSES.map((assetClass): AssetRow => {
    const isMoney = assetClass === 'moneyFunds'
    const found = returns[assetClass]
    const ofFund = yields && yields.after.value < yields.before.value
    return {
      ...{ assetClass, sign: THESIS_SIGN[assetClass], return: found, yields: isMoney ? yields : null },
      right: isMoney ? ofFund : found && found.value > 0,
    }
  })
  return {
    rows,
    right: rows.filter(({ right }) => right === true).length,
    judged: rows.filter(({ right }) => right !== null).length,
  }
}

export interface AssetTableInput {
  series: SeriesSet
  /** The user's own prices, by class. */
  own: ClassLevels
  start: IsoDate
  asOf: IsoDate
}

/**
 * The article's six rows from the month of the start on. A class is judged by the user's own prices; without them long bonds and money-market funds
 * by Treasury yields that reach as far as the record; else by the record, when the start is QT's end.
 */
export function assetTable({ series, own, start, asOf }: AssetTableInput): AssetTable {
  const measured = classReturns(series, own, asOf)
  const first = monthOf(start)
  const recorded = start === DEFAULT_START && RECORDED_TO <= asOf ? recordedReturns() : null
  const returns = byClass((c): ClassReturn | null => {
    const of = measured[c]
    const since = of && returnSince(of, first)
    if (!since) return recorded?.[c] ?? null
    const fresh = { value: since.value * PERCENT, ...days(since.from, since.to), source: since.source }
    return recorded && since.source !== 'ownPrices' && fresh.to < RECORDED_TO ? recorded[c] : fresh
  })
  return scoreAssets(returns, yieldsFrom(series, start, asOf) ?? (recorded && RECORDED_YIELDS))
}

const days = (from: Month, to: Month) => ({ from: firstDayOf(from), to: lastDayOf(to) })

/** Null unless the yields begin at the start and, where a record exists, reach as far as it. */
function yieldsFrom({ DGS3MO }: SeriesSet, start: IsoDate, asOf: IsoDate): BillYields | null {
  const [before, after] = [recentAt(DGS3MO, start, WEEK), lastAt(DGS3MO, asOf)]
  if (!before || !after || after.date <= start) return null
  const short = start === DEFAULT_START && asOf >= RECORDED_TO && after.date < RECORDED_YIELDS.after.date
  return short ? null : { before, after }
}
