import { type Currency, isCurrency } from '@/lib/core/currency'
import { daysBetween, divideRounded, type IsoDate, type UnitPrice, unitPrice } from '@/lib/core/units'

/** Why a price is not believed. `hundredfold`: pence for pounds, or pounds for pence; `manual`: one entered by hand is as new. */
export const PRICE_REFUSALS = ['notPositive', 'currency', 'future', 'hundredfold', 'jump', 'manual', 'older'] as const
export type PriceRefusal = (typeof PRICE_REFUSALS)[number]

/** Those that a user may overrule: the number could be right after all. */
const ARGUABLE: readonly string[] = ['hundredfold', 'jump', 'manual', 'older'] satisfies PriceRefusal[]
export const isArguable = (code: string): boolean => ARGUABLE.includes(code)

/** A price as a source gives it, in 10^-18 of a unit of `currency`. */
export interface PriceCandidate {
  price: bigint
  /** Null when it is none that can be held here. */
  currency: Currency | null
  date: IsoDate
}

/** What a holding has so far. */
export interface LastPrice {
  currency: Currency
  price: UnitPrice | null
  pricedOn: IsoDate | null
  priceSource: string | null
}

export type PriceCheck = { ok: true; price: UnitPrice; date: IsoDate } | { ok: false; code: PriceRefusal }

/** A change by this factor or its inverse is a slip more often than a market. */
const LEAP = 20n
const PENCE_PER_POUND = 100n
/** Percent by which a hundredfold may be off and still be one. */
const SLACK = 2n

/** A currency as a source writes it; `GBp` is the pence of `GBP`. Null when it is none that can be held here. */
export function readCurrency(text: string): Currency | null {
  const code = text.trim()
  if (code === 'GBp') return 'GBX'
  const upper = code.toUpperCase()
  return isCurrency(upper) ? upper : null
}

/** A price in another currency, exact but for half of 10^-18: only pounds and pence are one money. Null for any other pair. */
export function inCurrency(price: bigint, from: Currency, to: Currency): bigint | null {
  if (from === to) return price
  if (from === 'GBP' && to === 'GBX') return price * PENCE_PER_POUND
  return from === 'GBX' && to === 'GBP' ? divideRounded(price, PENCE_PER_POUND) : null
}

/**
 * Whether a price may take the place of the last good one. It must be positive, in the holding's currency (pounds and pence are
 * converted), of a day up to `asOf`, less than twenty times and more than a twentieth of the last one, and not older than it.
 * A price entered by hand stays unless the new one is of a later day.
 */
export function checkPrice(candidate: PriceCandidate, last: LastPrice, asOf: IsoDate): PriceCheck {
  if (candidate.price <= 0n) return { ok: false, code: 'notPositive' }
  const price = candidate.currency && inCurrency(candidate.price, candidate.currency, last.currency)
  if (price === null) return { ok: false, code: 'currency' }
  if (price <= 0n) return { ok: false, code: 'notPositive' }
  if (daysBetween(asOf, candidate.date) > 0) return { ok: false, code: 'future' }
  const leap = last.price === null ? null : leapOf(price, last.price)
  if (leap) return { ok: false, code: leap }
  const late = last.price === null ? null : lateness(candidate.date, last)
  return late ? { ok: false, code: late } : { ok: true, price: unitPrice(price), date: candidate.date }
}

/** How a price leaps from the one before; null when it does not. Both positive. */
function leapOf(price: bigint, before: bigint): 'hundredfold' | 'jump' | null {
  if (price < LEAP * before && price * LEAP > before) return null
  const [large, small] = price > before ? [price, before] : [before, price]
  const off = large - PENCE_PER_POUND * small
  // Two percent of a hundred times the smaller one is twice the smaller one.
  return (off < 0n ? -off : off) <= SLACK * small ? 'hundredfold' : 'jump'
}

function lateness(date: IsoDate, { pricedOn, priceSource }: LastPrice): 'manual' | 'older' | null {
  if (pricedOn === null || date > pricedOn) return null
  if (priceSource === 'manual') return 'manual'
  return date < pricedOn ? 'older' : null
}
