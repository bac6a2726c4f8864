import type { Currency } from '@/lib/core/currency'
import type { SecurityKind } from '@/lib/core/directory'
import type { PriceFeed } from '@/lib/core/price-feeds'
import type { IsoDate } from '@/lib/core/units'
import type { Failed } from '@/lib/feeds/answer'

/** A price that is wanted: the symbol as it is held, in the currency of its holding. */
export interface PriceWish {
  symbol: string
  currency: Currency
  /** What the built-in directory takes it for; null when it does not know it. */
  kind: SecurityKind | null
  /** Its id among the coins; null for what is no coin, or not known to be one. */
  coin: string | null
}

export interface PriceCall {
  now: Date
  timeoutMs: number
  signal?: AbortSignal
  /** The user's; empty for a source that needs none. */
  key: string
}

/** A price in 10^-18 of one of `currency`, which is written as the source writes it; or why there is none for this symbol. */
export type SymbolAnswer =
  | { ok: true; price: bigint; currency: string; date: IsoDate }
  | { ok: false; code: 'unknownSymbol' | 'badAnswer' }

export interface Quoted {
  ok: true
  /** By symbol; what is missing here was not known to the source. */
  answers: ReadonlyMap<string, SymbolAnswer>
}

/** The one door to prices. A source is one file, and says by itself what it can be asked for. */
export interface PriceSource {
  id: PriceFeed
  needsKey: boolean
  /** In which its prices come. */
  currencies: readonly Currency[]
  /** Symbols of one request. */
  batch: number
  /** Requests that it grants in so many milliseconds; absent for a source that asks nobody. */
  pace?: { most: number; stretchMs: number }
  /** Whether it may know this symbol; nobody is asked. */
  serves: (wish: PriceWish) => boolean
  /** One request for at most `batch` symbols. */
  quotes: (wishes: readonly PriceWish[], call: PriceCall) => Promise<Quoted | Failed>
}

/** A security that is no coin: the coins' letters are those of other securities too often to ask a stock source for them. */
export const isSecurity = ({ kind, coin }: PriceWish): boolean => kind !== 'crypto' && coin === null

/** The answer for the one symbol that was asked for. */
export const quotedOne = (wishes: readonly PriceWish[], answer: SymbolAnswer): Quoted => ({
  ok: true,
  answers: new Map(wishes.slice(0, 1).map(({ symbol }) => [symbol, answer])),
})
