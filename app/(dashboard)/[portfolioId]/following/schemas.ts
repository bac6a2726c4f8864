import { z } from 'zod'
import { REGIME_STATES } from '@/lib/core/models'
import { dateField } from '@/lib/formats/exact-fields'

export const followingSchema = z.strictObject({ portfolioId: z.uuid(), follows: z.boolean() })

export const dismissalSchema = z.strictObject({
  portfolioId: z.uuid(),
  /** Null takes the dismissal back. */
  dismissed: z.strictObject({ state: z.enum(REGIME_STATES), friday: dateField }).nullable(),
})
