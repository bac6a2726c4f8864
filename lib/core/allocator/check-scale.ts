import { CLASS_SCALE } from '@/lib/core/allocator/problem'
import { divideDown, divideRounded, type FineMoney, fineMoney, RATE_ONE } from '@/lib/core/units'

/**
 * An exact cost is an integer in 10^-58 of the currency: money in 10^-36, times 10^22. On that scale every product of the checker is
 * whole: a rate of 10^-9 or a price of 10^-12 times an amount of a class, a tax rate in 10^-4 times a loss credit times the tax's weight.
 */
const EXACT_ONE = 10n ** 22n
/** Multipliers are taken as prices in 10^-12. */
const PRICE_ONE = 10n ** 12n
const FINE = 10n ** 54n
/** Larger prices are no hints but mistakes, and would only make the integers long. */
const LARGEST_PRICE = 1e6

/** Turns a product of money with a rate, a price, or one of each into an exact cost. */
export const FROM_MONEY = EXACT_ONE
export const FROM_RATE = EXACT_ONE / RATE_ONE
export const FROM_PRICE = EXACT_ONE / PRICE_ONE
export const FROM_PRICE_RATE = FROM_PRICE / RATE_ONE
/** The same for an amount of a class. */
export const FROM_CLASS = EXACT_ONE / CLASS_SCALE
export const FROM_CLASS_RATE = FROM_RATE / CLASS_SCALE
export const FROM_CLASS_PRICE = FROM_PRICE / CLASS_SCALE
/** Cash after a spread is whole in money × 10^9; a class that such cash counts in, in money × CLASS_SCALE × 10^3. */
export const CASH_FINE = RATE_ONE
export const CLASS_FINE = 1000n
export const CLASS_FINE_OF_CASH = (CLASS_SCALE * CLASS_FINE) / CASH_FINE
/** A rate in 10^-9 as a price in 10^-12. */
export const PRICE_OF_RATE = PRICE_ONE / RATE_ONE

/** An exact cost in hundredths of a cent, half away from zero. */
export const fineRounded = (exact: bigint): FineMoney => fineMoney(divideRounded(exact, FINE))
/** An exact bound in hundredths of a cent, never above it. */
export const fineDown = (exact: bigint): FineMoney => fineMoney(divideDown(exact, FINE))
export const exactOf = (money: FineMoney): bigint => money * FINE

/** A hint as a price in 10^-12; what is no number is no price. */
export function priceOf(hint: number | undefined): bigint {
  if (hint === undefined || !Number.isFinite(hint)) return 0n
  return BigInt(Math.round(Math.min(LARGEST_PRICE, Math.max(-LARGEST_PRICE, hint)) * Number(PRICE_ONE)))
}

export const within = (value: bigint, low: bigint, high: bigint): bigint =>
  value < low ? low : value > high ? high : value
