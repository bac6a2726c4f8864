import type { Weights } from '@/lib/core/asset-class'
import type { Issue } from '@/lib/core/issue'
import { REGIMES, type Regime } from '@/lib/core/model-terms'
import { buildPlan, type Certificate, type Planned, type PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { type Bps, bps, type Cents, cents } from '@/lib/core/units'

/** What it would take today to stand on the weights of one regime; money in cents. */
export interface RegimeCost {
  trades: number
  turnover: Cents
  tax: Cents
  /** Sales without lots, whose tax is not in `tax`. */
  untaxed: number
  /** Spreads and order fees. */
  costs: Cents
  /** Drift from the weights of this regime. */
  driftBefore: Bps | null
  driftAfter: Bps | null
  certificate: Certificate
}

/** The cost, or null with an error among the issues. */
export interface RegimePlan {
  cost: RegimeCost | null
  issues: Issue[]
}

export interface RegimeCosts {
  regimes: Record<Regime, RegimePlan>
  /** Post-QT minus tightening; null unless there is a plan for both. */
  difference: CostDifference | null
}

export interface CostDifference {
  trades: number
  turnover: Cents
  tax: Cents
  costs: Cents
  /** Null where a drift is. */
  driftBefore: Bps | null
  driftAfter: Bps | null
}

/**
 * The plans to the weights of both regimes under the same policy: only the target's weights are replaced, so a relative band is as wide as the
 * regime's own weight makes it. Takes at most twice the policy's deadline.
 */
export function costOfRegimes(
  snapshot: Snapshot,
  policy: PlanPolicy,
  pair: Record<Regime, Weights>,
  clock?: () => number,
): RegimeCosts {
  const to = (regime: Regime): RegimePlan =>
    costOf(buildPlan(snapshot, { ...policy, target: { ...policy.target, weights: pair[regime] } }, clock))
  const regimes = Object.fromEntries(REGIMES.map((regime) => [regime, to(regime)])) as Record<Regime, RegimePlan>
  const { tightening, postQt } = regimes
  return { regimes, difference: tightening.cost && postQt.cost && difference(tightening.cost, postQt.cost) }
}

function costOf({ plan, issues }: Planned): RegimePlan {
  if (!plan) return { cost: null, issues }
  const { trades, turnover, tax, costs, driftBefore, driftAfter, certificate } = plan
  const taxes = { tax: tax.total, untaxed: tax.unknown }
  return { cost: { trades: trades.length, turnover, ...taxes, costs, driftBefore, driftAfter, certificate }, issues }
}

function difference(from: RegimeCost, to: RegimeCost): CostDifference {
  return {
    trades: to.trades - from.trades,
    turnover: cents(to.turnover - from.turnover),
    tax: cents(to.tax - from.tax),
    costs: cents(to.costs - from.costs),
    driftBefore: driftDifference(from.driftBefore, to.driftBefore),
    driftAfter: driftDifference(from.driftAfter, to.driftAfter),
  }
}

const driftDifference = (from: Bps | null, to: Bps | null): Bps | null =>
  from === null || to === null ? null : bps(to - from)
