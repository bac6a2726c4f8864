import { z } from 'zod'
import { PRICE_SOURCES } from '@/lib/core/holding-fields'
import { COIN_ID, KEYED_FEEDS, PRICE_FEEDS } from '@/lib/core/price-feeds'
import { LONGEST_SYMBOL } from '@/lib/core/symbol'
import { type IsoDate, isoDate, unitPrice } from '@/lib/core/units'
import { LONGEST_QUOTE_FILE } from '@/lib/formats/quote-file'

const LONGEST_KEY = 200
const MOST_HOLDINGS = 20_000
const symbol = z
  .string()
  .min(1)
  .max(LONGEST_SYMBOL * 2)
const source = z.enum(PRICE_FEEDS)

export const switchedSource = z.strictObject({ source, on: z.boolean() })
export const movedSource = z.strictObject({ source, by: z.union([z.literal(-1), z.literal(1)]) })
export const savedKey = z.strictObject({ source: z.enum(KEYED_FEEDS), key: z.string().max(LONGEST_KEY) })
export const namedCoin = z.strictObject({
  symbol,
  /** Empty to forget it. */
  coin: z.union([z.literal(''), z.string().regex(COIN_ID, { error: 'prices.coin.wrong' })], {
    error: 'prices.coin.wrong',
  }),
})
export const shownHistory = z.strictObject({ symbol })
export const takenPrice = z.strictObject({
  ...{ portfolioId: z.uuid(), symbol, source: z.enum(PRICE_SOURCES), price: z.string().max(60) },
})
export const priceFile = z.strictObject({ portfolioId: z.uuid(), text: z.string().max(LONGEST_QUOTE_FILE) })

/** What came from here with a change and takes it back. */
const former = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  price: z
    .bigint()
    .positive()
    .max(10n ** 38n - 1n)
    .transform(unitPrice)
    .nullable(),
  pricedOn: z
    .string()
    .refine((text) => isoDate(text) !== null)
    .transform((text) => text as IsoDate)
    .nullable(),
  priceSource: z.enum(PRICE_SOURCES).nullable(),
})
export const formerPrices = z.strictObject({ portfolioId: z.uuid(), former: z.array(former).max(MOST_HOLDINGS) })
