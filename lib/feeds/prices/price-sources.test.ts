import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  GOOD_ALPHA_KEY,
  GOOD_TIINGO_KEY,
  type PriceStub,
  type PriceStubs,
  type PriceWrong,
  priceAddresses,
  startPriceStubs,
} from '@/e2e/stubs/prices'
import { decimalText } from '@/lib/core/decimal'
import { findSymbol } from '@/lib/core/directory'
import { type IsoDate, ONE } from '@/lib/core/units'
import { coinId } from '@/lib/feeds/prices/coin-ids'
import { readPrice } from '@/lib/feeds/prices/exact-price'
import type { PriceWish } from '@/lib/feeds/prices/price-source'
import { PRICE_SOURCE } from '@/lib/feeds/prices/price-sources'

const asOf = new Date().toISOString().slice(0, 10) as IsoDate
let stubs: PriceStubs

beforeAll(async () => {
  stubs = await startPriceStubs()
  for (const [name, value] of Object.entries(priceAddresses(stubs.origin))) vi.stubEnv(name, value)
})
afterAll(() => stubs.stop())
beforeEach(() => stubs.clear())

const wish = (symbol: string, more: Partial<PriceWish> = {}): PriceWish => ({
  symbol,
  currency: 'USD',
  kind: findSymbol(symbol)?.kind ?? null,
  coin: coinId(symbol),
  ...more,
})
const KEYS = { par: '', coinGecko: '', yahoo: '', tiingo: GOOD_TIINGO_KEY, alphaVantage: GOOD_ALPHA_KEY }
const ask = (source: keyof typeof KEYS, wishes: PriceWish[], key: string = KEYS[source]) =>
  PRICE_SOURCE[source].quotes(wishes, { now: new Date('2026-11-21T03:00:00Z'), timeoutMs: 400, key })

async function one(source: keyof typeof KEYS, symbol: string) {
  const answer = await ask(source, [wish(symbol)])
  return answer.ok ? answer.answers.get(symbol) : answer.failure.kind
}

const AAPL: Record<Exclude<PriceStub, 'coinGecko'>, string> = { yahoo: 'AAPL', tiingo: 'AAPL', alphaVantage: 'AAPL' }
const STOCK_SOURCES = Object.keys(AAPL) as (keyof typeof AAPL)[]

describe.each(STOCK_SOURCES)('%s', (source) => {
  it('gives the price to its last digit, with its date', async () => {
    stubs.prices[source].set('AAPL', { price: '229.869999999999987654', date: '2026-11-19' })
    const date = '2026-11-19'
    const price = 229_869_999_999_999_987_654n
    expect(await one(source, 'AAPL')).toEqual({ ok: true, price, currency: 'USD', date })
    expect(stubs.requests).toHaveLength(1)
  })

  it('writes a class of shares with a hyphen', async () => {
    stubs.prices[source].set('BRK-B', { price: '512.3' })
    expect(await one(source, 'BRK.B')).toMatchObject({ ok: true, price: 5123n * (ONE / 10n) })
  })

  it('says when it does not know a symbol', async () => {
    expect(await one(source, 'NOSUCH')).toEqual({ ok: false, code: 'unknownSymbol' })
  })

  it.each([
    ['html', 'blocked'],
    ['broken', 'network'],
    ['hang', 'timeout'],
    ['tooMany', 'rateLimited'],
    ['redirect', 'blocked'],
    ['cut', 'badAnswer'],
  ] as [PriceWrong, string][])('names what is wrong: %s', async (wrong, kind) => {
    stubs.prices[source].set('AAPL', { price: '1' })
    stubs.wrongs.set(source, wrong)
    expect(await one(source, 'AAPL')).toBe(kind)
  })

  it('is not asked for a coin', () => {
    expect(PRICE_SOURCE[source].serves(wish('BTC'))).toBe(false)
    expect(PRICE_SOURCE[source].serves(wish('FOO', { coin: 'foo-coin' }))).toBe(false)
    expect(PRICE_SOURCE[source].serves(wish('AAPL'))).toBe(true)
  })
})

