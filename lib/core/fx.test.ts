import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Currency, MONEY_CURRENCIES, type MoneyCurrency } from '@/lib/core/currency'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { findRate, type RateQuote, type RateSource } from '@/lib/core/fx'
import { anyCurrency, anyFxRate, anyMoneyCurrency, anyQuotes } from '@/lib/core/random-rates'
import { absolute, fxRate, type IsoDate, ONE } from '@/lib/core/units'

/** `GBP USD 1.31 20 ecb`: a rate of a day in November 2026. */
function quote(text: string): RateQuote {
  const [currency, other, rate = '', day, source = 'manual'] = text.split(' ')
  const parsed = parseDecimal(rate)
  if (!parsed.ok) throw new Error(text)
  return {
    currency: currency as MoneyCurrency,
    quote: other as MoneyCurrency,
    date: `2026-11-${day}` as IsoDate,
    source: source as RateSource,
    rate: fxRate(parsed.value),
  }
}

const found = (quotes: string[], from: Currency, to: MoneyCurrency) => {
  const { rate, ...rest } = findRate(quotes.map(quote), from, to)
  return { rate: rate === null ? null : decimalText(rate), ...rest }
}

describe('findRate', () => {
  it('takes the rate of the two', () => {
    expect(found(['GBP USD 1.31 20'], 'GBP', 'USD')).toEqual({ rate: '1.31', ratedOn: '2026-11-20', source: 'manual' })
  })

  it('turns a rate round where only the other way is known', () => {
    expect(found(['USD JPY 160 20 ecb'], 'JPY', 'USD')).toEqual({
      rate: '0.00625',
      ratedOn: '2026-11-20',
      source: 'ecb',
    })
  })

  it('joins two rates through the euro, as old as the older', () => {
    const quotes = ['EUR GBP 0.8 20 ecb', 'EUR USD 1.1 19 ecb']
    expect(found(quotes, 'GBP', 'USD')).toEqual({ rate: '1.375', ratedOn: '2026-11-19', source: 'ecb', via: 'EUR' })
  })

  it('joins through the dollar, and says when two sources had a part in it', () => {
    const quotes = ['USD HKD 8 20', 'CAD USD 0.72 20 ecb']
    expect(found(quotes, 'CAD', 'HKD')).toEqual({ rate: '5.76', ratedOn: '2026-11-20', source: 'mixed', via: 'USD' })
  })

  it('rounds a joined rate once', () => {
    expect(found(['EUR JPY 3 20 ecb', 'EUR USD 1 20 ecb'], 'JPY', 'USD').rate).toBe('0.333333333333333333')
  })

  it('prefers the newest, then the straight way, then what the user said', () => {
    expect(found(['GBP USD 1.2 18', 'GBP USD 1.3 20 ecb'], 'GBP', 'USD').rate).toBe('1.3')
    expect(found(['GBP USD 1.2 20 ecb', 'GBP USD 1.3 20 manual'], 'GBP', 'USD').rate).toBe('1.3')
    expect(found(['USD GBP 0.8 20', 'GBP USD 1.3 20 ecb'], 'GBP', 'USD').rate).toBe('1.3')
    const crossed = ['EUR GBP 0.8 20 ecb', 'EUR USD 1.1 20 ecb']
    expect(found([...crossed, 'GBP USD 1.3 20'], 'GBP', 'USD').rate).toBe('1.3')
    expect(found([...crossed, 'GBP USD 1.3 19'], 'GBP', 'USD').rate).toBe('1.375')
  })

  it('counts a hundred pence to the pound, with or without a rate', () => {
    expect(found([], 'GBX', 'GBP')).toEqual({ rate: '0.01', ratedOn: null, source: null })
    expect(found(['GBP USD 1.31 20'], 'GBX', 'USD').rate).toBe('0.0131')
  })

  it('knows nothing of a pair that no rate reaches', () => {
    expect(found(['GBP USD 1.31 20', 'CAD CNY 5 20'], 'CAD', 'USD')).toEqual({
      rate: null,
      ratedOn: null,
      source: null,
    })
  })

  it('is one for a currency in itself, and comes of what was given for any other', () => {
    fc.assert(
      fc.property(anyQuotes, anyCurrency, anyMoneyCurrency, (quotes, from, to) => {
        const applied = findRate(quotes, from, to)
        if (from === to) expect(applied).toEqual({ rate: ONE, ratedOn: null, source: null })
        if (applied.ratedOn === null || applied.rate === null) return
        expect(applied.rate).toBeGreaterThan(0n)
        expect(quotes.map((q) => q.date)).toContain(applied.ratedOn)
        const straight = quotes.filter((q) => [q.currency, q.quote].sort().join() === [from, to].sort().join())
        for (const q of straight) expect(q.date <= applied.ratedOn).toBe(true)
      }),
    )
  })

  it('is nearly the inverse of the way back', () => {
    fc.assert(
      fc.property(anyFxRate, fc.constantFrom(...MONEY_CURRENCIES.slice(1)), (rate, currency) => {
        const quotes = [{ ...quote('EUR USD 1 20'), currency, rate }]
        const there = findRate(quotes, currency, 'USD').rate ?? 0n
        const back = findRate(quotes, 'USD', currency).rate ?? 0n
        expect(there).toBe(rate)
        // The way back is rounded to 10^-18, so the product is off by at most half of that, times the rate.
        expect(absolute(there * back - ONE * ONE)).toBeLessThanOrEqual(rate)
      }),
    )
  })

  it('does not depend on the order of the rates', () => {
    fc.assert(
      fc.property(anyQuotes, anyCurrency, anyMoneyCurrency, (quotes, from, to) => {
        const key = (q: RateQuote) => `${q.currency} ${q.quote} ${q.date} ${q.source}`
        const unique = [...new Map(quotes.map((q) => [key(q), q])).values()]
        expect(findRate(unique.toReversed(), from, to)).toEqual(findRate(unique, from, to))
      }),
    )
  })
})
