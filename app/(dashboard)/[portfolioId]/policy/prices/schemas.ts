import { z } from 'zod'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import type { ClassLevels } from '@/lib/core/look-back/class-returns'
import type { Month } from '@/lib/core/month'

/** Characters of one file: fifty years of daily prices. An action's body has an end too. */
export const LONGEST_FILE = 900_000
const MOST_MONTHS = 2_400

export const pricesSchema = z.strictObject({ text: z.string().max(LONGEST_FILE) })

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
const levelsSchema = z.array(z.strictObject({ month: monthSchema, value: z.number().positive() })).max(MOST_MONTHS)

/** Prices by class, as they were read before. */
export const ownSchema = z.partialRecord(z.enum(ASSET_CLASSES), levelsSchema)

/** The pattern above is what makes a month. */
export const asLevels = (own: z.output<typeof ownSchema>): ClassLevels =>
  Object.fromEntries(
    Object.entries(own).map(([assetClass, levels]) => [
      assetClass,
      levels?.map(({ month, value }) => ({ month: month as Month, value })) ?? [],
    ]),
  )
