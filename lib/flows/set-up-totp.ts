import 'server-only'
import { confirmTotp, findTotp, storePendingTotp } from '@/lib/db/totp'
import { newRecoveryCodes, withoutDashes } from '@/lib/flows/make-recovery-codes'
import { newTotpSecret, openTotp, sealTotp, totpStepOf, totpUri } from '@/lib/flows/totp'

export interface PendingTotp {
  /** Base32, for a phone that can't take the picture. */
  secret: string
  /** What the picture says. */
  uri: string
}

/** A new secret that waits for its first code; null when the user has an authenticator app. `account` is what the app shows beside it. */
export async function beginTotp(userId: string, account: string): Promise<PendingTotp | null> {
  const secret = newTotpSecret()
  const stored = await storePendingTotp(userId, sealTotp(userId, secret))
  return stored ? { secret, uri: totpUri(secret, account) } : null
}

/** Takes the first code; answers the recovery codes, or why there are none. */
export async function finishTotp(userId: string, code: string, at: Date): Promise<string[] | 'wrong' | 'notWaiting'> {
  const { sealed, confirmedAt } = await findTotp(userId)
  const secret = sealed && !confirmedAt ? openTotp(userId, sealed) : null
  if (!sealed || !secret) return 'notWaiting'
  const step = totpStepOf(secret, code, at)
  if (step === null) return 'wrong'
  const codes = newRecoveryCodes()
  const confirmed = await confirmTotp(userId, { sealed, step, recoveryCodes: withoutDashes(codes) }, at)
  return confirmed ? codes : 'notWaiting'
}
