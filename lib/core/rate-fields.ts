import type { MoneyCurrency } from '@/lib/core/currency'
import { parseDate } from '@/lib/core/date-text'
import { parseDecimal } from '@/lib/core/decimal'
import { type FieldProblems, problem, type Reading } from '@/lib/core/field-reading'
import type { RateQuote } from '@/lib/core/fx'
import { absolute, daysBetween, type FxRate, fxRate, type IsoDate, ONE } from '@/lib/core/units'

/** An exchange rate as it is typed: one unit of `currency` is `rate` of `quote`. */
export interface RateTexts {
  currency: MoneyCurrency
  quote: MoneyCurrency
  rate: string
  date: string
}

/** No two of the currencies known here are further apart than this, in either direction. */
const MOST = 1_000_000n * ONE
const LEAST = ONE / 1_000_000n

/** Typed texts as a rate of the user's own: above zero, of two currencies, and of a day not after tomorrow, which it is somewhere already. */
export function readRate({ currency, quote, rate, date }: RateTexts, asOf: IsoDate): Reading<RateQuote> {
  const fields: FieldProblems = {}
  const value = parseDecimal(rate)
  const day = parseDate(date)
  if (currency === quote) fields.quote = 'currencies.problem.samePair'
  if (!value.ok) fields.rate = problem(value.problem)
  else if (value.value <= 0n) fields.rate = problem('notPositive')
  else if (value.value > MOST || value.value < LEAST) fields.rate = 'currencies.problem.outOfRange'
  if (!day.ok) fields.date = problem(day.problem)
  else if (daysBetween(asOf, day.value) > 1) fields.date = problem('futureDate')
  if (!value.ok || !day.ok || Object.keys(fields).length > 0) return { ok: false, fields }
  return { ok: true, value: { currency, quote, date: day.value, source: 'manual', rate: fxRate(value.value) } }
}

/** Why a rate is more likely a slip than a market. */
export const RATE_DOUBTS = ['inverted', 'hundredfold', 'farOff'] as const
export type RateDoubt = (typeof RATE_DOUBTS)[number]

/** Rates of these currencies do not double between two looks. */
const LEAP = 2n
const HUNDRED = 100n
/** Hundredths of the smaller number by which two may differ and still be taken for one. */
const NEAR = 5n
const TENTH = 10n

/**
 * What speaks against a rate beside the last one of the same pair; null for nothing. `inverted`: it is nearer to the inverse of the last one than
 * to that; `hundredfold`: a hundred times too much or too little, as pence for pounds; `farOff`: at least double or half.
 */
export function doubtOf(rate: FxRate, last: FxRate): RateDoubt | null {
  if (isNear(rate, last, NEAR)) return null
  const inverse = (ONE * ONE) / last
  if (isNear(rate, HUNDRED * last, TENTH) || isNear(HUNDRED * rate, last, TENTH)) return 'hundredfold'
  if (apart(rate, inverse) < apart(rate, last) && isNear(rate, inverse, TENTH)) return 'inverted'
  return rate >= LEAP * last || LEAP * rate <= last ? 'farOff' : null
}

const isNear = (a: bigint, b: bigint, hundredths: bigint): boolean =>
  absolute(a - b) * HUNDRED <= hundredths * (a < b ? a : b)

/** How many times the larger is the smaller, in 10^-18: a distance that does not care which way a rate is written. */
const apart = (a: bigint, b: bigint): bigint => (a > b ? (a * ONE) / (b || 1n) : (b * ONE) / (a || 1n))
