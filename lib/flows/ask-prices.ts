import 'server-only'
import { checkPrice, inCurrency, readCurrency } from '@/lib/core/check-price'
import { isKeyedFeed } from '@/lib/core/price-feeds'
import { type IsoDate, unitPrice } from '@/lib/core/units'
import { findFeedState, saveFeedState } from '@/lib/db/feed-states'
import type { PricedHolding } from '@/lib/db/price-holdings'
import type { PriceFault, PriceQuote } from '@/lib/db/price-quotes'
import type { PriceSetting } from '@/lib/db/price-settings'
import { feedEnv } from '@/lib/env'
import { type Failed, failed } from '@/lib/feeds/answer'
import { turnIn } from '@/lib/feeds/pace'
import type { PriceWish, Quoted, SymbolAnswer } from '@/lib/feeds/prices/price-source'
import { afterFailure, afterSuccess, isOpen } from '@/lib/flows/back-off'
import { rememberPriceKeyRefusal } from '@/lib/flows/price-keys'
import { canAnswer, feedName, type UsableSource } from '@/lib/flows/price-wishes'

export interface Asking {
  userId: string
  setting: PriceSetting
  /** In the order of preference. */
  sources: readonly UsableSource[]
  /** The holdings that the prices are for. */
  rows: readonly PricedHolding[]
  now: () => Date
  signal: AbortSignal
}

export interface AskedPrices {
  quotes: PriceQuote[]
  /** Of the symbols that got no price. */
  faults: Omit<PriceFault, 'at'>[]
}

/** Asks for some symbols, one source after the other, until each has a price that is believed or nobody is left to be asked. */
export async function askPrices(wishes: readonly PriceWish[], asking: Asking): Promise<AskedPrices> {
  const quotes: PriceQuote[] = []
  const faults: AskedPrices['faults'] = []
  let open = [...wishes]
  for (const one of asking.sources) {
    const served = open.filter((wish) => canAnswer(one, wish))
    for (let i = 0; i < served.length; i += one.source.batch) {
      const batch = served.slice(i, i + one.source.batch)
      const answer = await askOne(one, batch, asking)
      if (asking.signal.aborted) return { quotes, faults }
      for (const wish of batch) {
        const judged = judge(one, wish, answer, asking)
        if ('code' in judged) faults.push(judged)
        else quotes.push(judged)
      }
    }
    const priced = new Set(quotes.map(({ symbol }) => symbol))
    open = open.filter(({ symbol }) => !priced.has(symbol))
  }
  const priced = new Set(quotes.map(({ symbol }) => symbol))
  return { quotes, faults: faults.filter(({ symbol }) => !priced.has(symbol)) }
}

/** Asks one source, unless it is to be left alone, and notes how it behaved. */
async function askOne({ source, key }: UsableSource, batch: readonly PriceWish[], asking: Asking) {
  const { userId, setting, now, signal } = asking
  const call = { now: now(), timeoutMs: feedEnv().FEED_TIMEOUT_MS, signal, key }
  if (!source.pace) return source.quotes(batch, call)
  const feed = feedName(source, userId)
  if (!isOpen(await findFeedState(feed), now())) return failed('waiting', 'the source is left alone for a while')
  await turnIn(feed, source.pace.most, source.pace.stretchMs, signal)
  const answer = await source.quotes(batch, call)
  if (signal.aborted) return answer
  const state = await findFeedState(feed)
  await saveFeedState(answer.ok ? afterSuccess(state, now()) : afterFailure(state, answer.failure, now()))
  if (!answer.ok && answer.failure.kind === 'badKey' && isKeyedFeed(source.id))
    await rememberPriceKeyRefusal(userId, source.id, setting, now())
  return answer
}

/** The price that is believed for a symbol, or what is wrong. One that only gives way to a price entered by hand is believed. */
function judge(
  { source }: UsableSource,
  { symbol }: PriceWish,
  answer: Quoted | Failed,
  { rows, now }: Asking,
): PriceQuote | Omit<PriceFault, 'at'> {
  const nothing = { symbol, source: source.id, price: null, currency: null, date: null }
  if (!answer.ok) return { ...nothing, code: answer.failure.kind }
  const said: SymbolAnswer = answer.answers.get(symbol) ?? { ok: false, code: 'unknownSymbol' }
  if (!said.ok) return { ...nothing, code: said.code }
  const asOf = now().toISOString().slice(0, 10) as IsoDate
  const currency = readCurrency(said.currency)
  const held = rows.filter((row) => row.symbol === symbol)
  const checks = held.map((row) => checkPrice({ price: said.price, currency, date: said.date }, row, asOf))
  const good = held.findIndex((_, i) => checks[i]?.ok || isManual(checks[i]))
  const row = held[good]
  const price = row && currency && inCurrency(said.price, currency, row.currency)
  if (row && price)
    return { symbol, source: source.id, price: unitPrice(price), currency: row.currency, date: said.date }
  const refused = checks.find((check) => !check.ok)
  const code = refused && !refused.ok ? refused.code : 'unknownSymbol'
  return { symbol, source: source.id, code, price: unitPrice(said.price), currency: said.currency, date: said.date }
}

const isManual = (check: ReturnType<typeof checkPrice> | undefined): boolean =>
  check !== undefined && !check.ok && check.code === 'manual'
