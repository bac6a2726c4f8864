import 'server-only'
import { randomBytes } from 'node:crypto'
import { RECOVERY_BYTES, recoveryCode } from '@/lib/core/recovery-codes'
import { renewRecoveryCodes } from '@/lib/db/recovery-codes'

const CODES = 10

/** Recovery codes as they are shown, once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: CODES }, () => recoveryCode(randomBytes(RECOVERY_BYTES)))

/** The form that is hashed. */
export const withoutDashes = (codes: readonly string[]): string[] => codes.map((code) => code.replaceAll('-', ''))

/** New codes in the place of the old ones; null for a user without an authenticator app. */
export async function makeRecoveryCodes(userId: string): Promise<string[] | null> {
  const codes = newRecoveryCodes()
  return (await renewRecoveryCodes(userId, withoutDashes(codes))) ? codes : null
}
