import 'server-only'
import { findLiveToken, touchApiToken } from '@/lib/db/api-tokens'
import { noteRequestUser } from '@/lib/request-context'

/** The scheme's name in any case (RFC 9110, 11.1), then a secret as the product makes them. */
const BEARER = /^Bearer +(tdm_[\w-]{43})$/i

export interface TokenUser {
  userId: string
  tokenId: string
}

/** Whom a program acts for, by the token it shows; null when it shows none that is live. A cookie does not count here. */
export async function findTokenUser(sent: Pick<Headers, 'get'>, at: Date): Promise<TokenUser | null> {
  const secret = BEARER.exec(sent.get('authorization') ?? '')?.[1]
  const token = secret === undefined ? null : await findLiveToken(secret, at)
  if (!token) return null
  noteRequestUser(token.userId)
  await touchApiToken(token.userId, token.id, token.lastUsedAt, at)
  return { userId: token.userId, tokenId: token.id }
}
