import type { AssetClass } from '@/lib/core/asset-class'

export const RISK_LEVELS = ['conservative', 'balanced', 'growth'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

/** The two monetary regimes between which a portfolio is placed. */
export const REGIMES = ['tightening', 'postQt'] as const
export type Regime = (typeof REGIMES)[number]

export const REGIME_STATES = ['tightening', 'neutral', 'postQt'] as const
export type RegimeState = (typeof REGIME_STATES)[number]

/** What the thesis says becomes of a class after QT: +1 favoured, −1 not. */
export const THESIS_SIGN: Record<AssetClass, 1 | -1> = {
  growth: 1,
  tech: 1,
  longBonds: 1,
  digital: 1,
  moneyFunds: -1,
  alternatives: 1,
}
