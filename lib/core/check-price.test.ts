import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPrice, inCurrency, type LastPrice, readCurrency } from '@/lib/core/check-price'
import { CURRENCIES } from '@/lib/core/currency'
import { daysBefore, type IsoDate, ONE, unitPrice } from '@/lib/core/units'

const asOf = '2026-11-20' as IsoDate
const yesterday = '2026-11-19' as IsoDate
const last = (change: Partial<LastPrice> = {}): LastPrice => ({
  currency: 'USD',
  price: unitPrice(100n * ONE),
  pricedOn: yesterday,
  priceSource: 'yahoo',
  ...change,
})
const check = (price: bigint, change: Partial<LastPrice> = {}, date = asOf) =>
  checkPrice({ price, currency: 'USD', date }, last(change), asOf)
const code = (result: ReturnType<typeof checkPrice>) => (result.ok ? 'ok' : result.code)

const price = fc.bigInt({ min: 1n, max: 10n ** 26n })
const currency = fc.constantFrom(...CURRENCIES)
const age = fc.integer({ min: -3, max: 400 })

describe('a price', () => {
  it('is believed at its own value', () => {
    expect(check(123n * ONE)).toEqual({ ok: true, price: 123n * ONE, date: asOf })
    expect(check(5n, { price: null, pricedOn: null, priceSource: null })).toEqual({ ok: true, price: 5n, date: asOf })
  })

  it.each([
    ['zero', 0n, 'notPositive'],
    ['negative', -ONE, 'notPositive'],
    ['twenty times', 2000n * ONE, 'jump'],
    ['just below twenty times', 2000n * ONE - 1n, 'ok'],
    ['a twentieth', 5n * ONE, 'jump'],
    ['just above a twentieth', 5n * ONE + 1n, 'ok'],
    ['a hundred times', 10_000n * ONE, 'hundredfold'],
    ['98 times', 9_800n * ONE, 'hundredfold'],
    ['just below 98 times', 9_800n * ONE - 1n, 'jump'],
    ['102 times', 10_200n * ONE, 'hundredfold'],
    ['just above 102 times', 10_200n * ONE + 1n, 'jump'],
    ['a hundredth', ONE, 'hundredfold'],
    ['a ninetieth', (100n * ONE) / 90n, 'jump'],
  ])('of %s is judged exactly', (_, value, expected) => {
    expect(code(check(value))).toBe(expected)
  })

  it('is neither of tomorrow nor older than the last one', () => {
    const next = daysBefore(asOf, -1)
    expect(code(check(100n * ONE, {}, next))).toBe('future')
    expect(code(check(100n * ONE, {}, daysBefore(yesterday, 1)))).toBe('older')
    expect(code(check(101n * ONE, {}, yesterday)), 'the same day again').toBe('ok')
  })

  it('leaves one entered by hand of the same or a later day', () => {
    expect(code(check(101n * ONE, { priceSource: 'manual' }, yesterday))).toBe('manual')
    expect(code(check(101n * ONE, { priceSource: 'manual', pricedOn: asOf }, yesterday))).toBe('manual')
    expect(code(check(101n * ONE, { priceSource: 'manual' }))).toBe('ok')
  })

  it('in pounds or pence is one price, exactly a hundred to one', () => {
    const inPounds = { price: 1234n * (ONE / 100n), currency: 'GBP', date: asOf } as const
    const pence = last({ currency: 'GBX', price: unitPrice(1200n * ONE) })
    expect(checkPrice(inPounds, pence, asOf)).toMatchObject({ ok: true, price: 1234n * ONE })
    expect(code(checkPrice({ ...inPounds, price: 1210n * ONE }, pence, asOf)), 'pence called pounds').toBe(
      'hundredfold',
    )
    expect(code(checkPrice({ ...inPounds, currency: 'USD' }, pence, asOf))).toBe('currency')
    expect(code(checkPrice({ ...inPounds, currency: null }, pence, asOf))).toBe('currency')
  })

  it('that is believed is positive, near the last one, of its day and in its money', () => {
    fc.assert(
      fc.property(price, price, currency, currency, age, age, fc.boolean(), (given, before, a, b, i, j, byHand) => {
        const standing: LastPrice = {
          ...{ currency: b, price: unitPrice(before), pricedOn: daysBefore(asOf, j) },
          priceSource: byHand ? 'manual' : 'tiingo',
        }
        const result = checkPrice({ price: given, currency: a, date: daysBefore(asOf, i) }, standing, asOf)
        if (!result.ok) return
        expect(result.price > 0n && i >= 0 && (byHand ? i < j : i <= j)).toBe(true)
        expect(result.price < 20n * before && result.price * 20n > before).toBe(true)
        expect(result.price).toBe(inCurrency(given, a, b))
        expect(a === b || [a, b].every((one) => one.startsWith('GB'))).toBe(true)
      }),
    )
  })

  it('is refused alike in both directions', () => {
    fc.assert(
      fc.property(price, price, (a, b) => {
        const there = code(check(a, { price: unitPrice(b) }))
        expect(code(check(b, { price: unitPrice(a) }))).toBe(there)
      }),
    )
  })

  it('changes between pounds and pence and back without loss', () => {
    fc.assert(
      fc.property(price, (pounds) => {
        expect(inCurrency(inCurrency(pounds, 'GBP', 'GBX') ?? 0n, 'GBX', 'GBP')).toBe(pounds)
      }),
    )
  })
})

describe('a currency as a source writes it', () => {
  it.each([
    ['USD', 'USD'],
    [' eur ', 'EUR'],
    ['GBP', 'GBP'],
    ['GBp', 'GBX'],
    ['GBX', 'GBX'],
    ['ZAc', null],
    ['', null],
    ['constructor', null],
  ])('%s is %s', (text, expected) => expect(readCurrency(text)).toBe(expected))
})
