'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { confirmedAction } from '@/lib/auth/confirmed-action'
import { factorCodeSchema } from '@/lib/auth/credentials'
import { factorChanged } from '@/lib/auth/factor-changed'
import { forgiveAttempts, takeAttempt } from '@/lib/auth/limits'
import { raiseSession } from '@/lib/auth/raise-session'
import { wayChanged } from '@/lib/auth/way-changed'
import { refusal, success } from '@/lib/core/action-result'
import { removeTotp } from '@/lib/db/totp'
import { makeRecoveryCodes } from '@/lib/flows/make-recovery-codes'
import { beginTotp, finishTotp } from '@/lib/flows/set-up-totp'
import { qrPath } from '@/lib/formats/qr-path'

const PAGE = '/settings/security'
/** What an app shows beside the code of a user who has no address here. */
const ACCOUNT = 'Tidemark'

/** Makes a secret that waits for its first code, as a picture and as text. */
export const beginTotpAction = confirmedAction(z.object({}), async (user) => {
  if (user.demo) return refusal('forbidden')
  const pending = await beginTotp(user.id, user.email ?? ACCOUNT)
  return pending ? success({ secret: pending.secret, picture: qrPath(pending.uri) }) : refusal('conflict')
})

/** Takes the first code and answers the recovery codes, which are never shown again. */
export const finishTotpAction = confirmedAction(
  z.object({ code: factorCodeSchema, endOthers: z.boolean() }),
  async (user, { code, endOthers }) => {
    if (user.demo) return refusal('forbidden')
    if ((await takeAttempt('factor', user.id)) > 0) return refusal('tooMany')
    const codes = await finishTotp(user.id, code, new Date())
    if (codes === 'notWaiting') return refusal('conflict')
    if (codes === 'wrong') return refusal('invalid', { fields: { code: 'factors.totp.wrong' } })
    await forgiveAttempts('factor', user.id)
    await factorChanged(user, { kind: 'totpAdded', endOthers })
    revalidatePath(PAGE)
    return success(codes)
  },
)

export const removeTotpAction = confirmedAction(z.object({ endOthers: z.boolean() }), async (user, { endOthers }) => {
  if (!(await removeTotp(user.id))) return refusal('notFound')
  await factorChanged(user, { kind: 'totpRemoved', endOthers })
  revalidatePath(PAGE)
  return success()
})

/** New recovery codes in the place of the old ones. */
export const renewRecoveryCodesAction = confirmedAction(z.object({}), async (user) => {
  const codes = await makeRecoveryCodes(user.id)
  if (!codes) return refusal('notFound')
  await raiseSession(user, new Date())
  await wayChanged(user, 'recoveryCodesMade')
  revalidatePath(PAGE)
  return success(codes)
})
