'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { TOKEN_DAYS, TOKEN_NAME_LENGTH } from '@/app/(dashboard)/settings/token-choices'
import { confirmedAction } from '@/lib/auth/confirmed-action'
import { clearSessionCookie } from '@/lib/auth/cookie'
import { passwordSchema } from '@/lib/auth/credentials'
import { forgiveAttempts, takeAttempt } from '@/lib/auth/limits'
import { raiseSession } from '@/lib/auth/raise-session'
import { isRecent } from '@/lib/auth/recent'
import { userAction } from '@/lib/auth/user-action'
import { noteEvent } from '@/lib/auth/visitor'
import { wayChanged } from '@/lib/auth/way-changed'
import { refusal, success } from '@/lib/core/action-result'
import { revokeApiToken } from '@/lib/db/api-tokens'
import { revokeOtherSessions, revokeSession } from '@/lib/db/sessions'
import { changePassword, type PasswordChanged } from '@/lib/flows/change-password'
import { confirmMeans } from '@/lib/flows/confirm-means'
import { createToken } from '@/lib/flows/create-api-token'
import { deleteUser } from '@/lib/flows/delete-user'

type Fault = Extract<PasswordChanged, { ok: false }>['fault']

const FAULT_FIELDS: Record<Exclude<Fault, 'conflict'>, Record<string, string>> = {
  wrongPassword: { current: 'settings.password.wrong' },
  same: { next: 'settings.password.same' },
  tooShort: { next: 'auth.errors.tooShort' },
  tooLong: { next: 'auth.errors.tooLong' },
  tooCommon: { next: 'auth.errors.tooCommon' },
}

/** Changes the password and answers how many other sessions it ended. */
export const changePasswordAction = userAction(
  z.object({ current: passwordSchema, next: passwordSchema }),
  async (user, { current, next }) => {
    if ((await takeAttempt('confirm', user.id)) > 0) return refusal('tooMany')
    const change = { sessionId: user.sessionId, current, next }
    const changed = await changePassword(user.id, change, new Date())
    if (!changed.ok) {
      return changed.fault === 'conflict'
        ? refusal('conflict')
        : refusal('invalid', { fields: FAULT_FIELDS[changed.fault] })
    }
    await forgiveAttempts('confirm', user.id)
    await raiseSession(user, new Date())
    await wayChanged(user, 'passwordChanged', { count: changed.sessionsEnded })
    revalidatePath('/settings/security')
    return success(changed.sessionsEnded)
  },
)

export const revokeSessionAction = userAction(z.object({ sessionId: z.uuid() }), async (user, { sessionId }) => {
  const ended = await revokeSession(user.id, sessionId, new Date())
  if (ended) await noteEvent(user.id, 'sessionEnded')
  revalidatePath('/settings/security')
  return ended ? success() : refusal('notFound')
})

/** Ends every session but this one and answers how many. */
export const revokeOtherSessionsAction = userAction(z.object({}), async (user) => {
  const ended = await revokeOtherSessions(user.id, user.sessionId, new Date())
  if (ended > 0) await noteEvent(user.id, 'otherSessionsEnded', { count: ended })
  revalidatePath('/settings/security')
  return success(ended)
})

const newToken = z.object({
  key: z.uuid(),
  name: z
    .string()
    .trim()
    .min(1, 'common.field.required')
    .max(TOKEN_NAME_LENGTH)
    .refine((name) => !/\p{Cc}/u.test(name)),
  days: z.union(TOKEN_DAYS.map((days) => z.literal(days))),
})

/** Makes a token and answers its secret, which is never shown again. */
export const createTokenAction = confirmedAction(newToken, async (user, { key, name, days }) => {
  const secret = await createToken(user.id, { key, name, days }, new Date())
  if (secret === null) return refusal('invalid', { fields: { name: 'settings.tokens.tooMany' } })
  await noteEvent(user.id, 'tokenCreated', { name })
  revalidatePath('/settings/security')
  return success(secret)
})

export const revokeTokenAction = userAction(z.object({ id: z.uuid() }), async (user, { id }) => {
  const ended = await revokeApiToken(user.id, id, new Date())
  if (ended) await noteEvent(user.id, 'tokenRevoked')
  revalidatePath('/settings/security')
  return ended ? success() : refusal('notFound')
})

/** Deletes the user with everything that is theirs. A user without a password gives an empty one, and has shown otherwise who they are. */
export const deleteUserAction = userAction(z.object({ password: z.string().max(1024) }), async (user, { password }) => {
  if (!isRecent(user) && !(await confirmMeans(user.id)).password) return refusal('confirm')
  if ((await takeAttempt('confirm', user.id)) > 0) return refusal('tooMany')
  const deleted = await deleteUser(user.id, password)
  if (!deleted) return refusal('invalid', { fields: { password: 'settings.password.wrong' } })
  await clearSessionCookie()
  return success()
})
