import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import { bondReturns } from '@/lib/core/look-back/bond-return'
import { moneyReturns } from '@/lib/core/look-back/money-return'
import { lastDayOf, type Month, type MonthlyValue, monthAfter, monthEnds, monthNumber } from '@/lib/core/month'
import type { SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

/** Index levels or prices at months' ends, in any unit, from the user's own files. */
export type ClassLevels = Partial<Record<AssetClass, readonly MonthlyValue[]>>

/** Where the return of a month comes from: the user's prices, or a yield. */
type MonthSource = 'ownPrices' | 'DGS20' | 'DGS30' | 'DGS3MO'
/** Where several do. `DGS20+DGS30`: thirty years in the months that have no twenty-year yield. */
export type ReturnSource = MonthSource | 'DGS20+DGS30'

/** The return of one month, a fraction of one. */
export interface MonthlyReturn extends MonthlyValue {
  source: MonthSource
}

/** By class, in the order of months. A class without returns is missing. */
export type ClassReturns = Partial<Record<AssetClass, readonly MonthlyReturn[]>>

const YEARS = { DGS20: 20, DGS30: 30 } as const

/** Returns from levels; a month whose previous month has no level has none. Levels that are not positive are left out. */
export function returnsOf(levels: readonly MonthlyValue[]): MonthlyValue[] {
  const byMonth = new Map(levels.filter(({ value }) => value > 0).map(({ month, value }) => [month, value]))
  return [...byMonth]
    .flatMap(([month, value]) => {
      const before = byMonth.get(monthAfter(month, -1))
      return before === undefined ? [] : [{ month, value: value / before - 1 }]
    })
    .sort((a, b) => monthNumber(a.month) - monthNumber(b.month))
}

const from = (source: MonthSource, returns: readonly MonthlyValue[]): MonthlyReturn[] =>
  returns.map(({ month, value }) => ({ month, value, source }))

/** Long bonds from twenty-year yields; where a month has none of these at both ends, from thirty-year yields. */
function longBonds({ DGS20, DGS30 }: SeriesSet): MonthlyReturn[] {
  const twenty = bondReturns(monthEnds(DGS20 ?? []), YEARS.DGS20)
  const covered = new Set(twenty.map(({ month }) => month))
  const thirty = bondReturns(monthEnds(DGS30 ?? []), YEARS.DGS30).filter(({ month }) => !covered.has(month))
  return [...from('DGS20', twenty), ...from('DGS30', thirty)].sort(
    (a, b) => monthNumber(a.month) - monthNumber(b.month),
  )
}

function fromSeries(assetClass: AssetClass, series: SeriesSet): MonthlyReturn[] {
  if (assetClass === 'longBonds') return longBonds(series)
  return assetClass === 'moneyFunds' ? from('DGS3MO', moneyReturns(monthEnds(series.DGS3MO ?? []))) : []
}

/**
 * Monthly returns of each class that has any, of months that have ended on the day asked for: the user's own prices first; without them long bonds and
 * money-market funds from Treasury yields. The other classes have no returns without prices.
 */
export function classReturns(series: SeriesSet, own: ClassLevels, asOf: IsoDate): ClassReturns {
  const found: ClassReturns = {}
  for (const assetClass of ASSET_CLASSES) {
    const returns = from('ownPrices', returnsOf(own[assetClass] ?? []))
    const chosen = returns.length > 0 ? returns : fromSeries(assetClass, series)
    const ended = chosen.filter(({ month }) => lastDayOf(month) <= asOf)
    if (ended.length > 0) found[assetClass] = ended
  }
  return found
}

/** The sources of some months together; null without any. */
export function sourceOf(returns: readonly MonthlyReturn[]): ReturnSource | null {
  const sources = new Set(returns.map(({ source }) => source))
  return sources.size > 1 ? 'DGS20+DGS30' : ([...sources][0] ?? null)
}

/** The return of several months together, a fraction of one. */
export interface PeriodReturn {
  value: number
  from: Month
  to: Month
  source: ReturnSource
}

/** From one month to the last one at hand without a gap; null when the first has no return. */
export function returnSince(returns: readonly MonthlyReturn[], first: Month): PeriodReturn | null {
  const byMonth = new Map(returns.map((r) => [r.month, r]))
  const run: MonthlyReturn[] = []
  for (let next = byMonth.get(first); next; next = byMonth.get(monthAfter(next.month))) run.push(next)
  const [source, last] = [sourceOf(run), run.at(-1)]
  if (!source || !last) return null
  return { value: run.reduce((growth, { value }) => growth * (1 + value), 1) - 1, from: first, to: last.month, source }
}
