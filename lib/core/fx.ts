import { type Currency, type MoneyCurrency, moneyOf } from '@/lib/core/currency'
import type { AppliedRate } from '@/lib/core/portfolio'
import { divideRounded, type FxRate, fxRate, type IsoDate, ONE } from '@/lib/core/units'

/** Where a rate came from: typed by the user, a file of the user's, or the reference rates of the European Central Bank. */
export const RATE_SOURCES = ['manual', 'file', 'ecb'] as const
export type RateSource = (typeof RATE_SOURCES)[number]
export const isRateSource = (text: string): text is RateSource => (RATE_SOURCES as readonly string[]).includes(text)

/** On a day one unit of `currency` was `rate` of `quote`. */
export interface RateQuote {
  currency: MoneyCurrency
  quote: MoneyCurrency
  date: IsoDate
  source: RateSource
  rate: FxRate
}

/** The currencies through which two rates are joined where none is of the two themselves. */
const COMMON: readonly MoneyCurrency[] = ['EUR', 'USD']

/** A way from one currency to another as an exact fraction. */
interface Way {
  numerator: bigint
  denominator: bigint
  date: IsoDate
  source: string
  via?: MoneyCurrency
}

const UNKNOWN: AppliedRate = { rate: null, ratedOn: null, source: null }
const SAME: Way = { numerator: 1n, denominator: 1n, date: '' as IsoDate, source: '' }

/**
 * What one unit of a currency is worth in a money, by the newest rates: a rate of the two, its inverse, or two rates joined through the euro or
 * the dollar, which is as old as the older of them. On the same day the straighter way counts, and what the user said before what was fetched.
 * Rounded once, to 10^-18. Pence are a hundredth of a pound on every day.
 */
export function findRate(quotes: readonly RateQuote[], from: Currency, to: MoneyCurrency): AppliedRate {
  const { currency, parts } = moneyOf(from)
  if (currency === to) return { rate: rateOf(SAME, parts), ratedOn: null, source: null }
  const joined = COMMON.filter((common) => common !== currency && common !== to).flatMap((common) =>
    join(pair(quotes, currency, common), pair(quotes, common, to), common),
  )
  const way = newest([...pair(quotes, currency, to), ...joined])
  const rate = way && rateOf(way, parts)
  if (!way || !rate) return UNKNOWN
  return { rate, ratedOn: way.date, source: way.source, ...(way.via && { via: way.via }) }
}

/** Null where the rate is too small to be told from nothing. */
function rateOf({ numerator, denominator }: Way, parts: bigint): FxRate | null {
  const rate = divideRounded(numerator * ONE, denominator * parts)
  return rate > 0n ? fxRate(rate) : null
}

/** The newest rate of two currencies, or its inverse; at most one way. */
function pair(quotes: readonly RateQuote[], from: MoneyCurrency, to: MoneyCurrency): Way[] {
  const inOrder = [...quotes].sort((a, b) => RATE_SOURCES.indexOf(a.source) - RATE_SOURCES.indexOf(b.source))
  const straight = inOrder.filter((q) => q.currency === from && q.quote === to && q.rate > 0n)
  const inverse = inOrder.filter((q) => q.currency === to && q.quote === from && q.rate > 0n)
  const best = newest([
    ...straight.map(({ rate, date, source }) => ({ numerator: rate, denominator: ONE, date, source })),
    ...inverse.map(({ rate, date, source }) => ({ numerator: ONE, denominator: rate, date, source })),
  ])
  return best ? [best] : []
}

function join([first]: Way[], [second]: Way[], via: MoneyCurrency): Way[] {
  if (!first || !second) return []
  return [
    {
      numerator: first.numerator * second.numerator,
      denominator: first.denominator * second.denominator,
      date: first.date < second.date ? first.date : second.date,
      source: first.source === second.source ? first.source : 'mixed',
      via,
    },
  ]
}

/** The first of those with the latest date. */
function newest(ways: Way[]): Way | null {
  return ways.reduce<Way | null>((best, way) => (best === null || way.date > best.date ? way : best), null)
}
