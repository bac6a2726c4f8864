/**
 * How much of the tilt's budget is used: 0 is the neutral model in every state, 1 the built-in models as published. Above 1 the tilt is
 * larger than its budget, as far as the limits allow. A plain number in steps of 0.05.
 */
export type Conviction = number

/** Steps to 1. Convictions are whole steps divided by it, so that equal ones are equal to the last bit. */
const STEPS = 20

/** The built-in models as published. */
export const FULL_CONVICTION: Conviction = 1
export const GREATEST_CONVICTION: Conviction = 2
export const CONVICTION_STEP = 1 / STEPS

/** The nearest step within 0 and `greatest`. */
export function convictionNear(value: number, greatest: Conviction = GREATEST_CONVICTION): Conviction {
  return Math.round(Math.min(greatest, Math.max(0, value)) * STEPS) / STEPS
}

export function isConviction(value: number): boolean {
  return Number.isFinite(value) && convictionNear(value) === value
}

/** The conviction of an origin; those recorded before there was a choice have that of the published models. */
export function convictionOf(origin: { conviction?: Conviction }): Conviction {
  return origin.conviction ?? FULL_CONVICTION
}
