'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { takeAttempt } from '@/lib/auth/limits'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { requestVerification } from '@/lib/flows/request-verification'

/** Sends the user the link that confirms their address. */
export const requestVerificationAction = userAction(z.object({}), async (user) => {
  if ((await takeAttempt('link', user.id)) > 0) return refusal('tooMany')
  const sent = await requestVerification(user.id, await getLocale(), new Date())
  return sent ? success() : refusal('notFound')
})
