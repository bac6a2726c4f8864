'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { TOKEN_DAYS, TOKEN_NAME_LENGTH } from '@/app/(dashboard)/settings/token-choices'
import { clearSessionCookie } from '@/lib/auth/cookie'
import { passwordSchema } from '@/lib/auth/credentials'
import { userAction } from '@/lib/auth/user-action'
import { refusal, success } from '@/lib/core/action-result'
import { revokeApiToken } from '@/lib/db/api-tokens'
import { revokeOtherSessions, revokeSession } from '@/lib/db/sessions'
import { changePassword, type PasswordChanged } from '@/lib/flows/change-password'
import { createToken } from '@/lib/flows/create-api-token'
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

const newToken = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'common.field.required')
    .max(TOKEN_NAME_LENGTH)
    .refine((name) => !/\p{Cc}/u.test(name)),
  days: z.union(TOKEN_DAYS.map((days) => z.literal(days))),
})

/** Makes a token and answers its secret, which is never shown again. */
export const createTokenAction = userAction(newToken, async (user, { name, days }) => {
  const secret = await createToken(user.id, { name, days }, new Date())
  if (secret === null) return refusal('invalid', { fields: { name: 'settings.tokens.tooMany' } })
  revalidatePath('/settings')
  return success(secret)
})

export const revokeTokenAction = userAction(z.object({ id: z.uuid() }), async (user, { id }) => {
  const ended = await revokeApiToken(user.id, id, new Date())
  revalidatePath('/settings')
  return ended ? success() : refusal('notFound')
})

/** Deletes the user with everything that is theirs. A demo user gives an empty password. */
export const deleteUserAction = userAction(z.object({ password: z.string().max(1024) }), async (user, { password }) => {
  const deleted = await deleteUser(user.id, password).catch(tooManyIfFull)
  if (typeof deleted === 'object') return deleted
  if (!deleted) return refusal('invalid', { fields: { password: 'settings.password.wrong' } })
  await clearSessionCookie()
  return success()
})
