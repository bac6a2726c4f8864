import { db } from '@/lib/db/client'

/** An invitation as the administrator who made it sees it; the link itself was shown once. */
export interface Invitation {
  id: string
  note: string
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
}

/** The invitations that a user made, newest first. */
export async function listInvitations(userId: string): Promise<Invitation[]> {
  return db().oneTimeLink.findMany({
    where: { userId, kind: 'invite' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, note: true, createdAt: true, expiresAt: true, usedAt: true },
  })
}

export async function countOpenInvitations(userId: string, at: Date): Promise<number> {
  return db().oneTimeLink.count({ where: { userId, kind: 'invite', usedAt: null, expiresAt: { gt: at } } })
}

/** Withdraws an invitation that nobody has used; false when there is no such one of this user's. */
export async function withdrawInvitation(userId: string, id: string): Promise<boolean> {
  const { count } = await db().oneTimeLink.deleteMany({ where: { id, userId, kind: 'invite', usedAt: null } })
  return count === 1
}
