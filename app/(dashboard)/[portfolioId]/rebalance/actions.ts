'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { planName } from '@/app/(dashboard)/[portfolioId]/plans/plan-name'
import { CHOICE_FIELDS, type ChoiceField } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/read-choices'
import { asOf } from '@/lib/auth/clock'
import { userAction } from '@/lib/auth/user-action'
import { refusal } from '@/lib/core/action-result'
import { LARGEST_INPUT, savePlan } from '@/lib/flows/save-plan'

const typed = z.string().max(200)
const text = z.strictObject(
  Object.fromEntries(CHOICE_FIELDS.map((field) => [field, typed])) as Record<ChoiceField, typeof typed>,
)

const request = z.object({
  id: z.uuid(),
  portfolioId: z.uuid(),
  name: planName,
  text,
  inputHash: typed,
  seen: z.string().max(LARGEST_INPUT).nullable(),
})

/** Saves what the page shows. It is computed again here from the choices as typed; the page is never believed. */
export const savePlanAction = userAction(request, async (user, { text: typedChoices, ...input }) => {
  const read = readChoices(typedChoices)
  if (!read.ok) return refusal('invalid')
  const answer = await savePlan(user.id, { ...input, choices: read.choices }, await asOf())
  // Saved or refused, the next page shows what is stored and what is true now.
  revalidatePath('/', 'layout')
  return answer
})
