/** A decimal as text: digits, at most one point, and perhaps an exponent, as JSON writes its numbers. */
export const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/

export type DecimalFault = 'notNumber' | 'inexact' | 'tooPrecise' | 'tooLarge'

/** Digits before the point; a portfolio of a thousand trillions is a slip of the pen. */
const WHOLE_DIGITS = 15
const LONGEST_TEXT = 100
const MOST_PLACES = 18
const POWERS = Array.from({ length: WHOLE_DIGITS + MOST_PLACES + 1 }, (_, i) => 10n ** BigInt(i))
/** More significant digits than these, and a JSON number may be another one than was written. */
const SIGNIFICANT = 15

const power = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent)

/**
 * A decimal in a string or a JSON number as whole 10^-places, exact, or why it cannot be that. Places: 0 to 18. Fifteen digits may stand before
 * the point.
 */
export function readDecimal(value: unknown, places: number): bigint | DecimalFault {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? 'notNumber' : readText(value, places)
  if (typeof value !== 'number') return 'notNumber'
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'notNumber' : 'tooLarge'
  if (Number.isSafeInteger(value)) return sized(BigInt(value) * power(places), places)
  const text = String(value)
  return significantDigits(text) > SIGNIFICANT ? 'inexact' : readText(text, places)
}

const significantDigits = (text: string): number =>
  text.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').length

function readText(text: string, places: number): bigint | DecimalFault {
  return plainDigits(text, places) ?? anyDecimal(text, places)
}

/** What nearly every number is: up to fifteen digits and perhaps a point, read at a fraction of the cost; null for any other. */
function plainDigits(text: string, places: number): bigint | null {
  if (text.length > SIGNIFICANT) return null
  let digits = 0
  let point = -1
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) digits = digits * 10 + code - 48
    else if (code === 46 && point < 0 && i > 0) point = i
    else return null
  }
  const decimals = point < 0 ? 0 : text.length - 1 - point
  if (text === '' || decimals > places || (point >= 0 && decimals === 0)) return null
  return BigInt(digits) * power(places - decimals)
}

function anyDecimal(text: string, places: number): bigint | DecimalFault {
  const match = DECIMAL.exec(text)
  if (!match) return 'notNumber'
  const [, sign, whole = '', fraction = '', exponent] = match
  const digits = BigInt(whole + fraction)
  const shift = places - fraction.length + (exponent === undefined ? 0 : Number(exponent))
  const size = shifted(digits, shift, places)
  return typeof size === 'string' || sign === '' ? size : -size
}

/** digits × 10^shift, when that is whole and not too large. */
function shifted(digits: bigint, shift: number, places: number): bigint | DecimalFault {
  if (digits === 0n) return 0n
  if (shift >= 0) return shift > WHOLE_DIGITS + places ? 'tooLarge' : sized(digits * power(shift), places)
  if (shift < -LONGEST_TEXT) return 'tooPrecise'
  const divisor = power(-shift)
  return digits % divisor === 0n ? sized(digits / divisor, places) : 'tooPrecise'
}

function sized(value: bigint, places: number): bigint | DecimalFault {
  const limit = power(WHOLE_DIGITS + places)
  return value < limit && value > -limit ? value : 'tooLarge'
}
