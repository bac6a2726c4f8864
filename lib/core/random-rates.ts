import fc from 'fast-check'
import { accountInBase, holdingInBase } from '@/lib/core/base-currency'
import { CURRENCIES, MONEY_CURRENCIES } from '@/lib/core/currency'
import { RATE_SOURCES, type RateQuote } from '@/lib/core/fx'
import type { Snapshot } from '@/lib/core/portfolio'
import { anySnapshot } from '@/lib/core/random-book'
import { daysBefore, fxRate, type IsoDate, ONE } from '@/lib/core/units'

/** For property tests: rates as they are between real currencies, from a hundredth to a few hundred, with up to nine digits after the point. */
export const anyFxRate = fc.bigInt({ min: 10n ** 7n, max: 300n * 10n ** 9n }).map((n) => fxRate((n * ONE) / 10n ** 9n))

export const anyCurrency = fc.constantFrom(...CURRENCIES)
export const anyMoneyCurrency = fc.constantFrom(...MONEY_CURRENCIES)

export const anyQuotes: fc.Arbitrary<RateQuote[]> = fc.array(
  fc
    .record({
      pair: fc.tuple(anyMoneyCurrency, anyMoneyCurrency).filter(([one, other]) => one !== other),
      days: fc.integer({ min: 0, max: 5 }),
      source: fc.constantFrom(...RATE_SOURCES),
      rate: anyFxRate,
    })
    .map(({ pair: [currency, quote], days, source, rate }) => ({
      ...{ currency, quote, source, rate },
      date: daysBefore('2026-11-20' as IsoDate, days),
    })),
  { maxLength: 12 },
)

/** A snapshot whose rows stand in arbitrary currencies, all of which a rate leads from. */
export const anyMixed: fc.Arbitrary<Snapshot> = fc
  .record({
    snapshot: anySnapshot,
    currencies: fc.array(anyCurrency, { minLength: 30, maxLength: 30 }),
    perEuro: fc.array(anyFxRate, { minLength: 6, maxLength: 6 }),
    base: anyMoneyCurrency,
  })
  .map(({ snapshot, currencies, perEuro, base }) => {
    const others = ['USD', 'GBP', 'CAD', 'JPY', 'CNY', 'HKD'] as const
    const rates = others.map((quote, i) => ({
      ...({ currency: 'EUR', quote, date: '2026-11-20' as IsoDate, source: 'ecb' } as const),
      rate: perEuro[i] ?? fxRate(ONE),
    }))
    const basis = { currency: base, rates }
    const of = (i: number) => currencies[i % currencies.length] ?? 'USD'
    return {
      ...snapshot,
      currency: base,
      accounts: snapshot.accounts.map((a, i) => accountInBase(a, of(i) === 'GBX' ? 'GBP' : (of(i) as 'USD'), basis)),
      holdings: snapshot.holdings.map((h, i) => holdingInBase(h, of(i + 3), basis)),
    }
  })
