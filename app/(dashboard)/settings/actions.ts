'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { clearSessionCookie } from '@/lib/auth/cookie'
import { passwordSchema } from '@/lib/auth/credentials'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { revokeOtherSessions, revokeSession } from '@/lib/db/sessions'
import { changePassword, type PasswordChanged } from '@/lib/flows/change-password'
import { deleteUser } from '@/lib/flows/delete-user'
import { HashQueueFull } from '@/lib/flows/hash-queue'

type Fault = Extract<PasswordChanged, { ok: false }>['fault']

const FAULT_FIELDS: Record<Exclude<Fault, 'conflict'>, Record<string, string>> = {
  wrongPassword: { current: 'settings.password.wrong' },
  same: { next: 'settings.password.same' },
  tooShort: { next: 'auth.errors.tooShort' },
  tooLong: { next: 'auth.errors.tooLong' },
  tooCommon: { next: 'auth.errors.tooCommon' },
}

/** A full queue is an answer, not a bug. */
function tooManyIfFull(error: unknown) {
  if (error instanceof HashQueueFull) return refusal('tooMany')
  throw error
}

/** Changes the password and answers how many other sessions it ended. */
export const changePasswordAction = userAction(
  z.object({ current: passwordSchema, next: passwordSchema }),
  async (user, { current, next }) => {
    const change = { sessionId: user.sessionId, current, next }
    const changed = await changePassword(user.id, change, new Date()).catch(tooManyIfFull)
    if ('code' in changed) return changed
    if (!changed.ok) {
      return changed.fault === 'conflict'
        ? refusal('conflict')
        : refusal('invalid', { fields: FAULT_FIELDS[changed.fault] })
    }
    revalidatePath('/settings')
    return success(changed.sessionsEnded)
  },
)

export const revokeSessionAction = userAction(z.object({ sessionId: z.uuid() }), async (user, { sessionId }) => {
  const ended = await revokeSession(user.id, sessionId, new Date())
  revalidatePath('/settings')
  return ended ? success() : refusal('notFound')
})

/** Ends every session but this one and answers how many. */
export const revokeOtherSessionsAction = userAction(z.object({}), async (user) => {
  const ended = await revokeOtherSessions(user.id, user.sessionId, new Date())
  revalidatePath('/settings')
  return success(ended)
})

/** Deletes the user with everything that is theirs. A demo user gives an empty password. */
export const deleteUserAction = userAction(z.object({ password: z.string().max(1024) }), async (user, { password }) => {
  const deleted = await deleteUser(user.id, password).catch(tooManyIfFull)
  if (typeof deleted === 'object') return deleted
  if (!deleted) return refusal('invalid', { fields: { password: 'settings.password.wrong' } })
  await clearSessionCookie()
  return success()
})
