import type { AssetClass } from '@/lib/core/asset-class'
import type { ClassLevels } from '@/lib/core/look-back/class-returns'
import { lastDayOf, monthsLater } from '@/lib/core/month'
import { type Observation, SERIES, type SeriesId, type SeriesSet } from '@/lib/core/series'
import { lastAt } from '@/lib/core/series-values'
import { CLAIMS, type ClaimId } from '@/lib/core/thesis/claims'
import { newestOf, recentAt } from '@/lib/core/thesis/known'
import { daysBetween, type IsoDate } from '@/lib/core/units'

/** The windows in the order in which they close. */
export const TIMER_IDS = ['doubleShock', 'confidence', 'jobs', 'housing', 'riskRally', 'altcoins'] as const
export type TimerId = (typeof TIMER_IDS)[number] & ClaimId

/** What each window is watched by. Prices of a class are there only where the user has given them. */
const WATCHED: Record<TimerId, readonly (SeriesId | AssetClass)[]> = {
  doubleShock: ['WRESBAL', 'WALCL'],
  // The claim names the Conference Board's index, which is in no public-domain series; the University of Michigan's stands in for it.
  confidence: ['UMCSENT'],
  jobs: ['PAYEMS', 'UNRATE'],
  housing: ['HOUST'],
  riskRally: ['growth', 'tech', 'digital'],
  altcoins: ['digital'],
}

/** In percent of the value at the start, or in points where the values are percents themselves. */
export type ChangeUnit = 'percent' | 'percentagePoints'
/** `noPrices`: the user has given none; `noSeries`: none is stored; `noneAtStart`: none near the start; `noneSince`: none after it. */
export type AbsentMeasure = 'noPrices' | 'noSeries' | 'noneAtStart' | 'noneSince'

export type TimerMeasure = { of: SeriesId | AssetClass } & (
  | { atStart: Observation; latest: Observation; change: number; unit: ChangeUnit; absent?: never }
  | { absent: AbsentMeasure; newest: Observation | null }
)

export interface Timer {
  id: TimerId
  /** The window in which the article sees the effect. */
  from: IsoDate
  to: IsoDate
  phase: 'before' | 'in' | 'after'
  /** How much of the time from the start to the window's end has passed, 0 to 1. */
  elapsed: number
  /** To the window's end; 0 when it is over. */
  daysLeft: number
  measures: readonly TimerMeasure[]
}

export interface TimersInput {
  series: SeriesSet
  own: ClassLevels
  start: IsoDate
  asOf: IsoDate
}

/** The claims' windows counted from a start that the user may move, and how far what they are watched by has come since. Nothing after `asOf` is used. */
export function timers({ series, own, start, asOf }: TimersInput): Timer[] {
  return TIMER_IDS.map((id) => {
    const { from, to } = windowOf(id, start)
    return {
      ...{ id, from, to },
      phase: asOf < from ? 'before' : asOf < to ? 'in' : 'after',
      elapsed: Math.min(1, Math.max(0, daysBetween(start, asOf) / daysBetween(start, to))),
      daysLeft: Math.max(0, daysBetween(asOf, to)),
      measures: WATCHED[id].map((of) => measureOf(of, { series, own, start, asOf })),
    }
  })
}

function windowOf(id: TimerId, start: IsoDate): { from: IsoDate; to: IsoDate } {
  const { window } = CLAIMS[id]
  if (window?.kind !== 'months') throw new Error(`No window in months: ${id}`)
  return { from: monthsLater(start, window.from), to: monthsLater(start, window.to) }
}

/** Days before the start within which a value counts as the one at the start. */
const NEAR = { daily: 10, weekly: 10, monthly: 62 } as const

const isSeries = (of: SeriesId | AssetClass): of is SeriesId => of in SERIES

function measureOf(of: SeriesId | AssetClass, { series, own, start, asOf }: TimersInput): TimerMeasure {
  const observations = isSeries(of) ? series[of] : observationsOf(own, of)
  const atStart = recentAt(observations, start, isSeries(of) ? NEAR[SERIES[of].frequency] : NEAR.monthly)
  const latest = lastAt(observations, asOf)
  if (!observations || observations.length === 0) {
    return { of, absent: isSeries(of) ? 'noSeries' : 'noPrices', newest: null }
  }
  if (!atStart) return { of, absent: 'noneAtStart', newest: newestOf(observations) }
  if (!latest || latest.date <= start) return { of, absent: 'noneSince', newest: newestOf(observations) }
  const inPoints = isSeries(of) && SERIES[of].unit === 'percent'
  const change = inPoints ? latest.value - atStart.value : (latest.value / atStart.value - 1) * 100
  return { of, atStart, latest, change, unit: inPoints ? 'percentagePoints' : 'percent' }
}

/** Monthly prices as observations of the months' last days. */
const observationsOf = (own: ClassLevels, assetClass: AssetClass): Observation[] =>
  (own[assetClass] ?? []).map(({ month, value }) => ({ date: lastDayOf(month), value }))
