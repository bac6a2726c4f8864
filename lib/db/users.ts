import { db, type Tx } from '@/lib/db/client'
import { revokeOtherSessions } from '@/lib/db/sessions'

/** Makes a user; null when the address (lower case) has one, also when two register it at the same moment. */
export async function createUser(email: string, passwordHash: string): Promise<string | null> {
  const [made] = await db().user.createManyAndReturn({
    data: [{ email, passwordHash }],
    skipDuplicates: true,
    select: { id: true },
  })
  return made?.id ?? null
}

/** Makes a demo user, who has no address and no password, and ends at a time. */
export async function createDemoRow(demoExpiresAt: Date, tx: Tx = db()): Promise<string> {
  const row = await tx.user.create({ data: { demoExpiresAt }, select: { id: true } })
  return row.id
}

/** What a sign-in is checked against. */
export async function findCredentials(email: string): Promise<{ userId: string; passwordHash: string } | null> {
  const row = await db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  return row?.passwordHash ? { userId: row.id, passwordHash: row.passwordHash } : null
}

/** A user's address and password hash; both null for a demo user. */
export async function findPassword(
  userId: string,
): Promise<{ email: string | null; passwordHash: string | null } | null> {
  return db().user.findUnique({ where: { id: userId }, select: { email: true, passwordHash: true } })
}

/** Puts one hash in the place of another and ends the other sessions; null when the stored hash is no longer `from`. */
export async function replacePassword(
  userId: string,
  hash: { from: string | null; to: string },
  keptSessionId: string,
  at: Date,
): Promise<number | null> {
  return db().$transaction(async (tx) => {
    const where = { id: userId, passwordHash: hash.from }
    const { count } = await tx.user.updateMany({ where, data: { passwordHash: hash.to } })
    return count === 1 ? revokeOtherSessions(userId, keptSessionId, at, tx) : null
  })
}

/** Deletes a user and, by the foreign keys, every row that is theirs. */
export async function removeUser(userId: string): Promise<void> {
  await db().user.deleteMany({ where: { id: userId } })
  await forgetFeedsOfNobody()
}

/** Deletes the demo users whose time is over, and says how many. */
export async function removeDemoUsers(at: Date): Promise<number> {
  const { count } = await db().user.deleteMany({ where: { demoExpiresAt: { lte: at } } })
  if (count > 0) await forgetFeedsOfNobody()
  return count
}

/** A feed that is asked with a user's key has its state under the feed's name and the user's id. */
const forgetFeedsOfNobody = () => db().$executeRaw`
  DELETE FROM "FeedState" AS f
  WHERE position(' ' IN f."feed") > 0
    AND NOT EXISTS (SELECT 1 FROM "User" AS u WHERE u."id"::text = split_part(f."feed", ' ', 2))`
