'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { confirmedAction } from '@/lib/auth/confirmed-action'
import { wishToLink } from '@/lib/auth/link-wish'
import { oidcProvider } from '@/lib/auth/oidc'
import { wayChanged } from '@/lib/auth/way-changed'
import { refusal, success } from '@/lib/core/action-result'
import { unlinkIdentity } from '@/lib/db/oidc-identities'

/** Allows the provider's next answer to this session, within some minutes, to be linked to its user. */
export const linkProviderAction = confirmedAction(z.object({}), async (user) => {
  if (user.demo || !oidcProvider()) return refusal('forbidden')
  await wishToLink(user)
  return success()
})

/** Takes the provider away as a way in; a conflict when it is the only one. */
export const unlinkProviderAction = confirmedAction(z.object({}), async (user) => {
  const provider = oidcProvider()
  if (!provider) return refusal('forbidden')
  const answer = await unlinkIdentity(user.id, provider.issuer)
  if (answer === 'lastWayIn') return refusal('conflict')
  if (answer === 'none') return refusal('notFound')
  await wayChanged(user, 'providerUnlinked')
  revalidatePath('/settings/security')
  return success()
})
