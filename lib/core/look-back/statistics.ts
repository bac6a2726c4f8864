const MONTHS_A_YEAR = 12
/** Below it a spread is nothing but rounding. */
const NO_SPREAD = 1e-12

export interface Statistics {
  /** Geometric, a fraction a year. */
  annualReturn: number
  /** Sample standard deviation of monthly returns times √12, a fraction a year. */
  volatility: number
  /** The deepest fall from a month's end to a later one, a fraction from 0 to 1. */
  maxDrawdown: number
  /** Annualised, over the money-market fund; null without its return, or when the excess never varies. */
  sharpe: number | null
  /** A fraction of the portfolio a year. */
  turnover: number
}

export const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** Sample covariance; of a list with itself its variance. Both have the same length of at least two. */
export function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  return a.reduce((sum, v, i) => sum + (v - meanA) * ((b[i] ?? 0) - meanB), 0) / (a.length - 1)
}

const deviation = (values: readonly number[]): number => Math.sqrt(covariance(values, values))

/** Mean over standard deviation of monthly excess returns, not annualised (Sharpe 1994); null when they do not vary. */
export function monthlySharpe(excess: readonly number[]): number | null {
  const spread = deviation(excess)
  return spread > NO_SPREAD ? mean(excess) / spread : null
}

export const annualSharpe = (monthly: number): number => monthly * Math.sqrt(MONTHS_A_YEAR)

export const excessOver = (returns: readonly number[], money: readonly number[]): number[] =>
  returns.map((value, i) => value - (money[i] ?? 0))

/** Of monthly returns and turnovers, fractions of one; `money` are the returns of the money-market fund in the same months. At least two months. */
export function statisticsOf(
  returns: readonly number[],
  turnovers: readonly number[],
  money: readonly number[] | null,
): Statistics {
  const years = returns.length / MONTHS_A_YEAR
  const growth = returns.reduce((product, value) => product * (1 + value), 1)
  const sharpe = money && monthlySharpe(excessOver(returns, money))
  return {
    annualReturn: growth ** (1 / years) - 1,
    volatility: deviation(returns) * Math.sqrt(MONTHS_A_YEAR),
    maxDrawdown: deepestFall(returns),
    sharpe: sharpe === null ? null : annualSharpe(sharpe),
    turnover: turnovers.reduce((sum, value) => sum + value, 0) / years,
  }
}

function deepestFall(returns: readonly number[]): number {
  let [level, peak, deepest] = [1, 1, 0]
  for (const value of returns) {
    level *= 1 + value
    peak = Math.max(peak, level)
    deepest = Math.max(deepest, 1 - level / peak)
  }
  return deepest
}
