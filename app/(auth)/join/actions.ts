'use server'

import { z } from 'zod'
import { tokenSchema } from '@/app/(auth)/link-token'
import { emailSchema, passwordSchema } from '@/lib/auth/credentials'
import { guestAction } from '@/lib/auth/guest-action'
import { takeAttempt } from '@/lib/auth/limits'
import { raiseSession } from '@/lib/auth/raise-session'
import { userAction } from '@/lib/auth/user-action'
import { presentVisitor } from '@/lib/auth/visitor'
import { refusal, success } from '@/lib/core/action-result'
import { makeAdministrator } from '@/lib/db/newcomers'
import { type Joined, join } from '@/lib/flows/join'

const joinSchema = z.strictObject({ token: tokenSchema, email: emailSchema.optional(), password: passwordSchema })

type Fault = Extract<Joined, { ok: false }>['fault']

/** Makes the user that a link allows to make, and answers the address to sign in with. */
export const joinAction = guestAction(joinSchema, async ({ token, email = '', password }) => {
  const visitor = await presentVisitor()
  if ((await takeAttempt('join', visitor.address)) > 0) return refusal('tooMany')
  const joined = await join({ secret: token, email, password }, visitor, new Date())
  return joined.ok ? success(joined.email) : refusalFor(joined.fault)
})

function refusalFor(fault: Fault) {
  if (fault === 'link') return refusal('notFound')
  if (fault === 'taken') return refusal('conflict')
  if (fault === 'email') return refusal('invalid', { fields: { email: 'auth.errors.email' } })
  return refusal('invalid', { fields: { password: `auth.errors.${fault}` } })
}

/** Makes the signed-in user the administrator by the link of a first start. */
export const becomeAdministratorAction = userAction(z.object({ token: tokenSchema }), async (user, { token }) => {
  if (user.demo) return refusal('forbidden')
  const at = new Date()
  if (!(await makeAdministrator(user.id, token, at))) return refusal('notFound')
  await raiseSession(user, at)
  return success()
})
