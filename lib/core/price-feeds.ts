/** What a user may turn on to have prices brought: four feeds that are contacted, and the dollar of a US money fund, which asks nobody. */
export const PRICE_FEEDS = ['par', 'coinGecko', 'yahoo', 'tiingo', 'alphaVantage'] as const
export type PriceFeed = (typeof PRICE_FEEDS)[number]
export const isPriceFeed = (text: string): text is PriceFeed => (PRICE_FEEDS as readonly string[]).includes(text)

/** Those that answer only to a key of the user's own. */
export const KEYED_FEEDS = ['tiingo', 'alphaVantage'] as const
export type KeyedFeed = (typeof KEYED_FEEDS)[number]
export const isKeyedFeed = (text: string): text is KeyedFeed => (KEYED_FEEDS as readonly string[]).includes(text)

/** A coin's name in the addresses of CoinGecko. */
export const COIN_ID = /^[a-z0-9][a-z0-9._-]{0,63}$/
