import { ASSET_CLASSES, type AssetClass, byClass } from '@/lib/core/asset-class'
import type { Snapshot } from '@/lib/core/portfolio'
import { halfWidth, type Target } from '@/lib/core/targets'
import { type Cents, cents, larger, MILLION, sum, WHOLE } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

export interface DepositAnswer {
  /** With every class on its exact weight; null when no deposit achieves that. */
  onTarget: Cents | null
  /** With every class inside its band, edges included; null when no deposit achieves that. */
  insideBands: Cents | null
  /** The class that asks for the `onTarget` deposit, or that makes it impossible; null when no class does. */
  binding: AssetClass | null
}

/** Money in cents as the purchases find it; `whole` is what weights are of. */
interface Standing {
  whole: bigint
  /** What purchases cannot take out of a class: its holdings, and the reserve where that counts as money-market funds. */
  fixed: Record<AssetClass, bigint>
  /** What stays outside every class: unclassified holdings, and a reserve that counts in the whole alone. */
  apart: bigint
  /** What brings every account up to its reserve (without one, to zero) before anything can be bought from it. */
  owed: bigint
}

/**
 * The least deposit, in whole cents, with which purchases alone can lead to the target: nothing is sold, and securities of every class can
 * be had in every account and in any fraction. Zero when the cash at hand is enough. Free cash is spent, whether or not it counts as money-market
 * funds; accounts below their reserve are filled up first, from the deposit, which may be divided over the accounts.
 *
 * Unclassified holdings are part of the whole with a target of zero, so the classes can never make up the whole: with any, exact weights
 * are impossible, and bands only possible if they leave that much room. The same goes for a class with a target of zero that holds
 * something, unless its band is wide enough. With `reserveCounts`, weights are of everything, reserves included; a reserve of uncounted cash
 * then stands apart as unclassified holdings do. Holdings without a price count for nothing.
 */
export function depositToTarget(snapshot: Snapshot, target: Target, reserveCounts = false): DepositAnswer {
  const standing = standingOf(snapshot, reserveCounts)
  const { deposit, binding } = toExactWeights(standing, target)
  return { onTarget: deposit, insideBands: intoBands(standing, target), binding }
}

function standingOf(snapshot: Snapshot, reserveCounts: boolean): Standing {
  const { values, investable, reserve } = breakdown({ ...snapshot, cashCounts: false })
  // A reserve that is not all there yet is kept whole once the account has been filled up.
  const missing = snapshot.accounts.map((a) => larger(0n, a.reserve - a.cash))
  const kept = sum(snapshot.accounts.map((a) => a.reserve))
  const inFunds = reserveCounts && snapshot.cashCounts ? kept : 0n
  const uncounted = reserveCounts && !snapshot.cashCounts ? kept : 0n
  const whole = reserveCounts ? investable + reserve : investable + reserve - kept
  return {
    whole,
    fixed: byClass((c) => values[c] + (c === 'moneyFunds' ? inFunds : 0n)),
    apart: values.unclassified + uncounted,
    owed: sum(missing),
  }
}

const weightWhole = BigInt(WHOLE)

function toExactWeights(
  { whole, fixed, apart, owed }: Standing,
  { weights }: Target,
): { deposit: Cents | null; binding: AssetClass | null } {
  const stuck = ASSET_CLASSES.find((c) => weights[c] === 0 && fixed[c] > 0n) ?? null
  if (stuck || apart > 0n) return { deposit: null, binding: stuck }
  const wanted = byClass((c) => (fixed[c] === 0n ? 0n : divideUp(fixed[c] * weightWhole, BigInt(weights[c])) - whole))
  const binding = ASSET_CLASSES.reduce((most, c) => (wanted[c] > wanted[most] ? c : most))
  const deposit = larger(wanted[binding], owed)
  return deposit === wanted[binding] && deposit > 0n
    ? { deposit: cents(deposit), binding }
    : { deposit: cents(deposit), binding: null }
}

const bandWhole = BigInt(MILLION)

interface Edges {
  /** Millionths of the whole. */
  lower: bigint
  upper: bigint
  fixed: bigint
}

function intoBands({ whole, fixed, apart, owed }: Standing, { weights, bands }: Target): Cents | null {
  const classes = ASSET_CLASSES.map((c): Edges => {
    const centre = weights[c] * (MILLION / WHOLE)
    const half = halfWidth(weights[c], bands[c])
    const [lower, upper] = [Math.max(0, centre - half), Math.min(MILLION, centre + half)]
    return { lower: BigInt(lower), upper: BigInt(upper), fixed: fixed[c] }
  })
  const fits = (deposit: bigint): boolean => fitsBands(classes, apart, whole + deposit)
  const most = larger(owed, enoughWhole(classes, apart) - whole)
  return fits(most) ? cents(leastThat(fits, owed, most)) : null
}

/** No class is above its band, and what is left beside the fixed values brings the others up to theirs. Once true, true for every larger whole. */
function fitsBands(classes: readonly Edges[], apart: bigint, whole: bigint): boolean {
  if (classes.some(({ upper, fixed }) => fixed * bandWhole > upper * whole)) return false
  return sum(classes.map(({ lower, fixed }) => larger(fixed * bandWhole, lower * whole))) <= (whole - apart) * bandWhole
}

/** A whole at which the bands fit if they ever do: every class is then held up by its lower edge, or by what it holds where that edge is zero. */
function enoughWhole(classes: readonly Edges[], apart: bigint): bigint {
  const edges = classes.flatMap(({ lower, upper, fixed }) => [lower, upper].map((edge) => ({ edge, fixed })))
  const wholes = edges.map(({ edge, fixed }) => (edge > 0n ? divideUp(fixed * bandWhole, edge) : 0n))
  const room = bandWhole - sum(classes.map(({ lower }) => lower))
  const beside = apart + sum(classes.map(({ lower, fixed }) => (lower === 0n ? fixed : 0n)))
  return [...wholes, room > 0n ? divideUp(beside * bandWhole, room) : 0n].reduce(larger)
}

/** The least number from `low` to `high` that passes a test which, once passed, is passed by all above; `high` does pass. */
function leastThat(passes: (n: bigint) => boolean, low: bigint, high: bigint): bigint {
  while (low < high) {
    const middle = (low + high) / 2n
    if (passes(middle)) high = middle
    else low = middle + 1n
  }
  return high
}

/** Division of a non-negative number by a positive one, rounded up. */
const divideUp = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator
