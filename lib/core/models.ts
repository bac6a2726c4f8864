import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import type { Regime } from '@/lib/core/regime'
import { bps } from '@/lib/core/units'

export const RISK_LEVELS = ['conservative', 'balanced', 'growth'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

export const REGIME_STATES = ['tightening', 'neutral', 'postQt'] as const
export type RegimeState = (typeof REGIME_STATES)[number]

/** The last month of the data from which the built-in weights were derived. */
export const MODELS_DATED = '2026-07-31'

/** Percent of the portfolio, one row per class order of ASSET_CLASSES; each totals 100. Derived in model-derivation.ts. */
const PERCENT: Record<RiskLevel, Record<RegimeState, readonly number[]>> = {
  conservative: {
    tightening: [17, 8, 17, 1, 54, 3],
    neutral: [19, 9, 21, 1, 44, 6],
    postQt: [20, 11, 25, 1, 34, 9],
  },
  balanced: {
    tightening: [35, 16, 6, 1, 40, 2],
    neutral: [37, 19, 12, 1.5, 24.5, 6],
    postQt: [39, 21, 18, 2, 10, 10],
  },
  growth: {
    tightening: [48, 23, 3, 2, 20, 4],
    neutral: [49, 25, 6, 2, 12, 6],
    postQt: [50, 26, 9, 2, 5, 8],
  },
}

/** The built-in weights of one risk level in one state: a sourced, editable example, not advice. */
export function builtInModel(risk: RiskLevel, state: RegimeState): Weights {
  const row = PERCENT[risk][state]
  return Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, bps(Math.round((row[i] ?? 0) * 100))])) as Weights
}

/** The pair of regimes that a portfolio of this risk level is compared with. */
export function regimePair(risk: RiskLevel): Record<Regime, Weights> {
  return { tightening: builtInModel(risk, 'tightening'), postQt: builtInModel(risk, 'postQt') }
}

/** What the thesis says becomes of a class after QT: +1 favoured, −1 not. */
export const THESIS_SIGN: Record<AssetClass, 1 | -1> = {
  growth: 1,
  tech: 1,
  longBonds: 1,
  digital: 1,
  moneyFunds: -1,
  alternatives: 1,
}
