import { z } from 'zod'
import { DECIMALS, divideRounded, type IsoDate, isoDate } from '@/lib/core/units'
import { DECIMAL } from '@/lib/formats/exact-decimal'

/** Beyond these digits before the point it is no price. */
const MOST = 10n ** BigInt(DECIMALS + 15)
const LONGEST = 60

/**
 * A price as a source writes it, in text or as a number of JSON that was read without loss, in 10^-18; what is finer is rounded there, half
 * away from zero. Null when it is no decimal.
 */
export function readPrice(value: unknown): bigint | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > LONGEST) return null
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const shift = DECIMALS - fraction.length + Number(exponent)
  if (shift > LONGEST || shift < -2 * LONGEST) return null
  const digits = BigInt(whole + fraction)
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : divideRounded(digits, 10n ** BigInt(-shift))
  if (size >= MOST) return null
  return sign === '-' ? -size : size
}

/** A price in an answer; one that is none makes the answer unreadable. */
export const priceField = z.union([z.string(), z.number()]).transform((value, context) => {
  const price = readPrice(value)
  if (price !== null) return price
  context.addIssue({ code: 'custom', message: 'not a decimal' })
  return z.NEVER
})

/** The calendar date of a second since 1970, seen from so many seconds east of Greenwich. */
export function dateOfSecond(second: number, east = 0): IsoDate | null {
  const at = new Date((second + east) * 1000)
  return Number.isNaN(at.getTime()) ? null : isoDate(at.toISOString().slice(0, 10))
}
