'use server'

import { revalidatePath } from 'next/cache'
import { dismissalSchema, followingSchema } from '@/app/(dashboard)/[portfolioId]/following/schemas'
import { userAction } from '@/lib/auth/user-action'
import { saveDismissal, saveFollowing } from '@/lib/db/regime-following'

/** The overview and the targets both show what is proposed. */
function refreshed<T>(answer: T): T {
  revalidatePath('/', 'layout')
  return answer
}

export const saveFollowingAction = userAction(followingSchema, async (user, { portfolioId, follows }) =>
  refreshed(await saveFollowing(user.id, portfolioId, follows)),
)

export const saveDismissalAction = userAction(dismissalSchema, async (user, { portfolioId, dismissed }) =>
  refreshed(await saveDismissal(user.id, portfolioId, dismissed)),
)
