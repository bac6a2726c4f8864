import { z } from 'zod'
import type { ArchiveContents, Json } from '@/lib/core/archive/contents'
import { ASSET_CLASSES, isWhole, type Weights } from '@/lib/core/asset-class'
import { CURRENCIES, MONEY_CURRENCIES } from '@/lib/core/currency'
import { REGIME_STATES, RISK_LEVELS } from '@/lib/core/models'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { decodeDocument } from '@/lib/formats/plan-json'
import { documentSchema } from '@/lib/formats/plan-schema'
import { stageChoiceSchema } from '@/lib/formats/plan-stages'

/** What may stand in each row, so that whatever is read can be stored and read again. A null character no database takes. */
const text = z
  .string()
  .max(10_000)
  .refine((value) => !value.includes('\0'))
const id = z.uuid()
const instant = z.iso.datetime()
const date = z.iso.date()
const place = z.int().min(-1_000_000).max(1_000_000)
const whole = z.string().regex(/^-?\d{1,18}$/)
const reserve = z.string().regex(/^\d{1,18}$/)
const decimal = z.string().regex(/^-?\d{1,20}(\.\d{1,18})?$/)
const notNegative = z.string().regex(/^\d{1,20}(\.\d{1,18})?$/)
const positive = notNegative.refine((value) => /[1-9]/.test(value))
const shortDecimal = z.string().regex(/^-?\d{1,16}(\.\d{1,8})?$/)
const json = z.json() as z.ZodType<Json>
const weights = z
  .record(z.enum(ASSET_CLASSES), z.int())
  .refine((value) => isWhole(value as Weights)) as unknown as z.ZodType<Json>

const holding = z.strictObject({
  id,
  symbol: text.min(1),
  name: text,
  quantity: notNegative,
  unit: positive,
  price: positive.nullable(),
  currency: z.enum(CURRENCIES),
  pricedOn: date.nullable(),
  priceSource: text.nullable(),
  locked: z.boolean(),
  noBuy: z.boolean(),
  noSell: z.boolean(),
  position: place,
  lots: z.array(z.strictObject({ id, quantity: positive, unitCost: decimal, acquiredOn: date })),
})

const account = z.strictObject({
  id,
  name: text,
  tax: z.enum(TAX_TREATMENTS),
  currency: z.enum(MONEY_CURRENCIES),
  cashCents: whole,
  reserveCents: reserve,
  position: place,
  holdings: z.array(holding).refine((rows) => new Set(rows.map((row) => row.symbol)).size === rows.length),
})

const { weights: targetWeights, bands, destination, origin } = documentSchema.shape.adoption.shape
/** As they are stored, which is as they are written: nothing in them has another form in core. */
const adoption = z.strictObject({
  id,
  adoptedAt: instant,
  origin: origin as unknown as z.ZodType<Json>,
  weights: targetWeights as unknown as z.ZodType<Json>,
  bands: bands as unknown as z.ZodType<Json>,
  destination,
})

const portfolio = z
  .strictObject({
    id,
    name: text,
    baseCurrency: z.enum(MONEY_CURRENCIES),
    riskLevel: z.enum(RISK_LEVELS),
    cashCounts: z.boolean(),
    followsRegime: z.boolean(),
    dismissedState: z.enum(REGIME_STATES).nullable(),
    dismissedFriday: date.nullable(),
    accounts: z.array(account),
    adoptions: z.array(adoption),
    links: z.array(z.strictObject({ format: text, externalId: text, accountId: id })),
  })
  .refine(({ accounts, links }) => links.every((link) => accounts.some((a) => a.id === link.accountId)))

/** A document of any age that this version can open. */
const document = json.refine((value) => {
  try {
    decodeDocument(value)
    return true
  } catch {
    return false
  }
})

const plan = z.strictObject({
  id,
  portfolioId: id,
  name: text,
  document,
  inputHash: text,
  approvedAt: instant.nullable(),
  stages: z.union([z.null(), stageChoiceSchema]) as unknown as z.ZodType<Json>,
  createdAt: instant,
})

/** By file of the archive: what is in it. */
export const PARTS = {
  'portfolios.json': z.strictObject({ portfolios: z.array(portfolio) }),
  'plans.json': z.strictObject({ plans: z.array(plan) }),
  'models.json': z.strictObject({
    classes: z.array(z.strictObject({ symbol: text.min(1), name: text, split: weights })),
    models: z.array(z.strictObject({ id, name: text, weights, createdAt: instant })),
    mappings: z.array(z.strictObject({ signature: text, mapping: json, savedAt: instant })),
  }),
  'settings.json': z.strictObject({
    seriesSetting: z.strictObject({ fred: z.boolean(), nyFed: z.boolean(), treasury: z.boolean() }).nullable(),
    priceSetting: z.strictObject({ sources: z.array(text).max(100), coins: z.record(z.string(), text) }).nullable(),
  }),
  'series.json': z.strictObject({
    seriesFiles: z.array(
      z.strictObject({ id, name: text, givenAt: instant, values: z.array(z.tuple([text, date, shortDecimal])) }),
    ),
  }),
  'prices.json': z.strictObject({
    quotes: z.array(
      z.strictObject({
        symbol: text,
        date,
        source: text,
        price: decimal,
        currency: z.enum(CURRENCIES),
        fetchedAt: instant,
      }),
    ),
    rates: z.array(
      z.strictObject({ currency: text, quote: text, date, source: text, rate: positive, fetchedAt: instant }),
    ),
  }),
} as const

export type PartName = keyof typeof PARTS
export const PART_NAMES = Object.keys(PARTS) as PartName[]

/** The contents divided over the files. */
export function partsOf(contents: ArchiveContents): Record<PartName, object> {
  const { portfolios, plans, classes, models, mappings, seriesSetting, priceSetting, seriesFiles, quotes, rates } =
    contents
  return {
    'portfolios.json': { portfolios },
    'plans.json': { plans },
    'models.json': { classes, models, mappings },
    'settings.json': { seriesSetting, priceSetting },
    'series.json': { seriesFiles },
    'prices.json': { quotes, rates },
  }
}

/** The contents put together again, or null when any part is not what it should be, or a plan is of no portfolio. */
export function joinParts(parts: Record<PartName, unknown>): ArchiveContents | null {
  const read = PART_NAMES.map((name) => PARTS[name].safeParse(parts[name]))
  if (read.some((part) => !part.success)) return null
  const contents = Object.assign({}, ...read.map((part) => part.data)) as ArchiveContents
  const portfolios = new Set(contents.portfolios.map((p) => p.id))
  return contents.plans.every((p) => portfolios.has(p.portfolioId)) ? contents : null
}
