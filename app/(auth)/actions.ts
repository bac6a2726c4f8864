'use server'

import { redirect } from 'next/navigation'
import { clearSessionCookie } from '@/lib/auth/cookie'
import { credentialsSchema } from '@/lib/auth/credentials'
import { sentFromThisSite } from '@/lib/auth/same-origin'
import { findUser } from '@/lib/auth/session'
import { invalid } from '@/lib/auth/user-action'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { revokeSession } from '@/lib/db/sessions'
import { HashQueueFull } from '@/lib/flows/hash-queue'
import { register } from '@/lib/flows/register'

/** Makes a user of an address and a password. The visitor is not signed in by it. */
export async function registerAction(input: unknown): Promise<ActionResult> {
  if (!(await sentFromThisSite())) return refusal('forbidden')
  const given = credentialsSchema.safeParse(input)
  if (!given.success) return invalid(given.error)
  try {
    const made = await register(given.data.email, given.data.password)
    if (made.ok) return success()
    if (made.fault === 'taken') return refusal('conflict')
    return refusal('invalid', { fields: { password: `auth.errors.${made.fault}` } })
  } catch (error) {
    if (error instanceof HashQueueFull) return refusal('tooMany')
    throw error
  }
}

/** Ends this session and leads to the sign-in page. The action of a plain form: it needs no script. */
export async function logOutAction(): Promise<void> {
  const user = (await sentFromThisSite()) ? await findUser() : null
  if (user) await revokeSession(user.id, user.sessionId, new Date())
  await clearSessionCookie()
  redirect('/login?notice=loggedOut')
}
