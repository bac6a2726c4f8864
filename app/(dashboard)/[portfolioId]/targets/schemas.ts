import { z } from 'zod'
import { byClass, isWhole } from '@/lib/core/asset-class'
import { isConviction } from '@/lib/core/conviction'
import { REGIME_STATES, RISK_LEVELS } from '@/lib/core/models'
import { DESTINATIONS } from '@/lib/core/targets'
import { bps, WHOLE } from '@/lib/core/units'
import { dateField } from '@/lib/formats/exact-fields'

const NAME_LENGTH = 80

const share = z.int().min(0).max(WHOLE).transform(bps)
const weights = z.strictObject(byClass(() => share)).refine(isWhole, { error: 'targets.error.total' })
const name = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.string().min(1, { error: 'common.field.required' }).max(NAME_LENGTH, { error: 'common.field.tooLong' }))

const band = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('fiveTwentyFive') }),
  z.strictObject({ rule: z.literal('absolute'), halfWidth: share }),
  z.strictObject({ rule: z.literal('relative'), percent: z.int().min(0).max(100) }),
])

const builtIn = { risk: z.enum(RISK_LEVELS), conviction: z.number().refine(isConviction).optional() }
const state = z.enum(REGIME_STATES)

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('builtIn'), state, ...builtIn }),
  z.strictObject({ kind: z.literal('blend'), share, ...builtIn }),
  z.strictObject({ kind: z.literal('measured'), state, friday: dateField, ...builtIn }),
  z.strictObject({ kind: z.literal('custom'), modelId: z.uuid() }),
  z.strictObject({ kind: z.literal('holdings') }),
  z.strictObject({ kind: z.literal('earlier'), adoptionId: z.uuid() }),
])

export const adoptionSchema = z.strictObject({
  id: z.uuid(),
  portfolioId: z.uuid(),
  source,
  weights,
  bands: z.strictObject(byClass(() => band)),
  destination: z.enum(DESTINATIONS),
  replaces: z.uuid().nullable(),
})

export const riskLevelSchema = z.strictObject({
  portfolioId: z.uuid(),
  from: z.enum(RISK_LEVELS),
  to: z.enum(RISK_LEVELS),
})

export const newModelSchema = z.strictObject({ id: z.uuid(), name, weights })
export const modelSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1), name, weights })
export const removedModelSchema = z.strictObject({ id: z.uuid(), version: z.int().min(1) })
export const restoredModelSchema = z.strictObject({ id: z.uuid() })
