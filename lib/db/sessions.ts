import { db, type Tx } from '@/lib/db/client'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A session ends this long after its last request … */
export const IDLE_MS = 12 * HOUR
/** … and this long after its sign-in, used or not. */
export const ABSOLUTE_MS = 7 * 24 * HOUR
/** A request writes `lastSeenAt` no more often than this. */
export const TOUCH_MS = 5 * MINUTE
const USER_AGENT_LENGTH = 300

/** Who is signed in, and by which session. `email` is null for a demo user. */
export interface SessionUser {
  id: string
  sessionId: string
  email: string | null
  demo: boolean
  demoExpiresAt: Date | null
  lastPortfolioId: string | null
  /** Looks after the installation; sees nobody's portfolios. */
  admin: boolean
  /** When this session was opened or the user last showed who they are in it. */
  confirmedAt: Date | null
}

export interface SessionSummary {
  id: string
  createdAt: Date
  lastSeenAt: Date
  userAgent: string
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)

const liveAt = (at: Date) => ({
  revokedAt: null,
  expiresAt: { gt: at },
  lastSeenAt: { gt: new Date(at.getTime() - IDLE_MS) },
  user: { OR: [{ demoExpiresAt: null }, { demoExpiresAt: { gt: at } }] },
})

/** Opens a session for somebody who has just shown who they are, and gives its id. */
export async function createSession(userId: string, userAgent: string, at: Date): Promise<string> {
  const expiresAt = new Date(at.getTime() + ABSOLUTE_MS)
  const cut = userAgent.slice(0, USER_AGENT_LENGTH)
  const row = await db().session.create({
    data: { userId, userAgent: cut, createdAt: at, lastSeenAt: at, expiresAt, confirmedAt: at },
    select: { id: true },
  })
  return row.id
}

/** The session and its user; null when it is revoked, idle too long, over, or its demo user's day is over. */
export async function findLiveSession(
  sessionId: string,
  at: Date,
): Promise<{ user: SessionUser; lastSeenAt: Date } | null> {
  if (!isUuid(sessionId)) return null
  const row = await db().session.findFirst({ where: { id: sessionId, ...liveAt(at) }, include: { user: true } })
  if (!row) return null
  const { id, email, demoExpiresAt, lastPortfolioId, admin } = row.user
  const demo = demoExpiresAt !== null
  const user = { id, sessionId, email, demo, demoExpiresAt, lastPortfolioId, admin, confirmedAt: row.confirmedAt }
  return { user, lastSeenAt: row.lastSeenAt }
}

/** Moves `lastSeenAt` on, at most once every few minutes. */
export async function touchSession(userId: string, sessionId: string, lastSeenAt: Date, at: Date): Promise<void> {
  if (at.getTime() - lastSeenAt.getTime() < TOUCH_MS) return
  await db().session.updateMany({
    where: { id: sessionId, userId, revokedAt: null, lastSeenAt: { lt: at } },
    data: { lastSeenAt: at },
  })
}

/**
 * Puts a new session in the place of a live one, which ends, and gives its id; null when that one is not this user's or has ended. The
 * new one has the same device and the same end, and counts as confirmed.
 */
export async function rotateSession(userId: string, sessionId: string, at: Date): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const [old] = await tx.session.updateManyAndReturn({
      where: { id: sessionId, userId, ...liveAt(at) },
      data: { revokedAt: at },
    })
    if (!old) return null
    const { createdAt, expiresAt, userAgent } = old
    const row = await tx.session.create({
      data: { userId, createdAt, expiresAt, userAgent, lastSeenAt: at, confirmedAt: at },
      select: { id: true },
    })
    return row.id
  })
}

/** The sessions that still open the door, latest use first. */
export async function listSessions(userId: string, at: Date): Promise<SessionSummary[]> {
  return db().session.findMany({
    where: { userId, ...liveAt(at) },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
  })
}

/** Ends one session; false when it is not this user's or has ended before. */
export async function revokeSession(userId: string, sessionId: string, at: Date): Promise<boolean> {
  const { count } = await db().session.updateMany({
    where: { id: sessionId, userId, revokedAt: null },
    data: { revokedAt: at },
  })
  return count === 1
}

/** Ends every session but the given one, and says how many. */
export async function revokeOtherSessions(userId: string, kept: string, at: Date, tx: Tx = db()): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at }, id: { not: kept } },
    data: { revokedAt: at },
  })
  return count
}

/** Deletes the rows of sessions that ended before `before`; nobody can use or see them. */
export async function removeEndedSessions(before: Date): Promise<number> {
  const { count } = await db().session.deleteMany({
    where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  })
  return count
}
