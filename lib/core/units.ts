/**
 * The units of every number, and the only rounding.
 *
 * Money is whole cents, weights are whole basis points, quantities and prices are whole 10^-18 of a unit. All are integers, so
 * sums are exact. A product or a quotient is rounded here and nowhere else: half away from zero, or by largest remainder where
 * parts must add up to their whole.
 */
declare const unit: unique symbol

/** Money in hundredths of the currency. */
export type Cents = bigint & { readonly [unit]: 'cents' }
/** A share of a whole in hundredths of a percent. */
export type Bps = number & { readonly [unit]: 'bps' }
/** A share of a whole in millionths: exact for a percentage of a weight in basis points. */
export type Ppm = number & { readonly [unit]: 'ppm' }
/** Shares, coins or units of a fund, in 10^-18. */
export type Quantity = bigint & { readonly [unit]: 'quantity' }
/** Money per one unit of quantity, in 10^-18 of the currency. */
export type UnitPrice = bigint & { readonly [unit]: 'unitPrice' }
/** A pure number in 10^-9: weights of an objective, spreads, fractions of a rate. */
export type Rate = bigint & { readonly [unit]: 'rate' }
/** What one unit of a money is worth in another, in 10^-18. */
export type FxRate = bigint & { readonly [unit]: 'fxRate' }
/** Money in hundredths of a cent, for sums that are judged more finely than they are paid. */
export type FineMoney = bigint & { readonly [unit]: 'fineMoney' }
/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly [unit]: 'isoDate' }

export const DECIMALS = 18
export const ONE = 10n ** BigInt(DECIMALS)
export const RATE_DECIMALS = 9
/** A rate of one. */
export const RATE_ONE = 10n ** BigInt(RATE_DECIMALS)
export const WHOLE = 10_000
export const MILLION = 1_000_000
const CENTS_PER_UNIT = 100n

export const cents = (value: bigint): Cents => value as Cents
export const quantity = (value: bigint): Quantity => value as Quantity
export const unitPrice = (value: bigint): UnitPrice => value as UnitPrice
export const rate = (value: bigint): Rate => value as Rate
export const fxRate = (value: bigint): FxRate => value as FxRate
export const fineMoney = (value: bigint): FineMoney => value as FineMoney
export const NO_MONEY = cents(0n)

/** Throws on a fraction: a weight that is not whole basis points is a bug, not a rounding. */
export function bps(value: number): Bps {
  if (!Number.isSafeInteger(value)) throw new Error(`Not whole basis points: ${value}`)
  return value as Bps
}

export function ppm(value: number): Ppm {
  if (!Number.isSafeInteger(value)) throw new Error(`Not whole millionths: ${value}`)
  return value as Ppm
}

/** `YYYY-MM-DD` that exists in the calendar, or null. */
export function isoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const at = new Date(`${text}T00:00:00Z`)
  const real = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
  return real ? (text as IsoDate) : null
}

const DAY_MS = 86_400_000

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The calendar date so many days before another. */
export function daysBefore(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10) as IsoDate
}

/** Integer division, half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/** Integer division toward minus infinity. */
export function divideDown(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const exact = quotient * denominator === numerator
  return exact || numerator < 0n === denominator < 0n ? quotient : quotient - 1n
}

/** Quantity × price in cents, half away from zero. */
export function marketValue(q: Quantity, price: UnitPrice): Cents {
  return cents(divideRounded(q * price * CENTS_PER_UNIT, ONE * ONE))
}

/** A price in another money, in 10^-18, half away from zero. */
export const convertPrice = (price: UnitPrice, rate: FxRate): UnitPrice => unitPrice(divideRounded(price * rate, ONE))

/** An amount in cents of another money, half away from zero. */
export const convertCents = (amount: Cents, rate: FxRate): Cents => cents(divideRounded(amount * rate, ONE))

/** A share of an amount in cents, half away from zero. */
export function portionOf(amount: Cents, share: Bps): Cents {
  return cents(divideRounded(amount * BigInt(share), BigInt(WHOLE)))
}

export const absolute = <T extends bigint>(value: T): T => (value < 0n ? -value : value) as T
export const smaller = <T extends bigint>(a: T, b: T): T => (a < b ? a : b)
export const larger = <T extends bigint>(a: T, b: T): T => (a > b ? a : b)
export const sum = (values: Iterable<bigint>): bigint => {
  let total = 0n
  for (const value of values) total += value
  return total
}

/**
 * Splits `total` in proportion to `parts` by largest remainder (Hamilton), so that the shares add up to `total` exactly.
 * Ties go to the earlier part. Parts may be negative as long as their sum is not zero; with a zero sum there is no proportion: null.
 */
export function shareOut(total: bigint, parts: readonly bigint[]): bigint[] | null {
  const whole = sum(parts)
  if (whole === 0n) return null
  const shares = parts.map((part) => divideDown(total * part, whole))
  const rest = parts.map((part, i) => absolute(total * part - (shares[i] ?? 0n) * whole))
  const order = parts.map((_, i) => i).sort((a, b) => compareBigint(rest[b] ?? 0n, rest[a] ?? 0n) || a - b)
  let left = total - sum(shares)
  for (const i of order) {
    if (left === 0n) break
    shares[i] = (shares[i] ?? 0n) + 1n
    left -= 1n
  }
  return shares
}

/** Values as basis points of their sum, adding up to 10,000 exactly; null when the sum is zero. */
export function weightsOf(values: readonly bigint[]): Bps[] | null {
  return shareOut(BigInt(WHOLE), values)?.map((value) => bps(Number(value))) ?? null
}

export function compareBigint(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
