'use server'

import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { emailSchema } from '@/lib/auth/credentials'
import { guestAction } from '@/lib/auth/guest-action'
import { takeAttempt } from '@/lib/auth/limits'
import { presentVisitor } from '@/lib/auth/visitor'
import { refusal, success } from '@/lib/core/action-result'
import { requestReset } from '@/lib/flows/request-reset'
import { log } from '@/lib/log'

const forgotSchema = z.strictObject({ email: emailSchema })

/** Has a link to a new password sent. The answer is the same for every address, and goes out before anybody looks whether it is known. */
export const requestResetAction = guestAction(forgotSchema, async ({ email }) => {
  const visitor = await presentVisitor()
  const [byNetwork, byAddress] = [await takeAttempt('linkNetwork', visitor.address), await takeAttempt('link', email)]
  if (byNetwork > 0 || byAddress > 0) return refusal('tooMany')
  const locale = await getLocale()
  after(() =>
    requestReset(email, locale, visitor, new Date()).catch(() => log.error('A link to a new password was not made.')),
  )
  return success()
})
