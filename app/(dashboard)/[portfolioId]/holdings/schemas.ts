import { z } from 'zod'
import { byClass } from '@/lib/core/asset-class'
import { CURRENCIES, MONEY_CURRENCIES } from '@/lib/core/currency'
import { PRICE_SOURCES } from '@/lib/core/holding-fields'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { TRADINGS } from '@/lib/core/trading'
import { bps } from '@/lib/core/units'
import { COLUMN_ROLES, MOST_CHARACTERS, MOST_LINES } from '@/lib/formats/paste-limits'

/** What a person types; what it means, and what is wrong with it, is read further in. */
const typed = z.string().max(1_000, { error: 'common.field.tooLong' })
const version = z.int().min(1)
const inPortfolio = { portfolioId: z.uuid(), id: z.uuid() }
const source = z.enum(PRICE_SOURCES)

const holdingTexts = z.strictObject({
  symbol: typed.optional(),
  name: typed.optional(),
  quantity: typed.optional(),
  price: typed.optional(),
  pricedOn: typed.optional(),
  unit: typed.optional(),
  trading: z.enum(TRADINGS).optional(),
  currency: z.enum(CURRENCIES).optional(),
  priceSource: source.optional(),
})

export const newHolding = z.strictObject({
  ...inPortfolio,
  accountId: z.uuid(),
  fields: holdingTexts.extend({ symbol: typed }),
})
export const editedHolding = z.strictObject({ ...inPortfolio, version, fields: holdingTexts })
export const removedRow = z.strictObject({ ...inPortfolio, version })
export const restoredRow = z.strictObject(inPortfolio)

const MOST_LOTS = 1_000
const lot = z.strictObject({ id: z.uuid(), quantity: typed, unitCost: typed, acquired: typed })
export const editedLots = z.strictObject({
  ...inPortfolio,
  version,
  lots: z.array(lot).max(MOST_LOTS),
  quantity: typed.nullable(),
})

const tax = z.enum(TAX_TREATMENTS)
const accountTexts = z.strictObject({
  name: typed.optional(),
  tax: tax.optional(),
  currency: z.enum(MONEY_CURRENCIES).optional(),
  cash: typed.optional(),
  reserve: typed.optional(),
})
export const newAccount = z.strictObject({ ...inPortfolio, fields: accountTexts.extend({ name: typed, tax }) })
export const editedAccount = z.strictObject({ ...inPortfolio, version, fields: accountTexts })
export const accountOrder = z.strictObject({ portfolioId: z.uuid(), ids: z.array(z.uuid()).max(1_000) })
export const cashCounting = z.strictObject({ portfolioId: z.uuid(), cashCounts: z.boolean() })

export const symbolClass = z.strictObject({
  symbol: typed,
  version: version.nullable(),
  name: typed,
  split: z.strictObject(byClass(() => z.int().transform(bps))),
})
export const forgottenSymbol = z.strictObject({ symbol: typed, version })

export const pastedBlock = z.strictObject({
  portfolioId: z.uuid(),
  text: z.string().max(MOST_CHARACTERS, { error: 'holdings.paste.problem.tooLong' }),
  accountId: z.uuid().nullable(),
  roles: z.array(z.enum(COLUMN_ROLES)).max(100).nullable(),
  header: z.boolean().nullable(),
})
export const importedBlock = pastedBlock.extend({ version })

const former = z.strictObject({
  name: typed,
  quantity: typed,
  price: typed,
  pricedOn: typed,
  priceSource: source.nullable(),
})
const imported = z.strictObject({ id: z.uuid(), version })
export const undoneImport = z.strictObject({
  portfolioId: z.uuid(),
  undo: z.strictObject({
    added: z.array(imported).max(MOST_LINES),
    updated: z.array(imported.extend({ former })).max(MOST_LINES),
  }),
})
