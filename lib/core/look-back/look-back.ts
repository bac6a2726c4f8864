import { ASSET_CLASSES, type AssetClass, byClass, type Weights } from '@/lib/core/asset-class'
import { type ClassLevels, classReturns, type ReturnSource, sourceOf } from '@/lib/core/look-back/class-returns'
import { type MonthState, sampleOf } from '@/lib/core/look-back/periods'
import { type SharpeDifference, sharpeDifference } from '@/lib/core/look-back/sharpe-difference'
import { excessOver, type Statistics, statisticsOf } from '@/lib/core/look-back/statistics'
import {
  type Period,
  rescaledShares,
  runStrategy,
  STRATEGIES,
  type Strategy,
  type StrategyMonth,
  shareIn,
  type Terms,
} from '@/lib/core/look-back/strategies'
import { REGIME_STATES, type RegimeState } from '@/lib/core/models'
import type { Month } from '@/lib/core/month'
import type { SeriesSet } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

/** A turnover of the whole portfolio costs a fifth of a percent, unless the user says otherwise. */
export const DEFAULT_COST_BPS = 20
/** Below two years the statistics say nothing. */
export const LEAST_MONTHS = 24

export interface LookBackInput {
  series: SeriesSet
  /** The user's own prices, by class. */
  own: ClassLevels
  /** What was measured at each month's end. */
  states: readonly MonthState[]
  models: Record<RegimeState, Weights>
  terms: Terms
  asOf: IsoDate
  /** The first month to compare, when the user wants to leave out earlier ones. */
  from?: Month
}

/** What the comparison rests on. To be said beside every result of it. */
export interface Coverage {
  /** The source of each class's returns in these months; null for a class that is left out. */
  classes: Record<AssetClass, ReturnSource | null>
  /** The part of the neutral model that the classes at hand make up, 0 to 1. Below 1 all weights are scaled up in proportion. */
  neutralShare: number
  /** First and last month; null when no month has all of it. */
  from: Month | null
  to: Month | null
  months: number
  /** Months taken as neutral because no state was known when they began. */
  unmeasured: number
}

export interface StrategyResult {
  strategy: Strategy
  statistics: Statistics
  /** By month, net of cost; for the chart. */
  months: readonly StrategyMonth[]
}

export type LookBack =
  | {
      kind: 'compared'
      coverage: Coverage
      terms: Terms
      results: Record<Strategy, StrategyResult>
      /** Following the measured regime against each fixed model; null where a Sharpe ratio is not defined. */
      against: Record<Exclude<Strategy, 'follow'>, SharpeDifference | null>
      finding: Finding
    }
  | { kind: 'none'; reason: 'oneClass' | 'noStates' | 'tooShort'; coverage: Coverage }

/**
 * Whether following the measured regime added value over staying neutral. `notMeasurable`: no money-market return to measure risk-adjusted return by.
 * Only `found` is a yes, and even that is hypothetical and in-sample.
 */
export type Finding = SharpeDifference['addedValue'] | 'notMeasurable'

/**
 * What following the measured regime would have done, hypothetically, beside the fixed models: by month, net of the stated cost. The state known at a
 * month's end decides the next month, so that nothing is used before it was known. It needs two classes with returns and two years of months.
 * Returns, volatilities and turnovers are fractions of one.
 */
export function lookBack({ series, own, states, models, terms, asOf, from }: LookBackInput): LookBack {
  const returns = classReturns(series, own, asOf)
  const classes = ASSET_CLASSES.filter((c) => returns[c])
  const sample = states.length === 0 ? { periods: [], unmeasured: 0 } : sampleOf(returns, states, from ?? null)
  const sampled = new Set(sample.periods.map(({ month }) => month))
  const coverage: Coverage = {
    classes: byClass((c) => sourceOf(returns[c]?.filter(({ month }) => sampled.has(month)) ?? [])),
    neutralShare: shareIn(models.neutral, classes),
    from: sample.periods[0]?.month ?? null,
    to: sample.periods.at(-1)?.month ?? null,
    months: sample.periods.length,
    unmeasured: sample.unmeasured,
  }
  const shares = Object.fromEntries(REGIME_STATES.map((s) => [s, rescaledShares(models[s], classes)]))
  if (classes.length < 2 || Object.values(shares).includes(null)) return { kind: 'none', reason: 'oneClass', coverage }
  if (states.length === 0) return { kind: 'none', reason: 'noStates', coverage }
  if (sample.periods.length < LEAST_MONTHS) return { kind: 'none', reason: 'tooShort', coverage }
  return { kind: 'compared', coverage, terms, ...compare(sample.periods, shares as SharesByState, terms) }
}

type SharesByState = Parameters<typeof runStrategy>[2]

function compare(periods: readonly Period[], shares: SharesByState, terms: Terms) {
  const money = periods.every(({ returns }) => returns.has('moneyFunds'))
    ? periods.map(({ returns }) => returns.get('moneyFunds') ?? 0)
    : null
  const run = (strategy: Strategy): StrategyResult => {
    const months = runStrategy(strategy, periods, shares, terms)
    const values = months.map(({ value }) => value)
    const turnovers = months.map(({ turnover }) => turnover)
    return { strategy, months, statistics: statisticsOf(values, turnovers, money) }
  }
  const results = Object.fromEntries(STRATEGIES.map((s) => [s, run(s)])) as Record<Strategy, StrategyResult>
  const excess = (s: Strategy) =>
    excessOver(
      results[s].months.map(({ value }) => value),
      money ?? [],
    )
  const versus = (s: Strategy) => money && sharpeDifference(excess('follow'), excess(s))
  const against = { neutral: versus('neutral'), tightening: versus('tightening'), postQt: versus('postQt') }
  const finding: Finding = against.neutral?.addedValue ?? 'notMeasurable'
  return { results, against, finding }
}
