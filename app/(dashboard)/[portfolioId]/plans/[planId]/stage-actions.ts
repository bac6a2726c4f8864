'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { userAction } from '@/lib/auth/user-action'
import { stageSavedPlan } from '@/lib/flows/stage-plan'
import { stageChoiceSchema } from '@/lib/formats/plan-stages'

/** Divides a saved plan into dated stages, or takes them back. The page shows what is stored, after a refusal too. */
export const stagePlanAction = userAction(
  z.object({ id: z.uuid(), version: z.int().min(1), choice: stageChoiceSchema.nullable() }),
  async (user, input) => {
    const answer = await stageSavedPlan(user.id, input)
    revalidatePath('/', 'layout')
    return answer
  },
)
