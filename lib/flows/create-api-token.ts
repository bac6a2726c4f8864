import 'server-only'
import { countApiTokens, createApiToken, isApiToken } from '@/lib/db/api-tokens'
import { secretOfKey } from '@/lib/flows/secret-of-key'

/** Live tokens of one user; each has a rate of its own. */
export const MOST_TOKENS = 20
const PURPOSE = 'tidemark: token of a program'
const DAY_MS = 86_400_000

export interface NewToken {
  /** Made by the browser, once for each token that is wanted. */
  key: string
  name: string
  /** Null: it does not end by itself. */
  days: number | null
}

/** Makes a token, once for each key, and answers its secret, which is kept nowhere; null when the user has as many as one may have. */
export async function createToken(userId: string, { key, name, days }: NewToken, at: Date): Promise<string | null> {
  const secret = `tdm_${secretOfKey(userId, key, PURPOSE)}`
  if (await isApiToken(userId, secret)) return secret
  if ((await countApiTokens(userId, at)) >= MOST_TOKENS) return null
  const expiresAt = days === null ? null : new Date(at.getTime() + days * DAY_MS)
  await createApiToken(userId, { name, secret, expiresAt }, at)
  return secret
}
