import type { Evaluation } from '@/lib/core/regime'

type Quadrant = Evaluation['quadrant']

/** Above the one an axis leans to easing, below the other to tightening. */
export const AXIS_BOUNDS = { high: 0.58, low: 0.42 } as const

const lean = <T>(axis: number | null, high: T, between: T, low: T): T | null => {
  if (axis === null) return null
  return axis > AXIS_BOUNDS.high ? high : axis < AXIS_BOUNDS.low ? low : between
}

/** What the two axes say beside the state; null where an axis has no leg. */
export function quadrantOf(liquidity: number | null, rates: number | null): Quadrant {
  return {
    balanceSheet: lean<Quadrant['balanceSheet']>(liquidity, 'expanding', 'flat', 'shrinking'),
    rates: lean<Quadrant['rates']>(rates, 'easing', 'onHold', 'tightening'),
  }
}
