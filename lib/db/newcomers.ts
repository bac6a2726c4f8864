import { db, type Tx } from '@/lib/db/client'
import { consumeLink, findLink, findUse } from '@/lib/db/one-time-links'
import { addSecurityEvent, type Visitor } from '@/lib/db/security-events'

/** The links that make somebody a user: one's own registration, an invitation, the first administrator's. */
export const JOIN_KINDS = ['register', 'invite', 'setup'] as const
export type JoinKind = (typeof JOIN_KINDS)[number]

/** A link that is still good. `email` is the address that it was sent to: null where the newcomer names one. */
export interface JoinLink {
  kind: JoinKind
  email: string | null
}

export interface Newcomer {
  secret: string
  kind: JoinKind
  email: string
  passwordHash: string
}

/** Thrown inside a transaction to take everything in it back. */
class AddressTaken extends Error {}

/** What a link may do; null when it is unknown, over or used. Looking changes nothing. */
export async function findJoinLink(secret: string, at: Date): Promise<JoinLink | null> {
  for (const kind of JOIN_KINDS) {
    const link = await findLink(kind, secret, at)
    if (link) return { kind, email: kind === 'register' ? link.email : null }
  }
  return null
}

/**
 * Uses a link up and makes its user, both or neither. An address is verified when the link went to it. `link`: it is no longer
 * good; `taken`: the address has a user already, and the link stays good.
 */
export async function admitNewcomer(
  { secret, kind, email, passwordHash }: Newcomer,
  { at, visitor }: { at: Date; visitor: Visitor },
): Promise<{ userId: string } | 'link' | 'taken'> {
  const admit = async (tx: Tx) => {
    if (!(await consumeLink(kind, secret, at, tx))) return 'link' as const
    const emailVerifiedAt = kind === 'register' ? at : null
    const [made] = await tx.user.createManyAndReturn({
      data: [{ email, passwordHash, emailVerifiedAt, admin: kind === 'setup', createdAt: at }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!made) throw new AddressTaken()
    await addSecurityEvent(made.id, { kind: 'registered', at, visitor }, tx)
    return { userId: made.id }
  }
  return db()
    .$transaction(admit)
    .catch((error: unknown) => {
      if (error instanceof AddressTaken) return 'taken' as const
      throw error
    })
}

/** The user whom a used link made, if it is the one of this address: user and use bear the same moment. */
export async function findAdmitted(
  secret: string,
  email: string,
): Promise<{ userId: string; passwordHash: string | null } | null> {
  const uses = await Promise.all(JOIN_KINDS.map((kind) => findUse(kind, secret)))
  const usedAt = uses.find((use) => use !== null)
  if (!usedAt) return null
  const row = await db().user.findFirst({
    where: { email, createdAt: usedAt },
    select: { id: true, passwordHash: true },
  })
  return row && { userId: row.id, passwordHash: row.passwordHash }
}

/** Makes a user the administrator by the first administrator's link, which is used up; false when it is no longer good. */
export async function makeAdministrator(userId: string, secret: string, at: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    if (!(await consumeLink('setup', secret, at, tx))) return false
    await tx.user.update({ where: { id: userId, demoExpiresAt: null }, data: { admin: true } })
    return true
  })
}
