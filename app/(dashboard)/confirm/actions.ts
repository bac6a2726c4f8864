'use server'

import { z } from 'zod'
import type { PasskeyQuestion } from '@/app/(auth)/sign-with-passkey'
import { keepChallenge, keptChallenge } from '@/lib/auth/challenge-cookie'
import { confirmedAction } from '@/lib/auth/confirmed-action'
import { factorCodeSchema, passwordSchema } from '@/lib/auth/credentials'
import { forgiveAttempts, takeAttempt } from '@/lib/auth/limits'
import { raiseSession } from '@/lib/auth/raise-session'
import type { SessionUser } from '@/lib/auth/session'
import { userAction } from '@/lib/auth/user-action'
import { noteEvent, presentVisitor } from '@/lib/auth/visitor'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import { answerPasskey, passkeyAnswerSchema } from '@/lib/flows/answer-passkey'
import { askPasskey } from '@/lib/flows/ask-passkey'
import { checkPassword } from '@/lib/flows/check-password'
import { confirmMeans } from '@/lib/flows/confirm-means'
import { relyingParty } from '@/lib/flows/relying-party'
import { checkSecondFactor } from '@/lib/flows/second-factor'

export const confirmMeansAction = userAction(z.object({}), async (user) => success(await confirmMeans(user.id)))

/** Raises the session of a user who showed who they are. How often one may fail is counted by the account, whatever the means. */
async function confirm(user: SessionUser, field: string, check: () => Promise<boolean>): Promise<ActionResult> {
  if ((await takeAttempt('confirm', user.id)) > 0) return refusal('tooMany')
  if (!(await check())) {
    await noteEvent(user.id, 'confirmFailed')
    return refusal('invalid', { fields: { [field]: `confirm.wrong.${field}` } })
  }
  if (!(await raiseSession(user, new Date()))) return refusal('signedOut')
  await forgiveAttempts('confirm', user.id)
  await noteEvent(user.id, 'confirmed')
  return success()
}

export const confirmByPasswordAction = userAction(z.object({ password: passwordSchema }), (user, { password }) =>
  confirm(user, 'password', () => checkPassword(user.id, password)),
)

/** For a user without a password: an authenticator alone does not stand in for one. */
export const confirmByCodeAction = userAction(z.object({ code: factorCodeSchema }), async (user, { code }) => {
  if (!(await confirmMeans(user.id)).code) return refusal('forbidden')
  const visitor = await presentVisitor()
  return confirm(user, 'code', async () => (await checkSecondFactor(user.id, code, new Date(), visitor)) === 'ok')
})

export const askConfirmPasskeyAction = userAction(
  z.object({}),
  async (user): Promise<ActionResult<PasskeyQuestion>> => {
    if ((await takeAttempt('challenge', user.id)) > 0) return refusal('tooMany')
    const party = relyingParty()
    const asked = party && (await askPasskey({ purpose: 'confirm', userId: user.id }, party, new Date()))
    if (!asked) return refusal('notFound')
    await keepChallenge(asked.id)
    return success({ options: asked.options, origin: party.origin })
  },
)

export const confirmByPasskeyAction = userAction(z.object({ answer: passkeyAnswerSchema }), (user, { answer }) =>
  confirm(user, 'passkey', async () => {
    const [party, challengeId] = [relyingParty(), await keptChallenge()]
    if (!party || !challengeId) return false
    const given = { challengeId, purposes: ['confirm'] as const, answer, party }
    return (await answerPasskey(given, new Date())) === user.id
  }),
)

/** Whether the archive would be given now: a download could not ask who is there. */
export const mayExportAction = confirmedAction(z.object({}), async () => success())
