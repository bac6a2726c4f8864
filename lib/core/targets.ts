import { ASSET_CLASSES, type AssetClass, byClass, type Weights } from '@/lib/core/asset-class'
import { type Conviction, convictionOf } from '@/lib/core/conviction'
import { builtInModel, type RegimeState, type RiskLevel, regimePair } from '@/lib/core/models'
import { type Bps, bps, type IsoDate, MILLION, type Ppm, ppm, shareOut, WHOLE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

/**
 * How far a class may stand from its target before a plan acts.
 * `fiveTwentyFive`: the smaller of 5 points and a quarter of the target (L. Swedroe's rule).
 * `absolute`: so many basis points of the portfolio. `relative`: so many percent of the target (G. Daryanani, 2008).
 */
export type Band =
  | { rule: 'fiveTwentyFive' }
  | { rule: 'absolute'; halfWidth: Bps }
  | { rule: 'relative'; percent: number }

export type Bands = Record<AssetClass, Band>

/** Where a class outside its band is led back to: the target, the nearest edge of the band, or half-way between. */
export const DESTINATIONS = ['target', 'edge', 'halfway'] as const
export type Destination = (typeof DESTINATIONS)[number]

/** What a built-in target was made with. Without a conviction it is that of the published models. */
type BuiltIn = { risk: RiskLevel; conviction?: Conviction }

/** Where the weights of a target came from. */
export type TargetOrigin =
  | ({ kind: 'builtIn'; state: RegimeState } & BuiltIn)
  | ({ kind: 'blend' /** basis points of the way from tightening to post-QT */; share: Bps } & BuiltIn)
  /** Proposed from the measured regime: the state as measured on that Friday, its score from 0 to 1; null when it was a Friday before. */
  | ({ kind: 'measured'; state: RegimeState; friday: IsoDate; score: number | null } & BuiltIn)
  | { kind: 'custom'; modelId: string; name: string }
  | { kind: 'holdings' }

/** An origin whose weights can be computed from it. */
export type BuiltInOrigin = Extract<TargetOrigin, BuiltIn>

/** What a plan steers towards. */
export interface Target {
  weights: Weights
  bands: Bands
  destination: Destination
}

/** A target with the act that put it in force. */
export interface Adoption extends Target {
  id: string
  origin: TargetOrigin
  /** ISO instant. */
  adoptedAt: string
}

export const DEFAULT_BANDS: Bands = byClass(() => ({ rule: 'fiveTwentyFive' }))

const POINTS_5 = 500
const QUARTER = 25

/** Half the width of a class's band, in millionths of the portfolio (exact for whole percents of whole basis points). */
export function halfWidth(target: Bps, band: Band): Ppm {
  const perBp = MILLION / WHOLE
  switch (band.rule) {
    case 'absolute':
      return ppm(band.halfWidth * perBp)
    case 'relative':
      return ppm(target * band.percent)
    case 'fiveTwentyFive':
      return ppm(Math.min(POINTS_5 * perBp, target * QUARTER))
  }
}

/**
 * Weights `share` basis points of the way from one set to another, rounded by largest remainder so that they total 10,000.
 * A share of 0 gives `from`, 10,000 gives `to`; it may not lie outside.
 */
export function blend(from: Weights, to: Weights, share: Bps): Weights {
  if (share < 0 || share > WHOLE) throw new Error(`Not a share of the way: ${share}`)
  return rescaled(ASSET_CLASSES.map((c) => BigInt(from[c] * (WHOLE - share) + to[c] * share)))
}

/** The weights that a built-in origin stands for. */
export function exampleWeights(origin: BuiltInOrigin): Weights {
  const conviction = convictionOf(origin)
  if (origin.kind !== 'blend') return builtInModel(origin.risk, origin.state, conviction)
  const { tightening, postQt } = regimePair(origin.risk, conviction)
  return blend(tightening, postQt, origin.share)
}

/**
 * What is held now as a target: the six classes rescaled to 10,000 by largest remainder, leaving out what is unclassified and cash that does
 * not count. Null when nothing is left, or when a class is worth less than nothing (an overdraft counted as money-market funds).
 */
export function weightsOfHoldings(b: Pick<Breakdown, 'values'>): Weights | null {
  const values = ASSET_CLASSES.map((c) => b.values[c])
  if (values.some((value) => value < 0n) || values.every((value) => value === 0n)) return null
  return rescaled(values)
}

function rescaled(parts: readonly bigint[]): Weights {
  const shares = shareOut(BigInt(WHOLE), parts) ?? []
  return Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, bps(Number(shares[i]))])) as Weights
}
