import 'server-only'
import { randomBytes } from 'node:crypto'
import { countApiTokens, createApiToken } from '@/lib/db/api-tokens'

/** Live tokens of one user; each has a rate of its own. */
export const MOST_TOKENS = 20
const SECRET_BYTES = 32
const DAY_MS = 86_400_000

export interface NewToken {
  name: string
  /** Null: it does not end by itself. */
  days: number | null
}

/** Makes a token and answers its secret, which cannot be had again; null when the user has as many as one may have. */
export async function createToken(userId: string, { name, days }: NewToken, at: Date): Promise<string | null> {
  if ((await countApiTokens(userId, at)) >= MOST_TOKENS) return null
  const secret = `tdm_${randomBytes(SECRET_BYTES).toString('base64url')}`
  const expiresAt = days === null ? null : new Date(at.getTime() + days * DAY_MS)
  await createApiToken(userId, { name, secret, expiresAt }, at)
  return secret
}
