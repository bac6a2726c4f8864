import { z } from 'zod'
import type { Currency } from '@/lib/core/currency'
import { feedEnv } from '@/lib/env'
import { failed } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateOfSecond, readPrice } from '@/lib/feeds/prices/exact-price'
import type { PriceSource, PriceWish, SymbolAnswer } from '@/lib/feeds/prices/price-source'
import { parseExactJson } from '@/lib/formats/exact-json'

const prices = z.record(z.string(), z.record(z.string(), z.unknown()))
const UNKNOWN: SymbolAnswer = { ok: false, code: 'unknownSymbol' }

/** Coins are quoted in whole pounds. */
const moneyOf = (currency: Currency): string => (currency === 'GBX' ? 'GBP' : currency)

/** Coins by CoinGecko's interface without a key, https://docs.coingecko.com/reference/simple-price: one request for many of them. */
export const coinGecko: PriceSource = {
  id: 'coinGecko',
  needsKey: false,
  currencies: ['USD', 'EUR', 'GBP', 'GBX', 'CAD', 'JPY', 'CNY', 'HKD'],
  batch: 100,
  pace: { most: 10, stretchMs: 60_000 },
  serves: ({ coin }) => coin !== null,
  async quotes(wishes, { timeoutMs, signal }) {
    const url = new URL('api/v3/simple/price', feedEnv().COIN_GECKO_BASE_URL)
    url.searchParams.set('ids', listOf(wishes.map(({ coin }) => coin ?? '')))
    url.searchParams.set('vs_currencies', listOf(wishes.map(({ currency }) => moneyOf(currency).toLowerCase())))
    url.searchParams.set('include_last_updated_at', 'true')
    url.searchParams.set('precision', 'full')
    const answer = await fetchJson({ url, timeoutMs, signal }, prices, parseExactJson)
    if (!answer.ok) return answer
    if (answer.status !== 200) return failed('refused', `status ${answer.status}`)
    return { ok: true, answers: new Map(wishes.map((wish) => [wish.symbol, answerFor(wish, answer.value)])) }
  },
}

const listOf = (names: readonly string[]): string => [...new Set(names)].sort().join(',')

function answerFor({ coin, currency: wanted }: PriceWish, all: z.output<typeof prices>): SymbolAnswer {
  const currency = moneyOf(wanted)
  const said = coin !== null && Object.hasOwn(all, coin) ? all[coin] : undefined
  const value = said?.[currency.toLowerCase()]
  if (value === undefined || value === null) return UNKNOWN
  const price = readPrice(value)
  const date = dateOfSecond(Number(said?.last_updated_at))
  return price === null || date === null ? { ok: false, code: 'badAnswer' } : { ok: true, price, currency, date }
}
