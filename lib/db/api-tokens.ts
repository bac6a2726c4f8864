import { createHash } from 'node:crypto'
import { db } from '@/lib/db/client'

const MINUTE = 60_000
/** A request writes `lastUsedAt` no more often than this. */
export const TOKEN_TOUCH_MS = 5 * MINUTE
/** So much of a secret is kept readable: enough to recognise it by, too little to guess it from. */
const PREFIX_LENGTH = 10

/** A token as its owner sees it. */
export interface ApiToken {
  id: string
  name: string
  /** The first characters of the secret. */
  prefix: string
  createdAt: Date
  lastUsedAt: Date | null
  /** Null: it does not end by itself. */
  expiresAt: Date | null
}

const liveAt = (at: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] })

/** A plain hash is right for a secret of 256 bits that nobody can tell: there is no guessing that a slow one would hinder. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether the user has, or had, a token of this secret. */
export const isApiToken = async (userId: string, secret: string): Promise<boolean> =>
  (await db().apiToken.count({ where: { userId, hash: hashOf(secret) } })) > 0

/** Stores a token under the hash of its secret; one of the same secret that is there already stays as it is. */
export async function createApiToken(
  userId: string,
  { name, secret, expiresAt }: { name: string; secret: string; expiresAt: Date | null },
  at: Date,
): Promise<void> {
  const prefix = secret.slice(0, PREFIX_LENGTH)
  const data = { userId, name, prefix, hash: hashOf(secret), createdAt: at, expiresAt }
  await db().apiToken.createMany({ data, skipDuplicates: true })
}

/** The tokens that still open the door, newest first. */
export async function listApiTokens(userId: string, at: Date): Promise<ApiToken[]> {
  return db().apiToken.findMany({
    where: { userId, ...liveAt(at) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, name: true, prefix: true, createdAt: true, lastUsedAt: true, expiresAt: true },
  })
}

export async function countApiTokens(userId: string, at: Date): Promise<number> {
  return db().apiToken.count({ where: { userId, ...liveAt(at) } })
}

/** Ends a token; false when it is not this user's or has ended before. */
export async function revokeApiToken(userId: string, id: string, at: Date): Promise<boolean> {
  const { count } = await db().apiToken.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: at } })
  return count === 1
}

/** Whose secret this is; null when it is nobody's, revoked, over, or its demo user's day is over. */
export async function findLiveToken(
  secret: string,
  at: Date,
): Promise<{ id: string; userId: string; lastUsedAt: Date | null } | null> {
  const user = { OR: [{ demoExpiresAt: null }, { demoExpiresAt: { gt: at } }] }
  return db().apiToken.findFirst({
    where: { hash: hashOf(secret), ...liveAt(at), user },
    select: { id: true, userId: true, lastUsedAt: true },
  })
}

/** Moves `lastUsedAt` on, at most once every few minutes. */
export async function touchApiToken(userId: string, id: string, lastUsedAt: Date | null, at: Date): Promise<void> {
  if (lastUsedAt && at.getTime() - lastUsedAt.getTime() < TOKEN_TOUCH_MS) return
  const unseen = { OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: at } }] }
  await db().apiToken.updateMany({ where: { id, userId, revokedAt: null, ...unseen }, data: { lastUsedAt: at } })
}
