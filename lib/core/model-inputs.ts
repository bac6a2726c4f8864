import type { AssetClass } from '@/lib/core/asset-class'
import type { RiskLevel } from '@/lib/core/model-terms'

/** The classes that carry risk, in the order of the six; money-market funds take what these leave. */
export const RISKY_CLASSES = ['growth', 'tech', 'longBonds', 'digital', 'alternatives'] as const
export type RiskyClass = (typeof RISKY_CLASSES)[number]

export const isRisky = (assetClass: AssetClass): assetClass is RiskyClass => assetClass !== 'moneyFunds'

/** First and last month of the excess returns behind volatility, correlation and record. */
export const INPUTS_FROM = '2014-10-31'
export const INPUTS_TO = '2026-07-31'
export const INPUT_MONTHS = 142

/** The fund or asset whose returns stand for each class; alternatives are equal parts of three. */
export const PROXIES: Record<AssetClass, string> = {
  growth: 'IWF',
  tech: 'QQQ',
  longBonds: 'TLT',
  digital: 'BTC',
  moneyFunds: 'BIL',
  alternatives: 'GLD, VNQ, DBC',
}

/** Percent of equity in the part that is neither alternative nor digital: published target-risk mixes. */
export const EQUITY_SHARE: Record<RiskLevel, number> = { conservative: 30, balanced: 60, growth: 80 }

/** Percent of equity that a regression of the target-risk funds AOK, AOR and AOA on VT and BND implies: a check on the above. */
export const EQUITY_SHARE_IMPLIED: Record<RiskLevel, number> = { conservative: 31.5, balanced: 59.9, growth: 79.3 }

/** Percent: real estate 4 and commodities 2 of the global market portfolio (Doeswijk, Lam and Swinkels, 2014). */
export const ALTERNATIVES_NEUTRAL = 6

/** Percent: 1.5 at the risk of a 60/40 mix, the middle of the 1–2 % that BlackRock published in December 2024. */
export const DIGITAL_NEUTRAL: Record<RiskLevel, number> = { conservative: 1, balanced: 1.5, growth: 2 }

/** Growth stocks to technology stocks within equity. */
export const GROWTH_TO_TECH = [2, 1] as const

/** The beta of AGG on TLT: how much of the duration of long bonds a broad bond fund has. */
export const LONG_BOND_BETA = 0.322

/** Percent of fixed income in long bonds: that beta, rounded. */
export const LONG_BOND_SHARE = 32

/** Annual volatility of monthly excess returns, percent. */
export const VOLATILITY: Record<RiskyClass, number> = {
  growth: 17.1,
  tech: 18.6,
  longBonds: 13.5,
  digital: 71.5,
  alternatives: 11.1,
}

/** Correlations of monthly excess returns, each pair once, in the order of RISKY_CLASSES. */
export const CORRELATION: Record<RiskyClass, Partial<Record<RiskyClass, number>>> = {
  growth: { tech: 0.98, longBonds: 0.19, digital: 0.36, alternatives: 0.47 },
  tech: { longBonds: 0.19, digital: 0.33, alternatives: 0.42 },
  longBonds: { digital: 0.05, alternatives: 0.22 },
  digital: { alternatives: 0.21 },
  alternatives: {},
}

/** Correlation of two classes, of a class with itself 1. */
export function correlationOf(a: RiskyClass, b: RiskyClass): number {
  return a === b ? 1 : (CORRELATION[a][b] ?? CORRELATION[b][a] ?? 0)
}

/**
 * Confidence in each view, from 0 to 1: half the frequency with which the thesis's sign was right in the record, so that a sign no better
 * than a coin earns 0.25. The thesis gives the sign, the record gives the weight.
 */
export const CONFIDENCE: Record<RiskyClass, number> = {
  growth: 0.23,
  tech: 0.29,
  longBonds: 0.41,
  digital: 0.13,
  alternatives: 0.27,
}

/** Tracking error against neutral, percent a year, before the limits below. */
export const TRACKING_BUDGET: Record<RiskLevel, number> = { conservative: 1, balanced: 1.5, growth: 2 }

/** Percent that money-market funds keep at least, in both regimes. */
export const MONEY_FLOOR = 5

/** The part of its neutral weight that each class keeps at least, in both regimes. */
export const KEPT_PART = 0.25

/** Percent. */
export const DIGITAL_CAP: Record<RiskLevel, number> = { conservative: 1, balanced: 2, growth: 3 }

/** Percent points to which weights are rounded, half up; the remainder goes to money-market funds. */
export const ROUNDING_STEP: Record<RiskyClass, number> = {
  growth: 1,
  tech: 1,
  longBonds: 1,
  digital: 0.5,
  alternatives: 1,
}

/**
 * Sharpe ratios of a hypothetical switch by the measured regime and of staying neutral, over the months above (Balanced, weights within one
 * point of the table): no added value was found.
 */
export const SWITCHING_RECORD = { switching: 0.89, neutral: 0.89 }
