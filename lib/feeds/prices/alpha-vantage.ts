import { z } from 'zod'
import { feedEnv } from '@/lib/env'
import { type Failed, failed } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateField } from '@/lib/feeds/field'
import { priceField } from '@/lib/feeds/prices/exact-price'
import { isSecurity, type PriceSource, type Quoted, quotedOne } from '@/lib/feeds/prices/price-source'
import { parseExactJson } from '@/lib/formats/exact-json'

const quote = z.object({ '05. price': priceField, '07. latest trading day': dateField })
const reply = z.union([
  z.object({ 'Global Quote': quote }),
  z.object({ 'Global Quote': z.strictObject({}) }),
  z.object({ 'Error Message': z.string() }),
  z.object({ Note: z.string() }),
  z.object({ Information: z.string() }),
])

/**
 * The last price of a US security by Alpha Vantage, https://www.alphavantage.co/documentation/#latestprice. Its answers name no currency:
 * symbols without the code of an exchange are US listings, in dollars, and no others are asked for. The key is a part of the address, and
 * its notices may repeat it: neither appears anywhere.
 */
export const alphaVantage: PriceSource = {
  id: 'alphaVantage',
  needsKey: true,
  currencies: ['USD'],
  batch: 1,
  pace: { most: 1, stretchMs: 1_200 },
  serves: (wish) => isSecurity(wish) && /^[A-Z]+(?:[.-][A-Z])?$/.test(wish.symbol),
  async quotes(wishes, { key, timeoutMs, signal }) {
    const url = new URL('query', feedEnv().ALPHA_VANTAGE_BASE_URL)
    url.searchParams.set('function', 'GLOBAL_QUOTE')
    url.searchParams.set('symbol', (wishes[0]?.symbol ?? '').replace('.', '-'))
    url.searchParams.set('apikey', key)
    const answer = await fetchJson({ url, timeoutMs, signal }, reply, parseExactJson)
    if (!answer.ok) return answer
    const { value } = answer
    if ('Global Quote' in value) {
      const said = value['Global Quote']
      if (!('05. price' in said)) return quotedOne(wishes, { ok: false, code: 'unknownSymbol' })
      const [price, date] = [said['05. price'], said['07. latest trading day']]
      return quotedOne(wishes, { ok: true, price, currency: 'USD', date })
    }
    if ('Error Message' in value) return explain(value['Error Message'], wishes)
    return failed('rateLimited', 'it says that it was asked too often')
  },
}

/** It says in words whether it is the key that it does not like; a symbol that it cannot read comes so too. */
const explain = (words: string, wishes: Parameters<PriceSource['quotes']>[0]): Quoted | Failed =>
  /api ?key/i.test(words)
    ? failed('badKey', 'it does not accept the key')
    : quotedOne(wishes, { ok: false, code: 'unknownSymbol' })
