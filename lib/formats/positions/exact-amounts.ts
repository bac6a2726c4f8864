import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { absolute, divideRounded, ONE } from '@/lib/core/units'

const HALF_CENT = ONE / 200n

/** Whole 10^-18 of a text that was read already; null for anything else. */
export function exactly(text: string | null): bigint | null {
  if (text === null) return null
  const parsed = parseDecimal(text)
  return parsed.ok ? parsed.value : null
}

/** The sum of two amounts as text. */
export const plus = (a: string, b: string): string => decimalText((exactly(a) ?? 0n) + (exactly(b) ?? 0n))

/** An amount spread over a quantity, to 18 decimals, half away from zero; null when there is nothing to divide by. */
export function perUnit(amount: string | null, quantity: string): string | null {
  const whole = exactly(amount)
  const units = exactly(quantity)
  return whole === null || units === null || units === 0n ? null : decimalText(divideRounded(whole * ONE, units))
}

/** What a quantity is worth at a price, in 10^-18; null when either is unknown. */
export function worth(quantity: string, price: string | null): bigint | null {
  const [q, p] = [exactly(quantity), exactly(price)]
  return q === null || p === null ? null : divideRounded(q * p, ONE)
}

/** Whether a total and the sum of so many rounded parts agree: half a cent of rounding for each and for the total. */
export const agree = (sum: bigint, total: bigint, parts: number): boolean =>
  absolute(sum - total) <= HALF_CENT * BigInt(parts + 1)
