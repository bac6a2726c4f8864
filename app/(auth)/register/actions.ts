'use server'

import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { emailSchema } from '@/lib/auth/credentials'
import { guestAction } from '@/lib/auth/guest-action'
import { takeAttempt } from '@/lib/auth/limits'
import { presentVisitor } from '@/lib/auth/visitor'
import { refusal, success } from '@/lib/core/action-result'
import { gateEnv } from '@/lib/env'
import { requestRegistration } from '@/lib/flows/request-registration'
import { log } from '@/lib/log'

const registerSchema = z.strictObject({ email: emailSchema })

/** Has a link sent that finishes a registration. The answer is the same for every address, and goes out before anybody looks whether it is known. */
export const registerAction = guestAction(registerSchema, async ({ email }) => {
  if (gateEnv().REGISTRATION !== 'open') return refusal('forbidden')
  const { address } = await presentVisitor()
  const [byNetwork, byAddress] = [await takeAttempt('linkNetwork', address), await takeAttempt('link', email)]
  if (byNetwork > 0 || byAddress > 0) return refusal('tooMany')
  const locale = await getLocale()
  after(() => requestRegistration(email, locale, new Date()).catch(() => log.error('A link to register was not made.')))
  return success()
})
