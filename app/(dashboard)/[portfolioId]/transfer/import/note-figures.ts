import { type Cents, cents, divideRounded, type Quantity, quantity } from '@/lib/core/units'

const PLAIN = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?$/
const PLACES = 18

/** A decimal text of a note in 10^-18, rounded half away from zero beyond that; null when it is no plain number. */
export function noteFigure(text: string): Quantity | null {
  const match = PLAIN.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  const digits = BigInt(whole + fraction.padEnd(PLACES, '0'))
  const size = divideRounded(digits, 10n ** BigInt(Math.max(0, fraction.length - PLACES)))
  return quantity(sign ? -size : size)
}

/** The same as money, in cents. */
export function noteMoney(text: string): Cents | null {
  const figure = noteFigure(text)
  return figure === null ? null : cents(divideRounded(figure, 10n ** BigInt(PLACES - 2)))
}
