'use server'

import { revalidatePath } from 'next/cache'
import {
  adoptionSchema,
  modelSchema,
  newModelSchema,
  removedModelSchema,
  restoredModelSchema,
  riskLevelSchema,
} from '@/app/(dashboard)/[portfolioId]/targets/schemas'
import { asOf } from '@/lib/auth/clock'
import { userAction } from '@/lib/auth/user-action'
import { saveRiskLevel } from '@/lib/db/risk-levels'
import { createTargetModel, removeTargetModel, restoreTargetModel, saveTargetModel } from '@/lib/db/target-models'
import { adoptTarget } from '@/lib/flows/adopt-target'
import { measuredRegime } from '@/lib/flows/measured-regime'

/** Every signed-in page may show the target or the models, so all are rendered anew; a refusal too shows what is stored now. */
function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const adoptTargetAction = userAction(adoptionSchema, async (user, request) =>
  refreshed(
    await adoptTarget(user.id, request, async () => {
      const day = await asOf()
      return { evaluation: (await measuredRegime(user.id, day))?.evaluation ?? null, asOf: day }
    }),
  ),
)

export const saveRiskLevelAction = userAction(riskLevelSchema, async (user, { portfolioId, from, to }) =>
  refreshed(await saveRiskLevel(user.id, portfolioId, { from, to })),
)

export const createModelAction = userAction(newModelSchema, async (user, model) =>
  refreshed(await createTargetModel(user.id, model)),
)

export const saveModelAction = userAction(modelSchema, async (user, model) =>
  refreshed(await saveTargetModel(user.id, model)),
)

export const removeModelAction = userAction(removedModelSchema, async (user, model) =>
  refreshed(await removeTargetModel(user.id, model)),
)

export const restoreModelAction = userAction(restoredModelSchema, async (user, { id }) =>
  refreshed(await restoreTargetModel(user.id, id)),
)
