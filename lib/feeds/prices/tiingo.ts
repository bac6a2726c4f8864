import { z } from 'zod'
import { feedEnv } from '@/lib/env'
import { failed } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateField } from '@/lib/feeds/field'
import { priceField } from '@/lib/feeds/prices/exact-price'
import { isSecurity, type PriceSource, quotedOne } from '@/lib/feeds/prices/price-source'
import { parseExactJson } from '@/lib/formats/exact-json'

const DATE_LENGTH = 10
const day = z
  .string()
  .transform((text) => text.slice(0, DATE_LENGTH))
  .pipe(dateField)
const closes = z.array(z.object({ date: day, close: priceField }))
const refusal = z.object({ detail: z.string() })

/**
 * The last close of a US security by Tiingo, https://www.tiingo.com/documentation/end-of-day. Its answers name no currency: US listings
 * are in dollars, and Chinese ones, whose symbols are digits, are not asked for. The key travels in a header.
 */
export const tiingo: PriceSource = {
  id: 'tiingo',
  needsKey: true,
  currencies: ['USD'],
  batch: 1,
  pace: { most: 4, stretchMs: 1_000 },
  serves: (wish) => isSecurity(wish) && /^[A-Z][A-Z0-9]*(?:[.-][A-Z]{1,2})?$/.test(wish.symbol),
  async quotes(wishes, { key, timeoutMs, signal }) {
    const symbol = (wishes[0]?.symbol ?? '').replace('.', '-').toLowerCase()
    const url = new URL(`tiingo/daily/${encodeURIComponent(symbol)}/prices`, feedEnv().TIINGO_BASE_URL)
    const headers = { Authorization: `Token ${key}` }
    const wish = { url, timeoutMs, signal, headers, explained: [401, 403, 404] }
    const answer = await fetchJson(wish, z.union([closes, refusal]), parseExactJson)
    if (!answer.ok) return answer
    if (answer.status === 404) return quotedOne(wishes, { ok: false, code: 'unknownSymbol' })
    if (answer.status === 401 || answer.status === 403) return failed('badKey', `status ${answer.status}`)
    if (!Array.isArray(answer.value)) return failed('refused', `status ${answer.status}`)
    const newest = answer.value.at(-1)
    if (!newest) return quotedOne(wishes, { ok: false, code: 'unknownSymbol' })
    return quotedOne(wishes, { ok: true, price: newest.close, currency: 'USD', date: newest.date })
  },
}
