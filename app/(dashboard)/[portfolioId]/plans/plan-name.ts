import { z } from 'zod'
import { PLAN_NAME_LENGTH } from '@/app/(dashboard)/[portfolioId]/plans/plan-name-length'

/** A plan's name as it is stored. */
export const planName = z
  .string()
  .trim()
  .min(1, { error: 'plans.rename.required' })
  .max(PLAN_NAME_LENGTH, { error: 'plans.rename.tooLong' })
  .regex(/^\P{Cc}*$/u)
