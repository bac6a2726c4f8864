import { z } from 'zod'
import { FEWEST_STAGES, LONGEST_STEP, MOST_STAGES, type StageChoice } from '@/lib/core/stages'
import { dateField } from '@/lib/formats/exact-fields'

/** The days of a plan as they are stored beside it; the trades of each day follow from its document. */
export const stageChoiceSchema = z.strictObject({
  count: z.int().min(FEWEST_STAGES).max(MOST_STAGES),
  first: dateField,
  every: z.enum(['week', 'month']),
  n: z.int().min(1).max(LONGEST_STEP),
})

/** What is stored, as core has it; null for nothing, or for what this version does not know. */
export function readStages(json: unknown): StageChoice | null {
  const read = stageChoiceSchema.safeParse(json)
  return read.success ? read.data : null
}
