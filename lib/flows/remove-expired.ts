import 'server-only'
import { removeExpiredChallenges } from '@/lib/db/challenges'
import { removeDeletedRows } from '@/lib/db/deleted-rows'
import { removeOldLinks } from '@/lib/db/one-time-links'
import { removeExpiredRateLimits } from '@/lib/db/rate-limits'
import { removeOldEvents } from '@/lib/db/security-events'
import { removeEndedSessions } from '@/lib/db/sessions'
import { removeDemoUsers } from '@/lib/db/users'

const DAY_MS = 86_400_000
/** How long a deleted row can still be brought back. */
const UNDO_DAYS = 30
/** How long the logs of security events go back. */
const EVENT_DAYS = 365

/** The hourly clean-up: what is over, each after its time. It says how many rows of a kind it removed. */
export async function removeExpired(at: Date): Promise<{ demos: number; rows: number; sessions: number }> {
  const monthAgo = new Date(at.getTime() - UNDO_DAYS * DAY_MS)
  await removeExpiredChallenges(at)
  await removeExpiredRateLimits(at)
  await removeOldLinks(monthAgo)
  await removeOldEvents(new Date(at.getTime() - EVENT_DAYS * DAY_MS))
  return {
    demos: await removeDemoUsers(at),
    rows: await removeDeletedRows(monthAgo),
    sessions: await removeEndedSessions(monthAgo),
  }
}
