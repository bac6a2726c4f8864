import type { Leg, LegReading } from '@/lib/core/regime'
import { LEG_RULES, LIQUIDITY_LEGS, MANDATORY, RATE_LEGS } from '@/lib/core/regime/leg-rules'

type Readings = Record<Leg, LegReading>

export interface Score {
  /** Between 0 (tightening) and 1 (easing); null without any leg. */
  score: number | null
  liquidity: number | null
  rates: number | null
  /** Sum of the weights of the legs at hand, 0 to 1. */
  coverage: number
}

const WHOLE = 100
const ALL = Object.keys(LEG_RULES) as Leg[]

/** Hundredths. */
export function weightAtHand(readings: Readings, legs: readonly Leg[] = ALL): number {
  return legs.reduce((sum, leg) => sum + (readings[leg].scaled === null ? 0 : LEG_RULES[leg].weight), 0)
}

/** The weighted mean of those legs that are at hand; null without any. */
function weighted(readings: Readings, legs: readonly Leg[]): number | null {
  const weight = weightAtHand(readings, legs)
  if (weight === 0) return null
  return legs.reduce((sum, leg) => sum + LEG_RULES[leg].weight * (readings[leg].scaled ?? 0), 0) / weight
}

/** The score, its two axes and its coverage. A leg that is not at hand is left out, and the others' weights grow in proportion. */
export function scoreOf(readings: Readings): Score {
  return {
    score: weighted(readings, ALL),
    liquidity: weighted(readings, LIQUIDITY_LEGS),
    rates: weighted(readings, RATE_LEGS),
    coverage: weightAtHand(readings) / WHOLE,
  }
}

export const LEAST_COVERAGE = 0.6

export const hasMandatory = (readings: Readings): boolean => MANDATORY.every((leg) => readings[leg].scaled !== null)

/** Whether a state can be told: both mandatory legs, and enough of the weights. */
export const isMeasured = (readings: Readings): boolean =>
  hasMandatory(readings) && weightAtHand(readings) >= LEAST_COVERAGE * WHOLE
