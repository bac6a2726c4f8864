import { z } from 'zod'
import { CURRENCIES } from '@/lib/core/currency'
import { feedEnv } from '@/lib/env'
import { failed } from '@/lib/feeds/answer'
import { fetchJson } from '@/lib/feeds/fetch-json'
import { dateOfSecond, readPrice } from '@/lib/feeds/prices/exact-price'
import {
  isSecurity,
  type PriceSource,
  type PriceWish,
  quotedOne,
  type SymbolAnswer,
} from '@/lib/feeds/prices/price-source'
import { parseExactJson } from '@/lib/formats/exact-json'

const meta = z.object({
  symbol: z.string(),
  currency: z.string().nullish(),
  regularMarketPrice: z.union([z.number(), z.string()]).nullish(),
  regularMarketTime: z.number().nullish(),
  gmtoffset: z.number().nullish(),
})
const chart = z.object({
  chart: z.object({
    result: z.array(z.object({ meta })).nullable(),
    error: z.object({ code: z.string() }).nullish(),
  }),
})

/**
 * The quote beside Yahoo's chart of one symbol. Its address has no documentation and no promise; prices may be delayed. Its dates are
 * those of the exchange, and London's shares come in pence, which it calls GBp.
 */
export const yahoo: PriceSource = {
  id: 'yahoo',
  needsKey: false,
  currencies: CURRENCIES,
  batch: 1,
  pace: { most: 4, stretchMs: 1_000 },
  serves: (wish) => isSecurity(wish) && /^[\w.^=-]+$/.test(wish.symbol),
  async quotes(wishes, { timeoutMs, signal }) {
    const [wish] = wishes
    if (!wish) return { ok: true, answers: new Map() }
    const url = new URL(`v8/finance/chart/${encodeURIComponent(spelling(wish))}`, feedEnv().YAHOO_BASE_URL)
    url.searchParams.set('interval', '1d')
    url.searchParams.set('range', '1d')
    const answer = await fetchJson({ url, timeoutMs, signal, explained: [404] }, chart, parseExactJson)
    if (!answer.ok) return answer
    const { result, error } = answer.value.chart
    if (error?.code === 'Not Found') return quotedOne(wishes, { ok: false, code: 'unknownSymbol' })
    if (answer.status !== 200 || error) return failed('refused', `status ${answer.status}`)
    return quotedOne(wishes, read(result?.[0]?.meta, spelling(wish)))
  },
}

/** A class of shares of a US company has a hyphen there; a point stands before the code of an exchange abroad. */
const spelling = ({ symbol, kind }: PriceWish): string => (kind === null ? symbol : symbol.replace('.', '-'))

function read(said: z.output<typeof meta> | undefined, asked: string): SymbolAnswer {
  if (!said || said.regularMarketPrice === undefined || said.regularMarketPrice === null)
    return { ok: false, code: 'unknownSymbol' }
  const price = readPrice(said.regularMarketPrice)
  const date = dateOfSecond(said.regularMarketTime ?? Number.NaN, said.gmtoffset ?? 0)
  const itself = said.symbol.toUpperCase() === asked.toUpperCase()
  if (price === null || date === null || !said.currency || !itself) return { ok: false, code: 'badAnswer' }
  return { ok: true, price, currency: said.currency, date }
}
