import { db, type Tx } from '@/lib/db/client'
import { addSecurityEvent, type Visitor } from '@/lib/db/security-events'

/** Who somebody is at an OpenID provider: the issuer's address and its own unchanging name for them. */
export interface OidcIdentity {
  issuer: string
  subject: string
}

/** Thrown inside a transaction to take everything in it back. */
class IdentityTaken extends Error {}

/** Whose identity this is. Never by the e-mail address, which a provider may give to somebody else one day. */
export async function findByIdentity({ issuer, subject }: OidcIdentity): Promise<string | null> {
  const row = await db().oidcIdentity.findUnique({ where: { issuer_subject: { issuer, subject } } })
  return row?.userId ?? null
}

/** Gives an identity to a user; false when it is somebody else's. */
export async function linkIdentity(userId: string, { issuer, subject }: OidcIdentity, at: Date): Promise<boolean> {
  await db().oidcIdentity.createMany({ data: [{ issuer, subject, userId, linkedAt: at }], skipDuplicates: true })
  return (await findByIdentity({ issuer, subject })) === userId
}

/** When a user's identity at an issuer was linked; null when there is none. */
export async function findLinkedAt(userId: string, issuer: string): Promise<Date | null> {
  const row = await db().oidcIdentity.findFirst({ where: { userId, issuer }, select: { linkedAt: true } })
  return row?.linkedAt ?? null
}

/**
 * Takes a user's identities at an issuer away. `lastWayIn`: there is neither a password nor a passkey, so that the user could not
 * come in any more.
 */
export async function unlinkIdentity(userId: string, issuer: string): Promise<'done' | 'none' | 'lastWayIn'> {
  return db().$transaction(async (tx) => {
    const others = { OR: [{ passwordHash: { not: null } }, { passkeys: { some: {} } }] }
    if ((await tx.user.count({ where: { id: userId, ...others } })) === 0) return 'lastWayIn'
    const { count } = await tx.oidcIdentity.deleteMany({ where: { userId, issuer } })
    return count > 0 ? 'done' : 'none'
  })
}

/**
 * Makes the user of an identity that is nobody's yet. `email` (lower case) is one that the provider has verified; it is stored where no
 * other user has it. Null when the identity has become somebody's meanwhile.
 */
export async function createByIdentity(
  { issuer, subject, email }: OidcIdentity & { email: string | null },
  { at, visitor }: { at: Date; visitor: Visitor },
): Promise<string | null> {
  const create = async (tx: Tx) => {
    const id = (email && (await createUnlessTaken(tx, { email, emailVerifiedAt: at, createdAt: at }))) || null
    const userId = id ?? (await tx.user.create({ data: { createdAt: at }, select: { id: true } })).id
    const identity = { issuer, subject, userId, linkedAt: at }
    const { count } = await tx.oidcIdentity.createMany({ data: [identity], skipDuplicates: true })
    if (count === 0) throw new IdentityTaken()
    await addSecurityEvent(userId, { kind: 'registered', at, visitor }, tx)
    return userId
  }
  return db()
    .$transaction(create)
    .catch((error: unknown) => {
      if (error instanceof IdentityTaken) return null
      throw error
    })
}

/** Null when the address is somebody's, also of a user who is made at this moment. */
async function createUnlessTaken(
  tx: Tx,
  data: { email: string; emailVerifiedAt: Date; createdAt: Date },
): Promise<string | null> {
  const [made] = await tx.user.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } })
  return made?.id ?? null
}
