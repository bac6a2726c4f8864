'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { tokenSchema } from '@/app/(auth)/link-token'
import { passwordSchema } from '@/lib/auth/credentials'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { trustDevice } from '@/lib/auth/trusted-device'
import { invalid } from '@/lib/auth/user-action'
import { presentVisitor } from '@/lib/auth/visitor'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { HashQueueFull } from '@/lib/flows/hash-queue'
import { resetPassword } from '@/lib/flows/reset-password'

const resetSchema = z.strictObject({ token: tokenSchema, password: passwordSchema })

/** Sets the password that the link's secret allows to set. It signs nobody in: the second factor, if any, is still to be given. */
export async function resetPasswordAction(input: unknown): Promise<ActionResult> {
  if (!(await sentFromThisSite())) return refusal('forbidden')
  const given = resetSchema.safeParse(input)
  if (!given.success) return invalid(given.error)
  const { token, password } = given.data
  const wanted = { secret: token, password, locale: await getLocale() }
  try {
    const done = await resetPassword(wanted, await presentVisitor(), new Date())
    if (done.ok) {
      // Strangers who used up what may be tried at this account do not keep its owner out.
      await trustDevice(done.email)
      return success()
    }
    if (done.fault === 'link') return refusal('notFound')
    return refusal('invalid', { fields: { password: `auth.errors.${done.fault}` } })
  } catch (error) {
    if (error instanceof HashQueueFull) return refusal('tooMany')
    throw error
  }
}
