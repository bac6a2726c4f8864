import { ASSET_CLASSES, type AssetClass, byClass, type Weights } from '@/lib/core/asset-class'
import { halfWidth, type Target } from '@/lib/core/targets'
import {
  absolute,
  type Bps,
  bps,
  type Cents,
  cents,
  divideRounded,
  MILLION,
  type Ppm,
  ppm,
  shareOut,
  sum,
  WHOLE,
} from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

const whole = BigInt(WHOLE)
const perBp = MILLION / WHOLE

/**
 * The money that a set of weights asks for in each class, by largest remainder: it adds up to `investable` exactly.
 * With nothing invested every class asks for nothing.
 */
export function targetValues(investable: Cents, target: Weights): Record<AssetClass, Cents> {
  const parts =
    shareOut(
      investable,
      ASSET_CLASSES.map((c) => BigInt(target[c])),
    ) ?? []
  return Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, cents(parts[i] ?? 0n)])) as Record<AssetClass, Cents>
}

/** The calculated shift: money to add to (+) or take from (−) each class to stand exactly on the weights. */
export function shiftsTo(b: Breakdown, target: Weights): Record<AssetClass, Cents> {
  const wanted = targetValues(b.investable, target)
  return byClass((c) => cents(wanted[c] - b.values[c]))
}

/** What stands apart is wholly away from any weights; times 10,000 as the gaps are. */
const apartOf = (b: Breakdown): bigint => (absolute(b.values.unclassified) + absolute(b.values.cash)) * whole

/**
 * Drift: half the sum of |weight − target| over the six classes and over what stands apart (unclassified and uncounted cash, whose
 * target is zero). In basis points of the investable value, rounded once; it is the share that would have to move. Null when the breakdown has no weights.
 */
export function measureDrift(b: Breakdown, target: Weights): Bps | null {
  if (b.weights === null) return null
  const gaps = ASSET_CLASSES.map((c) => absolute(b.values[c] * whole - BigInt(target[c]) * b.investable))
  return bps(Number(divideRounded(sum(gaps) + apartOf(b), 2n * b.investable)))
}

export interface RegimePosition {
  /** Way from the tightening weights (0) to the post-QT weights (10,000); may lie outside. */
  along: Bps
  /** Half the sum of |weight − nearest point of that line|: how little the line explains. */
  off: Bps
}

/**
 * Where the portfolio stands on the line from the tightening weights t to the post-QT weights p: the projection
 * λ = (w − t)·(p − t) / |p − t|², and the distance ½·Σ|w − (t + λ(p − t))| from it, in basis points; unclassified holdings and
 * uncounted cash are off the line. Null when the breakdown has no weights or t = p.
 */
export function regimePosition(b: Breakdown, t: Weights, p: Weights): RegimePosition | null {
  if (b.weights === null) return null
  const way = byClass((c) => BigInt(p[c] - t[c]))
  const length = sum(ASSET_CLASSES.map((c) => way[c] * way[c]))
  if (length === 0n) return null
  // Distances from t, times 10,000 · investable, so that nothing is rounded before the end.
  const from = byClass((c) => b.values[c] * whole - BigInt(t[c]) * b.investable)
  const dot = sum(ASSET_CLASSES.map((c) => from[c] * way[c]))
  const along = divideRounded(dot * whole, length * b.investable)
  const gaps = ASSET_CLASSES.map((c) => absolute(from[c] * length - dot * way[c]))
  const off = divideRounded(sum(gaps) + apartOf(b) * length, 2n * length * b.investable)
  return { along: bps(Number(along)), off: bps(Number(off)) }
}

export type BandSide = 'below' | 'inside' | 'above'

export interface BandState {
  lower: Ppm
  upper: Ppm
  side: BandSide
}

/** The tolerance band of one class in millionths of the investable value, and on which side of it the class stands. The edges are inside, and so is all when nothing is invested. */
export function bandState(b: Breakdown, target: Target, assetClass: AssetClass): BandState {
  const centre = target.weights[assetClass] * perBp
  const half = halfWidth(target.weights[assetClass], target.bands[assetClass])
  const lower = ppm(Math.max(0, centre - half))
  const upper = ppm(Math.min(MILLION, centre + half))
  if (b.investable <= 0n) return { lower, upper, side: 'inside' }
  const scaled = b.values[assetClass] * BigInt(MILLION)
  const side =
    scaled < BigInt(lower) * b.investable ? 'below' : scaled > BigInt(upper) * b.investable ? 'above' : 'inside'
  return { lower, upper, side }
}

/** What one class looks like against both regimes and against the adopted target. */
export interface ClassRow {
  assetClass: AssetClass
  value: Cents
  /** Null when the breakdown has no weights. */
  weight: Bps | null
  tightening: Bps
  postQt: Bps
  shiftToTightening: Cents
  shiftToPostQt: Cents
  adopted: { target: Bps; drift: Bps | null; shift: Cents; band: BandState } | null
}

export interface Comparison {
  breakdown: Breakdown
  rows: ClassRow[]
  position: RegimePosition | null
  /** Drift from the adopted target; null without one. */
  drift: Bps | null
  driftFromTightening: Bps | null
  driftFromPostQt: Bps | null
}

/** The whole table of the overview: weights, both regimes, the adopted target, drift and shifts, in class order. */
export function compare(
  b: Breakdown,
  regimes: { tightening: Weights; postQt: Weights },
  target: Target | null,
): Comparison {
  const toTightening = shiftsTo(b, regimes.tightening)
  const toPostQt = shiftsTo(b, regimes.postQt)
  const toTarget = target && shiftsTo(b, target.weights)
  const rows = ASSET_CLASSES.map((c): ClassRow => {
    const weight = b.weights?.[c] ?? null
    return {
      assetClass: c,
      value: b.values[c],
      weight,
      tightening: regimes.tightening[c],
      postQt: regimes.postQt[c],
      shiftToTightening: toTightening[c],
      shiftToPostQt: toPostQt[c],
      adopted: target &&
        toTarget && {
          target: target.weights[c],
          drift: weight === null ? null : bps(weight - target.weights[c]),
          shift: toTarget[c],
          band: bandState(b, target, c),
        },
    }
  })
  return {
    breakdown: b,
    rows,
    position: regimePosition(b, regimes.tightening, regimes.postQt),
    drift: target && measureDrift(b, target.weights),
    driftFromTightening: measureDrift(b, regimes.tightening),
    driftFromPostQt: measureDrift(b, regimes.postQt),
  }
}
