import { annualSharpe, covariance, monthlySharpe } from '@/lib/core/look-back/statistics'

/** An annual Sharpe ratio must be higher by more than this to count as a difference at all; smaller ones lie within the rounding of the models. */
export const SHARPE_MARGIN = 0.05
/** Standard errors beyond which chance alone is unlikely, two-sided at five percent. */
export const SIGNIFICANT_AT = 1.96

export interface SharpeDifference {
  /** Annual Sharpe ratio of the first less that of the second. */
  difference: number
  /** Of the difference, annual; 0 when both moved alike. */
  standardError: number
  /** `none`: not higher by more than the margin; `notSignificant`: higher, but chance would do as well; `found`: higher beyond both. */
  addedValue: 'none' | 'notSignificant' | 'found'
}

/**
 * Whether the first of two lists of monthly excess returns has a higher Sharpe ratio than the second. Standard error of paired samples of T months
 * with monthly ratios a, b and correlation ρ: √((2 − 2ρ + ½(a² + b² − 2abρ²)) / T), annualised by √12 (Jobson & Korkie, Journal of Finance 36, 1981,
 * as corrected by Memmel, Finance Letters 1, 2003). It assumes independent normal months, so that it is rather too small than too large for real
 * ones. Null when a ratio is not defined.
 */
export function sharpeDifference(first: readonly number[], second: readonly number[]): SharpeDifference | null {
  const [a, b] = [monthlySharpe(first), monthlySharpe(second)]
  if (a === null || b === null) return null
  const together = covariance(first, second) / Math.sqrt(covariance(first, first) * covariance(second, second))
  const rho = Math.min(1, Math.max(-1, together))
  const variance = (2 - 2 * rho + (a * a + b * b - 2 * a * b * rho * rho) / 2) / first.length
  const difference = annualSharpe(a - b)
  const standardError = annualSharpe(Math.sqrt(Math.max(0, variance)))
  return { difference, standardError, addedValue: valueAdded(difference, standardError) }
}

function valueAdded(difference: number, standardError: number): SharpeDifference['addedValue'] {
  if (difference <= SHARPE_MARGIN) return 'none'
  return difference < SIGNIFICANT_AT * standardError ? 'notSignificant' : 'found'
}
