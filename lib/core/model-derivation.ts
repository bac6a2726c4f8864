import { ASSET_CLASSES, type AssetClass, byClass } from '@/lib/core/asset-class'
import { type Conviction, FULL_CONVICTION } from '@/lib/core/conviction'
import { solve } from '@/lib/core/linear-equations'
import {
  ALTERNATIVES_NEUTRAL,
  CONFIDENCE,
  correlationOf,
  DIGITAL_CAP,
  DIGITAL_NEUTRAL,
  EQUITY_SHARE,
  GROWTH_TO_TECH,
  isRisky,
  KEPT_PART,
  LONG_BOND_SHARE,
  MONEY_FLOOR,
  RISKY_CLASSES,
  type RiskyClass,
  ROUNDING_STEP,
  TRACKING_BUDGET,
  VOLATILITY,
} from '@/lib/core/model-inputs'
import { REGIME_STATES, type RegimeState, type RiskLevel, THESIS_SIGN } from '@/lib/core/model-terms'

/** Percent of the portfolio, or percent points, by class. Plain floats: these are models, not money. */
export type Percents = Record<AssetClass, number>

/** What the models of a risk level have in common, whatever the conviction. */
interface Basis {
  neutral: Percents
  /** Points per 1 % of tracking error, for the post-QT regime; the tightening regime has the opposite sign. They total 0. */
  tilt: Percents
  /** Tracking error asked for, percent a year. */
  asked: number
  /** What of it is used at conviction 1: what was asked for, less what the limits took. */
  full: number
}

/** Every step from the inputs to the weights of one risk level at one conviction. */
export interface Derivation extends Basis {
  conviction: Conviction
  /** Tracking error used, percent a year: conviction times `full`, as far as the limits allow. */
  budget: number
  /** The class at its limit, which took a part of what was asked for; null when nothing was taken. */
  boundBy: AssetClass | null
  /** Unrounded, with digital assets capped. */
  before: Record<RegimeState, Percents>
  rounded: Record<RegimeState, Percents>
}

/**
 * The built-in weights of a risk level, from neutral weights, the thesis's signs and the record's confidence, by the model of Black and
 * Litterman (1992) with Idzorek's confidence (2005): neutral ± conviction · budget · tilt. Assumes the inputs of model-inputs.ts; rounds
 * only at the end.
 */
export function deriveModel(risk: RiskLevel, conviction: Conviction = FULL_CONVICTION): Derivation {
  const basis = basisOf(risk)
  const { neutral, tilt, asked, full } = basis
  // What the limits took at conviction 1 is not asked for again below it; above it they hold as before.
  const scaled = affordable(neutral, tilt, conviction * full)
  const boundBy = scaled.boundBy ?? affordable(neutral, tilt, asked).boundBy
  const before = byState((state) => tilted(neutral, tilt, WAY[state] * scaled.budget, DIGITAL_CAP[risk]))
  const rounded = byState((state) => roundWeights(before[state]))
  return { ...basis, conviction, budget: scaled.budget, boundBy, before, rounded }
}

const bases = new Map<RiskLevel, Basis>()

/** Computed once for each risk level: the inputs never change. */
function basisOf(risk: RiskLevel): Basis {
  const made = bases.get(risk) ?? makeBasis(risk)
  bases.set(risk, made)
  return made
}

function makeBasis(risk: RiskLevel): Basis {
  const neutral = neutralWeights(risk)
  const tilt = unitTilt()
  const asked = TRACKING_BUDGET[risk]
  return { neutral, tilt, asked, full: affordable(neutral, tilt, asked).budget }
}

const WAY: Record<RegimeState, -1 | 0 | 1> = { tightening: -1, neutral: 0, postQt: 1 }

function byState<T>(make: (state: RegimeState) => T): Record<RegimeState, T> {
  return Object.fromEntries(REGIME_STATES.map((state) => [state, make(state)])) as Record<RegimeState, T>
}

