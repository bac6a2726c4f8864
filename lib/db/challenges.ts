import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/client'

/** What a signature is asked for. `secondStep`: the password was right, and this user's passkey is to follow. */
export type ChallengePurpose = 'addPasskey' | 'signIn' | 'secondStep' | 'confirm'

/** A device and its owner have so long to answer. */
export const CHALLENGE_MS = 5 * 60_000

export interface Challenge {
  /** Base64url. */
  challenge: string
  purpose: ChallengePurpose
  /** Who is to answer; null where nobody is known yet. */
  userId: string | null
}

/** Keeps a challenge and gives the id that only the asking browser learns. */
export async function createChallenge({ challenge, purpose, userId }: Challenge, at: Date): Promise<string> {
  const expiresAt = new Date(at.getTime() + CHALLENGE_MS)
  const id = randomUUID()
  await db().challenge.create({ data: { id, challenge, purpose, userId, expiresAt } })
  return id
}

/** Takes a challenge out, so that it is answered once; null when there is none of these purposes, or its time is over. */
export async function takeChallenge(
  id: string,
  purposes: readonly ChallengePurpose[],
  at: Date,
): Promise<Challenge | null> {
  const row = await db().challenge.findFirst({
    where: { id, purpose: { in: [...purposes] }, expiresAt: { gt: at } },
    select: { challenge: true, purpose: true, userId: true },
  })
  if (!row) return null
  // Of two answers at the same moment one deletes the row.
  const { count } = await db().challenge.deleteMany({ where: { id } })
  return count === 1 ? { ...row, purpose: row.purpose as ChallengePurpose } : null
}

/** Deletes those that nobody can answer any more. */
export async function removeExpiredChallenges(at: Date): Promise<number> {
  const { count } = await db().challenge.deleteMany({ where: { expiresAt: { lte: at } } })
  return count
}
