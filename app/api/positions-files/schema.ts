import { z } from 'zod'
import { byClass, isWhole, type Weights } from '@/lib/core/asset-class'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { DELIMITERS, ENCODINGS, type ImportChoices, MAPPED_ROLES, type Mapping } from '@/lib/core/positions-import'
import { type IsoDate, WHOLE } from '@/lib/core/units'
import { calendarDate } from '@/lib/formats/calendar-date'

/** More than any file has of each. */
const MOST = 20_000
const MOST_COLUMNS = 500
const text = z.string().max(1_000)
const file = z.int().min(0).max(9)
const date = z.string().refine((value) => calendarDate(value) !== null)
const weight = z.int().min(0).max(WHOLE)
const split = z
  .strictObject(byClass(() => weight))
  .transform((value) => value as unknown as Weights)
  .refine((value) => isWhole(value))

const to = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('existing'), accountId: z.uuid() }),
  z.strictObject({ kind: z.literal('new'), name: text, tax: z.enum(TAX_TREATMENTS) }),
  z.strictObject({ kind: z.literal('leave') }),
])

const cost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leave') }),
  z.strictObject({ kind: z.literal('oneLot'), acquired: date.transform((value) => value as IsoDate) }),
])

/** What the user decided; the shape is lib/core/positions-import.ts. */
export const choices: z.ZodType<ImportChoices> = z.strictObject({
  accounts: z.array(z.strictObject({ file, account: z.string().max(10_000), to })).max(MOST),
  classes: z.array(z.strictObject({ symbol: text, split })).max(MOST),
  remove: z.array(z.uuid()).max(MOST),
  cost,
})

const mapping: z.ZodType<Mapping> = z.strictObject({
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  decimal: z.enum(['.', ',']).nullable(),
  dateOrder: z.enum(['monthFirst', 'dayFirst']).nullable(),
  header: z.int().min(1).nullable(),
  columns: z.array(z.enum(MAPPED_ROLES).nullable()).max(MOST_COLUMNS),
})

/** By the file's place in the list, from 0. */
export const mappings = z
  .record(z.string().regex(/^\d$/), mapping)
  .transform((value) => new Map(Object.entries(value).map(([at, one]) => [Number(at), one])))

/** What an import names besides its files. */
export const order = z.strictObject({ importId: z.uuid(), version: z.coerce.number().int().min(1) })
