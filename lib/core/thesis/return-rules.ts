import type { AssetClass } from '@/lib/core/asset-class'
import { monthsLater } from '@/lib/core/month'
import type { AssetRow, AssetTable } from '@/lib/core/thesis/asset-table'
import { CLAIMS, DEFAULT_START } from '@/lib/core/thesis/claims'
import type { Figure, FigureName } from '@/lib/core/thesis/figure'
import type { Recorded, Remark, Verdict } from '@/lib/core/thesis/record'
import type { IsoDate } from '@/lib/core/units'

const RETURN_NAMES: Record<AssetClass, FigureName> = {
  growth: 'growthReturn',
  tech: 'techReturn',
  longBonds: 'longBondsReturn',
  digital: 'digitalReturn',
  moneyFunds: 'moneyFundsReturn',
  alternatives: 'alternativesReturn',
}
/** What the article calls risk assets. */
const RISK_ASSETS: readonly AssetClass[] = ['growth', 'tech', 'digital']

function figureOf({ assetClass, return: found }: AssetRow): Figure[] {
  if (!found) return []
  const { value, from, to, source } = found
  const published = source === 'recorded' ? 'fundReturns' : source
  return [{ name: RETURN_NAMES[assetClass], value, unit: 'percent', since: from, date: to, source: published }]
}

/** One recorded row makes the whole a record. */
function basisOf(rows: readonly AssetRow[]): Returned['basis'] {
  const sources = rows.flatMap(({ return: found }) => found?.source ?? [])
  if (sources.length === 0) return 'undecided'
  return sources.includes('recorded') ? 'recorded' : 'recomputed'
}

const share = (right: number, of: number): Verdict =>
  right === of ? 'confirmed' : right > 0 ? 'partly' : 'contradicted'

export interface Returned extends Recorded {
  basis: 'recomputed' | 'recorded' | 'undecided'
}

/** The six-row table as one claim: open until all rows can be judged; then confirmed when every row is right, contradicted when none is. */
export function assetTableVerdict(table: AssetTable, asOf: IsoDate): Returned {
  const figures = table.rows.flatMap(figureOf)
  const on = newestDate(figures) ?? asOf
  const score: Figure = { name: 'rowsRight', value: table.right, unit: 'count', date: on, source: 'article' }
  const all = { on, figures: [score, ...figures], basis: basisOf(table.rows) }
  if (table.judged < table.rows.length) return { verdict: 'open', ...all, remark: 'notAllRows' }
  return { verdict: share(table.right, table.judged), ...all }
}

/**
 * "Risk assets rally for six to twelve months": open until the window's end; then right for each of growth, technology and digital assets that
 * returned more than money-market funds since the start. `table` is that of the window, at most up to `asOf`.
 */
export function riskRally(table: AssetTable, start: IsoDate, asOf: IsoDate): Returned {
  const rows = table.rows.filter(({ assetClass }) => RISK_ASSETS.includes(assetClass))
  const money = table.rows.find(({ assetClass }) => assetClass === 'moneyFunds')?.return
  const figures = rows.flatMap(figureOf)
  const end = windowEnd('riskRally', start)
  const open = { on: newestDate(figures) ?? asOf, figures, basis: basisOf(rows) }
  if (asOf < end) return { verdict: 'open', ...open, ...(start === DEFAULT_START ? { remark: 'failedBefore' } : {}) }
  const whole = rows.filter(({ return: found }) => found && found.to >= lastWholeMonth(end))
  if (whole.length === 0 || !money) return { verdict: 'notCheckable', ...open, remark: 'needsPrices' }
  const right = whole.filter(({ return: found }) => found && found.value > Math.max(0, money.value)).length
  return { verdict: share(right, whole.length), ...open }
}

/** What nothing at hand decides: open until its window ends, not checkable afterwards. */
export function undecided(id: 'altcoins' | 'bitcoinLevel', start: IsoDate, asOf: IsoDate): Omit<Returned, 'basis'> {
  const open = asOf < windowEnd(id, start)
  const remark: Remark = id === 'altcoins' && open ? 'fewCases' : 'needsPrices'
  return { verdict: open ? 'open' : 'notCheckable', on: asOf, figures: [], remark }
}

/** The last day of a claim's window. */
export function windowEnd(id: keyof typeof CLAIMS, start: IsoDate): IsoDate {
  const { window } = CLAIMS[id]
  if (!window) return start
  return window.kind === 'dates' ? window.to : monthsLater(start, window.to)
}

/** The last month that lies whole before a day, by its first day. */
const lastWholeMonth = (end: IsoDate): IsoDate => `${monthsLater(end, -1).slice(0, 7)}-01` as IsoDate

const newestDate = (figures: readonly Figure[]): IsoDate | null =>
  figures
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? null
