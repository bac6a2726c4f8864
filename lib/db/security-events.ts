import type { SecurityEventKind } from '@/lib/core/security-events'
import { db, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/prisma/generated/client'

const USER_AGENT_LENGTH = 300

/** Where a request came from: its network, and the browser as it names itself. */
export interface Visitor {
  address: string
  userAgent: string
}

export interface SecurityEventRow extends Visitor {
  id: string
  kind: SecurityEventKind
  at: Date
  detail: Record<string, string | number>
}

interface NewEvent {
  kind: SecurityEventKind
  at: Date
  visitor: Visitor
  detail?: Record<string, string | number>
}

/** Writes an event into a user's log; in `tx` when it must stand or fall with what it tells of. */
export async function addSecurityEvent(userId: string, event: NewEvent, tx: Tx = db()): Promise<void> {
  const { kind, at, visitor, detail = {} } = event
  const userAgent = visitor.userAgent.slice(0, USER_AGENT_LENGTH)
  await tx.securityEvent.create({
    data: { userId, kind, at, address: visitor.address, userAgent, detail: detail satisfies Prisma.InputJsonObject },
  })
}

/** A user's events, newest first: the latest, or those that come before the event with the id `before`, which is to be theirs. */
export async function listSecurityEvents(userId: string, take: number, before?: string): Promise<SecurityEventRow[]> {
  const last = before === undefined ? null : await findPlace(userId, before)
  if (before !== undefined && !last) return []
  const rows = await db().securityEvent.findMany({
    where: { userId, ...(last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  })
  return rows.map(({ id, kind, at, address, userAgent, detail }) => ({
    id,
    kind: kind as SecurityEventKind,
    at,
    address,
    userAgent,
    detail: detail as Record<string, string | number>,
  }))
}

const findPlace = (userId: string, id: string) =>
  db().securityEvent.findFirst({ where: { id, userId }, select: { id: true, at: true } })

/** Deletes the events from before `before`, and says how many. */
export async function removeOldEvents(before: Date): Promise<number> {
  const { count } = await db().securityEvent.deleteMany({ where: { at: { lt: before } } })
  return count
}
