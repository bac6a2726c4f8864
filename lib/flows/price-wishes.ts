import 'server-only'
import { findSymbol } from '@/lib/core/directory'
import { isKeyedFeed } from '@/lib/core/price-feeds'
import type { IsoDate } from '@/lib/core/units'
import type { PricedHolding } from '@/lib/db/price-holdings'
import type { PriceSetting } from '@/lib/db/price-settings'
import { coinId } from '@/lib/feeds/prices/coin-ids'
import type { PriceSource, PriceWish } from '@/lib/feeds/prices/price-source'
import { PRICE_SOURCE } from '@/lib/feeds/prices/price-sources'
import { usablePriceKey } from '@/lib/flows/price-keys'

/** A source that may be asked, with the user's key. */
export interface UsableSource {
  source: PriceSource
  key: string
}

/** What the user turned on and can be asked, in the order of preference. */
export function usableSources(userId: string, setting: PriceSetting): UsableSource[] {
  return setting.sources.flatMap((name) => {
    const source = PRICE_SOURCE[name]
    const key = isKeyedFeed(name) ? usablePriceKey(userId, name, setting) : ''
    return key === null ? [] : [{ source, key }]
  })
}

/** Where a source's behaviour is remembered: how it answers to a key is the affair of the key's user. */
export const feedName = ({ id, needsKey }: PriceSource, userId: string): string => (needsKey ? `${id} ${userId}` : id)

export const wishOf = (
  { symbol, currency }: Pick<PricedHolding, 'symbol' | 'currency'>,
  { coins }: Pick<PriceSetting, 'coins'>,
): PriceWish => ({ symbol, currency, kind: findSymbol(symbol)?.kind ?? null, coin: coins[symbol] ?? coinId(symbol) })

export const canAnswer = ({ source }: UsableSource, wish: PriceWish): boolean =>
  source.currencies.includes(wish.currency) && source.serves(wish)

/** True while a price entered by hand is as new as any that could come. */
export const isByHand = ({ priceSource, pricedOn }: PricedHolding, asOf: IsoDate): boolean =>
  priceSource === 'manual' && pricedOn !== null && pricedOn >= asOf

/**
 * One wish for each symbol that a source can be asked for, those first that the most preferred source answers. Left out is what
 * the user has priced by hand today.
 */
export function wishesOf(
  rows: readonly PricedHolding[],
  setting: PriceSetting,
  sources: readonly UsableSource[],
  asOf: IsoDate,
): PriceWish[] {
  const open = new Map<string, PriceWish>()
  for (const row of rows) if (!open.has(row.symbol) && !isByHand(row, asOf)) open.set(row.symbol, wishOf(row, setting))
  const ranked = [...open.values()].map((wish) => ({ wish, rank: sources.findIndex((one) => canAnswer(one, wish)) }))
  return ranked
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ wish }) => wish)
}

/** The next wishes that the same source answers first, as many as it takes in one request. */
export function nextBatch(wishes: readonly PriceWish[], sources: readonly UsableSource[]): PriceWish[] {
  const firstFor = (wish: PriceWish) => sources.find((one) => canAnswer(one, wish))
  const [head] = wishes
  const first = head && firstFor(head)
  if (!first) return wishes.slice(0, 1)
  const other = wishes.findIndex((wish) => firstFor(wish) !== first)
  return wishes.slice(0, Math.min(first.source.batch, other < 0 ? wishes.length : other))
}
