import type { PriceFeed } from '@/lib/core/price-feeds'
import { alphaVantage } from '@/lib/feeds/prices/alpha-vantage'
import { coinGecko } from '@/lib/feeds/prices/coin-gecko'
import { par } from '@/lib/feeds/prices/par'
import type { PriceSource } from '@/lib/feeds/prices/price-source'
import { tiingo } from '@/lib/feeds/prices/tiingo'
import { yahoo } from '@/lib/feeds/prices/yahoo'

/** Every source by its name. */
export const PRICE_SOURCE: Record<PriceFeed, PriceSource> = { par, coinGecko, yahoo, tiingo, alphaVantage }
