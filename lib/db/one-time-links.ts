import { createHash, randomBytes } from 'node:crypto'
import { db, type Tx } from '@/lib/db/client'

const SECRET_BYTES = 32
const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')
/** 32 bytes in base64url. */
const SECRET = /^[\w-]{43}$/

/** What a link does: finish a registration, join by invitation or as the first administrator, set a new password, verify an address. */
export type LinkKind = 'register' | 'invite' | 'setup' | 'reset' | 'verify'

/** Whose link it is: `email` in lower case; `note` says for whom an invitation is meant. */
export interface LinkOwner {
  userId?: string
  email?: string
  note?: string
}

export interface OneTimeLink {
  id: string
  userId: string | null
  email: string | null
  note: string
}

const FOUND = { id: true, userId: true, email: true, note: true } as const

const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const usable = (kind: LinkKind, secret: string, at: Date) => ({
  kind,
  hash: digest(secret),
  usedAt: null,
  expiresAt: { gt: at },
})

/**
 * Makes a link that ends `lifetimeMs` after `at`, and answers its secret, of which only the SHA-256 is stored. One of a given secret is made
 * once: a link of that secret that is there already stays as it is.
 */
export async function makeLink(
  kind: LinkKind,
  owner: LinkOwner,
  lifetimeMs: number,
  at: Date,
  { tx = db(), secret = newSecret() }: { tx?: Tx; secret?: string } = {},
): Promise<string> {
  const expiresAt = new Date(at.getTime() + lifetimeMs)
  const data = { ...owner, kind, hash: digest(secret), createdAt: at, expiresAt }
  await tx.oneTimeLink.createMany({ data, skipDuplicates: true })
  return secret
}

/** Whether there is, or was, a link of this secret. */
export const isLink = async (kind: LinkKind, secret: string): Promise<boolean> =>
  (await db().oneTimeLink.count({ where: { kind, hash: digest(secret) } })) > 0

/** The link as long as it can be used; looking at it changes nothing. */
export async function findLink(kind: LinkKind, secret: string, at: Date, tx: Tx = db()): Promise<OneTimeLink | null> {
  if (!SECRET.test(secret)) return null
  return tx.oneTimeLink.findFirst({ where: usable(kind, secret, at), select: FOUND })
}

/**
 * Uses a link up and answers it; null when it is unknown, of another kind, over or used before. Of several at the same moment
 * one succeeds. Give the transaction of what the link allows, so that both happen or neither.
 */
export async function consumeLink(
  kind: LinkKind,
  secret: string,
  at: Date,
  tx: Tx = db(),
): Promise<OneTimeLink | null> {
  if (!SECRET.test(secret)) return null
  const [used] = await tx.oneTimeLink.updateManyAndReturn({
    where: usable(kind, secret, at),
    data: { usedAt: at },
    select: FOUND,
  })
  return used ?? null
}

/** Deletes a user's links of a kind that nobody has used, of every kind when none is named: a newer one or what they did takes their place. */
export async function voidLinks(userId: string, kind?: LinkKind, tx: Tx = db()): Promise<number> {
  const { count } = await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null, ...(kind && { kind }) } })
  return count
}

/** Deletes the links that ended before `before`, used or not. */
export async function removeOldLinks(before: Date): Promise<number> {
  const { count } = await db().oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } })
  return count
}

/** When a link was used; null for one that was not, or that nobody knows. */
export async function findUse(kind: LinkKind, secret: string): Promise<Date | null> {
  const row = await db().oneTimeLink.findFirst({ where: { kind, hash: digest(secret) }, select: { usedAt: true } })
  return row?.usedAt ?? null
}