describe('Yahoo', () => {
  it('keeps the point of an exchange, and names pence as it does', async () => {
    stubs.prices.yahoo.set('VOD.L', { price: '71.34', currency: 'GBp' })
    expect(await one('yahoo', 'VOD.L')).toMatchObject({ ok: true, currency: 'GBp' })
  })
})

describe('CoinGecko', () => {
  it('answers for many coins at once, however small their price', async () => {
    stubs.prices.coinGecko.set('bitcoin', { price: '87123.123456789012345678' })
    stubs.prices.coinGecko.set('shiba-inu', { price: '6.891234567890123456e-06' })
    const answer = await ask('coinGecko', [wish('BTC'), wish('SHIB', { currency: 'GBX' }), wish('ETH')])
    expect(answer.ok && [...answer.answers]).toEqual([
      ['BTC', { ok: true, price: 87_123_123_456_789_012_345_678n, currency: 'USD', date: asOf }],
      ['SHIB', { ok: true, price: 6_891_234_567_890n, currency: 'GBP', date: asOf }],
      ['ETH', { ok: false, code: 'unknownSymbol' }],
    ])
    expect(stubs.requests).toHaveLength(1)
  })

  it('never guesses which coin a symbol is', () => {
    expect(PRICE_SOURCE.coinGecko.serves(wish('PEPE'))).toBe(false)
    expect(PRICE_SOURCE.coinGecko.serves(wish('AAPL'))).toBe(false)
    for (const symbol of ['BTC', 'LINK-USD', 'USDC']) expect(findSymbol(symbol)?.kind).toBe('crypto')
  })
})

describe('the keys', () => {
  it('that are wrong are named so, and stand in no failure', async () => {
    for (const source of ['tiingo', 'alphaVantage'] as const) {
      const answer = await ask(source, [wish('AAPL')], 'WRONGKEY')
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'badKey' } })
      expect(JSON.stringify(answer)).not.toContain('WRONGKEY')
    }
  })

  it('stand in no failure when Alpha Vantage repeats its own in a notice', async () => {
    stubs.wrongs.set('alphaVantage', 'note')
    const answer = await ask('alphaVantage', [wish('AAPL')])
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } })
    expect(JSON.stringify(answer)).not.toContain(GOOD_ALPHA_KEY)
  })

  it("is in Tiingo's header, not in its address", async () => {
    await one('tiingo', 'AAPL')
    expect(stubs.requests.join()).not.toContain(GOOD_TIINGO_KEY)
  })
})

describe('money funds', () => {
  it('are a dollar, without a request', async () => {
    expect(PRICE_SOURCE.par.serves(wish('VMFXX'))).toBe(true)
    for (const other of [wish('USDC'), wish('SGOV'), wish('VMFXX', { currency: 'EUR' }), wish('NOSUCHXX')])
      expect(PRICE_SOURCE.par.serves(other)).toBe(false)
    expect(await one('par', 'VMFXX')).toEqual({ ok: true, price: ONE, currency: 'USD', date: '2026-11-20' })
    expect(stubs.requests).toEqual([])
  })
})

describe('a price in JSON', () => {
  it('is exact to 10^-18', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 32n }), (value) => {
        expect(readPrice(decimalText(value))).toBe(value)
      }),
    )
  })

  it.each([
    ['1e-18', 1n],
    ['1.5e-18', 2n],
    ['4e-19', 0n],
    ['1E3', 1000n * ONE],
    ['-2.5', -25n * (ONE / 10n)],
    ['1e400', null],
    ['1e16', null],
    ['NaN', null],
    ['0x1f', null],
    ['1,5', null],
    ['', null],
  ])('%s', (text, expected) => expect(readPrice(text)).toBe(expected))
})
