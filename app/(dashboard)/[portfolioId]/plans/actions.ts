'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { planName } from '@/app/(dashboard)/[portfolioId]/plans/plan-name'
import { asOf } from '@/lib/auth/clock'
import { userAction } from '@/lib/auth/user-action'
import { removePlan, renamePlan, restorePlan } from '@/lib/db/plans'
import { approvePlan } from '@/lib/flows/approve-plan'

const oneOfThem = z.object({ id: z.uuid() })

/** The list and the plan's own page show it; a refusal too shows what is stored now. */
function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const renamePlanAction = userAction(
  z.object({ id: z.uuid(), name: planName, version: z.int().min(1) }),
  async (user, input) => refreshed(await renamePlan(user.id, input)),
)

export const removePlanAction = userAction(oneOfThem, async (user, { id }) =>
  refreshed(await removePlan(user.id, id, new Date())),
)

export const restorePlanAction = userAction(oneOfThem, async (user, { id }) =>
  refreshed(await restorePlan(user.id, id)),
)

export const approvePlanAction = userAction(oneOfThem, async (user, { id }) =>
  refreshed(await approvePlan(user.id, id, { asOf: await asOf(), at: new Date() })),
)
