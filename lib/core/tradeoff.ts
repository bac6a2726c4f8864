import { buildPlan, type Plan, type PlanPolicy } from '@/lib/core/plan'
import type { Holding, Snapshot } from '@/lib/core/portfolio'
import {
  type Bps,
  type Cents,
  compareBigint,
  divideRounded,
  type FineMoney,
  fineMoney,
  RATE_ONE,
  type Rate,
  rate,
} from '@/lib/core/units'

/** One plan on the way from "no tax" to "on target". */
export interface CurvePoint {
  /** The cost of one unit of currency of tax with which it was found (`Terms.tax`). */
  taxWeight: Rate
  /** As the plan states it: sales without lots are not in it. */
  tax: Cents
  /** Money outside the destination after the plan. */
  tracking: FineMoney
  driftAfter: Bps | null
  trades: number
  turnover: Cents
}

const MOST_POINTS = 12
/** Some solves find nothing new; these are allowed for. */
const MOST_SOLVES = 16
/** So heavy that no distance is worth a cent of tax. */
const NO_TAX = 1_000_000n
const FINE_PER_CENT = 100n

/**
 * Tracking against tax: about 12 plans, by tax ascending, none of them worse than another in both. Found by dichotomic search
 * for supported points (J. Cohon, Multiobjective Programming and Planning, 1978, "NISE"): between two neighbours the plan is
 * solved with the tax weight that makes both equally good; what beats them becomes a new point.
 *
 * There is a choice only where plans may sell (`full`) and something taxable with known lots may be sold: otherwise it is the one point of the
 * plan on the policy's own terms. Empty when no plan can be made, or when tracking weighs nothing. All solves together keep to the
 * policy's deadline by the clock (milliseconds): each gets an equal share of what is left, and points that there is no time for are missing.
 */
export function tradeoffCurve(
  snapshot: Snapshot,
  policy: PlanPolicy,
  clock: () => number = () => 0,
  plan: typeof buildPlan = buildPlan,
): CurvePoint[] {
  if (policy.terms.tracking <= 0n) return []
  const { solve, mayGoOn } = solver(snapshot, policy, clock, plan)
  if (policy.mode !== 'full' || !snapshot.holdings.some((h) => sellsTaxed(h, snapshot))) {
    return undominated([solve(policy.terms.tax)])
  }
  let points = undominated([solve(rate(0n)), solve(rate(policy.terms.tracking * NO_TAX))])
  const empty = new Set<string>()
  while (points.length < MOST_POINTS && mayGoOn()) {
    const widest = widestInterval(points, empty)
    if (!widest) break
    const found = solve(weightBetween(widest, policy.terms.tracking))
    const more = undominated([...points, found])
    if (found && beats(found, widest) && more.includes(found)) points = more
    else empty.add(nameOf(widest))
  }
  return points
}

interface Solver {
  solve: (taxWeight: Rate) => CurvePoint | null
  mayGoOn: () => boolean
}

function solver(snapshot: Snapshot, policy: PlanPolicy, clock: () => number, plan: typeof buildPlan): Solver {
  const end = clock() + policy.terms.deadline
  let left = MOST_SOLVES
  return {
    solve: (taxWeight) => {
      const deadline = Math.max(1, Math.floor((end - clock()) / left))
      left -= 1
      const terms = { ...policy.terms, tax: taxWeight, deadline }
      const made = plan(snapshot, { ...policy, terms }, clock).plan
      return made && pointOf(made, taxWeight, policy.terms.tracking)
    },
    mayGoOn: () => left > 0 && clock() < end,
  }
}

const pointOf = (
  { tax, certificate, driftAfter, trades, turnover }: Plan,
  taxWeight: Rate,
  weight: Rate,
): CurvePoint => ({
  taxWeight,
  tax: tax.total,
  tracking: fineMoney(divideRounded(certificate.parts.tracking * RATE_ONE, weight)),
  driftAfter,
  trades: trades.length,
  turnover,
})

/** A sale of it is taxed, and by how much is known. */
function sellsTaxed(holding: Holding, { accounts }: Snapshot): boolean {
  const taxable = accounts.some((a) => a.id === holding.accountId && a.tax === 'taxable')
  return taxable && holding.lots.length > 0 && !holding.locked && holding.noSell !== true
}

/** By tax ascending, without those that another equals or beats in both; of equals the first stays. */
function undominated(points: readonly (CurvePoint | null)[]): CurvePoint[] {
  const sorted = points
    .filter((p) => p !== null)
    .sort((a, b) => compareBigint(a.tax, b.tax) || compareBigint(a.tracking, b.tracking))
  const kept: CurvePoint[] = []
  for (const point of sorted) {
    const last = kept.at(-1)
    if (!last || point.tracking < last.tracking) kept.push(point)
  }
  return kept
}

/** Two neighbours on the curve: the one with less tax first. */
interface Interval {
  low: CurvePoint
  high: CurvePoint
}

const taxStep = ({ low, high }: Interval): bigint => high.tax - low.tax
const trackingStep = ({ low, high }: Interval): bigint => low.tracking - high.tracking
const nameOf = ({ low, high }: Interval): string => `${low.tax} ${low.tracking} ${high.tax} ${high.tracking}`

/** The interval that takes the largest part of the curve in both directions together, of those not yet found empty. */
function widestInterval(points: readonly CurvePoint[], empty: ReadonlySet<string>): Interval | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const all = { low: first, high: last }
  const width = (i: Interval): bigint => taxStep(i) * trackingStep(all) + trackingStep(i) * taxStep(all)
  const intervals = points.slice(1).map((high, i): Interval => ({ low: points[i] ?? first, high }))
  const open = intervals.filter((interval) => !empty.has(nameOf(interval)))
  return open.reduce<Interval | null>((widest, i) => (widest && width(widest) >= width(i) ? widest : i), null)
}

/** The tax weight with which both ends of an interval cost the same. */
const weightBetween = (interval: Interval, tracking: Rate): Rate =>
  rate(divideRounded(trackingStep(interval) * tracking, taxStep(interval) * FINE_PER_CENT))

/** True below the line through both ends of the interval: better than either at the weight between them. */
const beats = ({ tax, tracking }: CurvePoint, interval: Interval): boolean =>
  (tracking - interval.low.tracking) * taxStep(interval) + (tax - interval.low.tax) * trackingStep(interval) < 0n
