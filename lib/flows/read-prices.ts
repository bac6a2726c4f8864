import 'server-only'
import type { Weights } from '@/lib/core/asset-class'
import { isStale, priceAge } from '@/lib/core/book'
import { inCurrency, readCurrency } from '@/lib/core/check-price'
import { PRICE_FEEDS, type PriceFeed } from '@/lib/core/price-feeds'
import { type IsoDate, WHOLE } from '@/lib/core/units'
import { type FeedState, findFeedStates } from '@/lib/db/feed-states'
import { listPricedHoldings, type PricedHolding } from '@/lib/db/price-holdings'
import { listPriceFaults, type PriceFault } from '@/lib/db/price-quotes'
import { findPriceSetting, type PriceSetting } from '@/lib/db/price-settings'
import { findSymbolClasses } from '@/lib/db/symbol-classes'
import { PRICE_SOURCE } from '@/lib/feeds/prices/price-sources'
import { canAnswer, feedName, isByHand, usableSources, wishOf } from '@/lib/flows/price-wishes'

/** A holding with how its price stands. */
export interface PriceStanding extends PricedHolding {
  /** Whole days since the price's date; null without a price. */
  age: number | null
  stale: boolean
  /** What the sources said last and was not taken, in the order in which they are asked. */
  faults: PriceFault[]
  /** Whether a source that is on can be asked for it. */
  askable: boolean
  /** Of a coin: its id; null when the user has to say which coin it is. Absent for what is none. */
  coin?: string | null
}

export interface PriceReading {
  setting: PriceSetting
  standings: PriceStanding[]
  /** How many have a price of today or yesterday, an old one, and none. */
  fresh: number
  stale: number
  unpriced: number
}

/** The prices of one portfolio on a day, with where each came from and what stands against it. */
export async function readPrices(userId: string, portfolioId: string, asOf: IsoDate): Promise<PriceReading> {
  const [rows, setting, faults] = await Promise.all([
    listPricedHoldings(userId, portfolioId),
    findPriceSetting(userId),
    listPriceFaults(userId),
  ])
  const sources = usableSources(userId, setting)
  const coins = await coinsOf(userId, rows, setting)
  const standings = rows.map((row): PriceStanding => {
    const coin = coins.get(row.symbol)
    return {
      ...row,
      age: priceAge(row, asOf),
      stale: isStale(row, asOf),
      faults: inOrder(faults, setting).filter((fault) => concerns(fault, row)),
      askable: !isByHand(row, asOf) && sources.some((source) => canAnswer(source, wishOf(row, setting))),
      ...(coin !== undefined && { coin }),
    }
  })
  return {
    ...{ setting, standings },
    fresh: standings.filter(({ age }) => age !== null && age <= 1).length,
    stale: standings.filter(({ stale }) => stale).length,
    unpriced: standings.filter(({ price }) => price === null).length,
  }
}

/** How each source behaves towards this user. */
export async function readPriceFeeds(userId: string): Promise<Record<PriceFeed, FeedState<string>>> {
  const states = await findFeedStates(PRICE_FEEDS.map((id) => feedName(PRICE_SOURCE[id], userId)))
  return Object.fromEntries(PRICE_FEEDS.map((id, at) => [id, states[at]])) as Record<PriceFeed, FeedState<string>>
}

/** The coins among the symbols, by the directory, or by the user who named the coin or called all of it a digital asset. */
async function coinsOf(
  userId: string,
  rows: readonly PricedHolding[],
  setting: PriceSetting,
): Promise<Map<string, string | null>> {
  const symbols = [...new Set(rows.map((row) => row.symbol))]
  const said = await findSymbolClasses(userId, symbols)
  const coins = new Map<string, string | null>()
  for (const symbol of symbols) {
    const { kind, coin } = wishOf({ symbol, currency: 'USD' }, setting)
    const own = kind === null ? said.get(symbol) : undefined
    if (coin !== null || kind === 'crypto' || isDigital(own?.split)) coins.set(symbol, coin)
  }
  return coins
}

const isDigital = (split: Weights | undefined): boolean => split?.digital === WHOLE

/** Those of the sources that are on, in their order, and of files. */
const inOrder = (faults: readonly PriceFault[], { sources }: PriceSetting): PriceFault[] =>
  ['file' as const, ...sources].flatMap((name) => faults.filter(({ source }) => source === name))

/** A fault is over for a holding that has this very price by now, or one entered by hand since. */
function concerns({ symbol, code, price, currency, date }: PriceFault, row: PricedHolding): boolean {
  if (symbol !== row.symbol) return false
  const byHand = row.priceSource === 'manual'
  if (code === 'manual') return byHand && !(row.pricedOn && date && row.pricedOn > date)
  const money = currency === null ? null : readCurrency(currency)
  const same = money && price !== null ? inCurrency(price, money, row.currency) : null
  if (same !== null && same === row.price && date === row.pricedOn) return false
  return !(byHand && row.pricedOn !== null && date !== null && row.pricedOn >= date)
}
