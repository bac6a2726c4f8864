import type { Leg } from '@/lib/core/regime'

export interface LegRule {
  /** Hundredths; the five add up to one hundred. */
  weight: number
  /** The raw value at which the leg says tightening (0) and the one at which it says easing (1). Beyond them it says no more. */
  tightening: number
  easing: number
  /** Days; an older reading is shown and not counted. */
  maxAge: number
}

/** The classifier's rules, one row a leg. The units of the raw values are those of LegReading. */
export const LEG_RULES: Record<Leg, LegRule> = {
  bs: { weight: 30, tightening: -8, easing: 8, maxAge: 15 },
  rate: { weight: 25, tightening: 100, easing: -100, maxAge: 10 },
  exp: { weight: 20, tightening: 100, easing: -100, maxAge: 10 },
  res: { weight: 15, tightening: -3, easing: 3, maxAge: 15 },
  fund: { weight: 10, tightening: 15, easing: -15, maxAge: 10 },
}

/** Without these nothing is measured. */
export const MANDATORY: readonly Leg[] = ['bs', 'rate']
export const LIQUIDITY_LEGS: readonly Leg[] = ['bs', 'res']
export const RATE_LEGS: readonly Leg[] = ['rate', 'exp']

/** A raw reading between 0 (tightening) and 1 (easing). */
export function scale(leg: Leg, raw: number): number {
  const { tightening, easing } = LEG_RULES[leg]
  return Math.min(1, Math.max(0, (raw - tightening) / (easing - tightening)))
}

/** The raw reading that scales to a value between 0 and 1: the inverse of `scale` inside its bounds. */
export function unscale(leg: Leg, scaled: number): number {
  const { tightening, easing } = LEG_RULES[leg]
  return tightening + scaled * (easing - tightening)
}
