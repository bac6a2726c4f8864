import { db } from '@/lib/db/client'
import { consumeLink, makeLink, voidLinks } from '@/lib/db/one-time-links'
import { addSecurityEvent, type Visitor } from '@/lib/db/security-events'

const HOUR_MS = 3_600_000
/** How long a link to a new password works, and one that verifies an address. */
const RESET_MS = HOUR_MS
const VERIFY_MS = 24 * HOUR_MS

/** What is written into the user's log beside what is done. */
interface Act {
  at: Date
  visitor: Visitor
}

/** The user with this address (lower case), or null. */
export async function findByAddress(email: string): Promise<string | null> {
  const row = await db().user.findUnique({ where: { email }, select: { id: true } })
  return row?.id ?? null
}

/** A user's address, and whether they have shown that it is theirs; null for a demo user. */
export async function findAddress(userId: string): Promise<{ email: string; verified: boolean } | null> {
  const row = await db().user.findUnique({ where: { id: userId }, select: { email: true, emailVerifiedAt: true } })
  return row?.email ? { email: row.email, verified: row.emailVerifiedAt !== null } : null
}

/** Makes the one link that sets a new password and answers its secret; older ones are void. */
export async function startReset(userId: string, email: string, { at, visitor }: Act): Promise<string> {
  return db().$transaction(async (tx) => {
    await voidLinks(userId, 'reset', tx)
    await addSecurityEvent(userId, { kind: 'resetRequested', at, visitor }, tx)
    return makeLink('reset', { userId, email }, RESET_MS, at, { tx })
  })
}

/**
 * Uses a link up and stores the hash of the new password; every session of the user ends, and the links that went to the mailbox are
 * void. Who opened the link reads the mailbox, so the address is verified. The second factor stays. Null when the link does not work.
 */
export async function finishReset(secret: string, passwordHash: string, { at, visitor }: Act): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const link = await consumeLink('reset', secret, at, tx)
    if (!link?.userId || !link.email) return null
    const { userId, email } = link
    const { count } = await tx.user.updateMany({ where: { id: userId, email }, data: { passwordHash } })
    if (count === 0) return null
    await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: at } })
    await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: at } })
    for (const kind of ['reset', 'verify'] as const) await voidLinks(userId, kind, tx)
    await addSecurityEvent(userId, { kind: 'passwordReset', at, visitor }, tx)
    return email
  })
}

/** Makes the one link that verifies a user's address and answers its secret; older ones are void. */
export async function startVerification(userId: string, email: string, at: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    await voidLinks(userId, 'verify', tx)
    return makeLink('verify', { userId, email }, VERIFY_MS, at, { tx })
  })
}

/** Uses a link up: the address that it went to is its user's. False when the link does not work, or the user has another address by now. */
export async function finishVerification(secret: string, { at, visitor }: Act): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const link = await consumeLink('verify', secret, at, tx)
    if (!link?.userId || !link.email) return false
    const { userId, email } = link
    const { count } = await tx.user.updateMany({ where: { id: userId, email }, data: { emailVerifiedAt: at } })
    if (count === 1) await addSecurityEvent(userId, { kind: 'emailVerified', at, visitor }, tx)
    return count === 1
  })
}
