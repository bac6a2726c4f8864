import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import { REGIME_STATES, type RegimeState } from '@/lib/core/models'
import type { Month } from '@/lib/core/month'
import { WHOLE } from '@/lib/core/units'

/** `follow`: the weights of the state measured at the end of the month before. The others keep the weights of one state. */
export const STRATEGIES = ['follow', 'neutral', 'tightening', 'postQt'] as const
export type Strategy = (typeof STRATEGIES)[number]

export const REBALANCING = ['monthly', 'atStateChange'] as const
export type Rebalancing = (typeof REBALANCING)[number]

/** One month: its returns by class, fractions of one, and the state that was known when it began. */
export interface Period {
  month: Month
  returns: ReadonlyMap<AssetClass, number>
  state: RegimeState
}

export interface Terms {
  /** Basis points of the portfolio for a turnover of all of it, that is for selling everything and buying anew. */
  costBps: number
  rebalancing: Rebalancing
}

/** What a strategy did in a month. */
export interface StrategyMonth {
  month: Month
  /** Net of cost, a fraction of one. */
  value: number
  /** ½·Σ|traded| of the portfolio at the month's start, a fraction of one. */
  turnover: number
}

/** Shares of the portfolio by class. */
type Shares = ReadonlyMap<AssetClass, number>

/** Weights of the classes at hand, scaled in proportion to make a whole; null when they have no weight. */
export function rescaledShares(weights: Weights, classes: readonly AssetClass[]): Shares | null {
  const total = classes.reduce((sum, c) => sum + weights[c], 0)
  return total > 0 ? new Map(classes.map((c) => [c, weights[c] / total])) : null
}

/** The part of a model, from 0 to 1, that lies in some classes. */
export const shareIn = (weights: Weights, classes: readonly AssetClass[]): number =>
  classes.reduce((sum, c) => sum + weights[c], 0) / WHOLE

const stateOf = (strategy: Strategy, measured: RegimeState): RegimeState =>
  strategy === 'follow' ? measured : (REGIME_STATES.find((state) => state === strategy) ?? 'neutral')

const turnoverBetween = (from: Shares, to: Shares): number =>
  ASSET_CLASSES.reduce((sum, c) => sum + Math.abs((to.get(c) ?? 0) - (from.get(c) ?? 0)), 0) / 2

/** A month's growth by class, and the shares that it leaves behind. */
function grown(shares: Shares, returns: Period['returns']): { value: number; shares: Shares } {
  const parts = [...shares].map(([c, share]): [AssetClass, number] => [c, share * (1 + (returns.get(c) ?? 0))])
  const total = parts.reduce((sum, [, part]) => sum + part, 0)
  return { value: total - 1, shares: new Map(parts.map(([c, part]) => [c, part / total])) }
}

/**
 * Runs a strategy over consecutive months. It starts invested, without a cost; at the start of each later month it trades to its weights, always or
 * only when its state has changed, and pays the cost out of the portfolio. Every period carries the state that was known before it began.
 */
export function runStrategy(
  strategy: Strategy,
  periods: readonly Period[],
  shares: Record<RegimeState, Shares>,
  { costBps, rebalancing }: Terms,
): StrategyMonth[] {
  let held: { shares: Shares; state: RegimeState } | null = null
  return periods.map(({ month, returns, state: measured }) => {
    const state = stateOf(strategy, measured)
    const trades = held === null || rebalancing === 'monthly' || held.state !== state
    const start = held !== null && !trades ? held.shares : shares[state]
    const turnover = held === null ? 0 : turnoverBetween(held.shares, start)
    const after = grown(start, returns)
    held = { shares: after.shares, state }
    return { month, value: (1 - (turnover * costBps) / WHOLE) * (1 + after.value) - 1, turnover }
  })
}
