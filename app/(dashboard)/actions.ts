'use server'

import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { asOf } from '@/lib/auth/clock'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { resetDemo } from '@/lib/flows/create-demo'

/** Puts a demo back to its start; a real user's portfolios are out of its reach. */
export const resetDemoAction = userAction(z.object({}), async (user) => {
  const done = user.demo && (await resetDemo(user.id, { locale: await getLocale(), asOf: await asOf() }))
  return done ? success() : refusal('forbidden')
})
