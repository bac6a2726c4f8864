import 'server-only'
import { Secret, TOTP } from 'otpauth'
import { env } from '@/lib/env'
import { openKey, sealKey } from '@/lib/flows/seal-key'

const PURPOSE = 'tidemark: authenticator of a user'
/** What every authenticator app takes for granted (RFC 6238, 5.2). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Steps that a phone's clock may be off, to either side. */
const WINDOW = 1
const SECRET_BYTES = 20

export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

export const sealTotp = (userId: string, secret: string): string =>
  sealKey(userId, secret, env().NEXTAUTH_SECRET, PURPOSE)

/** The secret in base32; null when the installation's own secret is another one by now. */
export const openTotp = (userId: string, sealed: string): string | null =>
  openKey(userId, sealed, env().NEXTAUTH_SECRET, PURPOSE)

/** The address that an authenticator app reads from the picture. */
export function totpUri(secret: string, account: string): string {
  return new TOTP({ ...SHAPE, issuer: 'Tidemark', label: account, secret }).toString()
}

/** The time step that this code belongs to, or null for a wrong one. Blanks between its digits do not count. */
export function totpStepOf(secret: string, typed: string, at: Date): bigint | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = at.getTime()
  const delta = TOTP.validate({ ...SHAPE, token, secret: Secret.fromBase32(secret), timestamp, window: WINDOW })
  return delta === null ? null : BigInt(TOTP.counter({ period: SHAPE.period, timestamp }) + delta)
}