/** Percent by class before any view: alternatives and digital assets first, the rest to equity and fixed income. Not rounded. */
export function neutralWeights(risk: RiskLevel): Percents {
  const digital = DIGITAL_NEUTRAL[risk]
  const rest = 100 - ALTERNATIVES_NEUTRAL - digital
  const equity = (rest * EQUITY_SHARE[risk]) / 100
  const fixed = rest - equity
  const [growthParts, techParts] = GROWTH_TO_TECH
  const growth = (equity * growthParts) / (growthParts + techParts)
  const longBonds = (fixed * LONG_BOND_SHARE) / 100
  return {
    growth,
    tech: equity - growth,
    longBonds,
    digital,
    moneyFunds: fixed - longBonds,
    alternatives: ALTERNATIVES_NEUTRAL,
  }
}

/** Covariance of annual excess returns in percent². */
const covariance = (a: RiskyClass, b: RiskyClass): number => correlationOf(a, b) * VOLATILITY[a] * VOLATILITY[b]

/**
 * The tilt of one absolute view per class, as large as its volatility: d = (Σ + diag((1/c − 1)·σ²))⁻¹·(s∘σ), scaled to a tracking error of
 * 1 % a year. Prior returns, the views' common scale and τ cancel out of it. Money-market funds take the opposite of the sum.
 */
export function unitTilt(): Percents {
  const variance = (c: RiskyClass) => covariance(c, c)
  const matrix = RISKY_CLASSES.map((a) =>
    RISKY_CLASSES.map((b) => covariance(a, b) + (a === b ? (1 / CONFIDENCE[a] - 1) * variance(a) : 0)),
  )
  const raw = solve(
    matrix,
    RISKY_CLASSES.map((c) => THESIS_SIGN[c] * VOLATILITY[c]),
  )
  const at = (i: number) => raw[i] ?? 0
  const trackingVariance = sumOf(
    RISKY_CLASSES.map((a, i) => sumOf(RISKY_CLASSES.map((b, j) => at(i) * covariance(a, b) * at(j)))),
  )
  // With volatility in percent the root is percent of tracking error per whole portfolio; weights are points, a hundredth of it.
  const scale = 100 / Math.sqrt(trackingVariance)
  const risky = Object.fromEntries(RISKY_CLASSES.map((c, i) => [c, at(i) * scale])) as Record<RiskyClass, number>
  return { ...risky, moneyFunds: -sumOf(Object.values(risky)) }
}

/** Percent that a class keeps at least, in both regimes. */
export function keptWeight(assetClass: AssetClass, neutral: Percents): number {
  const part = neutral[assetClass] * KEPT_PART
  return assetClass === 'moneyFunds' ? Math.max(MONEY_FLOOR, part) : part
}

/** The largest budget up to the one asked for at which, in both regimes, no class falls below what it keeps. */
function affordable(neutral: Percents, tilt: Percents, asked: number): { budget: number; boundBy: AssetClass | null } {
  let budget = asked
  let boundBy: AssetClass | null = null
  for (const c of ASSET_CLASSES) {
    const limit = (neutral[c] - keptWeight(c, neutral)) / Math.abs(tilt[c])
    if (limit < budget) [budget, boundBy] = [limit, c]
  }
  return { budget, boundBy }
}

/** Neutral plus so much of the tilt, digital assets capped; money-market funds take what the cap leaves. */
function tilted(neutral: Percents, tilt: Percents, budget: number, digitalCap: number): Percents {
  const moved = byClass((c) => neutral[c] + tilt[c] * budget)
  const digital = Math.min(moved.digital, digitalCap)
  return { ...moved, digital, moneyFunds: moved.moneyFunds + moved.digital - digital }
}

/** Half up to each class's step; the remainder to money-market funds. */
function roundWeights(percents: Percents): Percents {
  const risky = byClass((c) => (isRisky(c) ? roundHalfUp(percents[c], ROUNDING_STEP[c]) : 0))
  return { ...risky, moneyFunds: 100 - sumOf(RISKY_CLASSES.map((c) => risky[c])) }
}

/** A value a hair under a half because of binary fractions counts as a half. */
const HAIR = 1e-9
const roundHalfUp = (value: number, step: number): number => Math.floor(value / step + 0.5 + HAIR) * step

const sumOf = (values: number[]): number => values.reduce((total, value) => total + value, 0)
