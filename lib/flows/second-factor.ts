import 'server-only'
import { normalRecoveryCode } from '@/lib/core/recovery-codes'
import { takeRecoveryCode } from '@/lib/db/recovery-codes'
import { addSecurityEvent, type Visitor } from '@/lib/db/security-events'
import { findTotp, takeTotpStep } from '@/lib/db/totp'
import { openTotp, totpStepOf } from '@/lib/flows/totp'

/** `none`: this user has no second factor. `missing`: there is one, and no code was given. */
export type FactorAnswer = 'none' | 'ok' | 'missing' | 'wrong'

/**
 * Checks what was given beside the password: a code of the authenticator app, each time step of which is taken once, or a recovery code,
 * which works once. The use of a recovery code is written into the user's log.
 */
export async function checkSecondFactor(
  userId: string,
  code: string | null,
  at: Date,
  visitor: Visitor = { address: '', userAgent: '' },
): Promise<FactorAnswer> {
  const { sealed, confirmedAt } = await findTotp(userId)
  if (!sealed || !confirmedAt) return 'none'
  if (!code?.trim()) return 'missing'
  const recovery = normalRecoveryCode(code)
  if (!recovery) return (await takeCode(userId, sealed, code, at)) ? 'ok' : 'wrong'
  if (!(await takeRecoveryCode(userId, recovery, at))) return 'wrong'
  await addSecurityEvent(userId, { kind: 'recoveryCodeUsed', at, visitor })
  return 'ok'
}

async function takeCode(userId: string, sealed: string, code: string, at: Date): Promise<boolean> {
  const secret = openTotp(userId, sealed)
  const step = secret && totpStepOf(secret, code, at)
  return typeof step === 'bigint' && takeTotpStep(userId, sealed, step)
}
