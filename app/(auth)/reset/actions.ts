'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { tokenSchema } from '@/app/(auth)/link-token'
import { passwordSchema } from '@/lib/auth/credentials'
import { guestAction } from '@/lib/auth/guest-action'
import { trustDevice } from '@/lib/auth/trusted-device'
import { presentVisitor } from '@/lib/auth/visitor'
import { refusal, success } from '@/lib/core/action-result'
import { resetPassword } from '@/lib/flows/reset-password'

const resetSchema = z.strictObject({ token: tokenSchema, password: passwordSchema })

/** Sets the password that the link's secret allows to set. It signs nobody in: the second factor, if any, is still to be given. */
export const resetPasswordAction = guestAction(resetSchema, async ({ token, password }) => {
  const wanted = { secret: token, password, locale: await getLocale() }
  const done = await resetPassword(wanted, await presentVisitor(), new Date())
  if (done.ok) {
    // Strangers who used up what may be tried at this account do not keep its owner out.
    await trustDevice(done.email)
    return success()
  }
  if (done.fault === 'link') return refusal('notFound')
  return refusal('invalid', { fields: { password: `auth.errors.${done.fault}` } })
})
