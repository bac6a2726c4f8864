import 'server-only'
import { removeDeletedRows } from '@/lib/db/deleted-rows'
import { removeEndedSessions } from '@/lib/db/sessions'
import { removeDemoUsers } from '@/lib/db/users'

const DAY_MS = 86_400_000
/** How long a deleted row can still be brought back. */
const UNDO_DAYS = 30

/** The hourly clean-up: demo users whose day is over, rows deleted a month ago, sessions that ended a month ago. */
export async function removeExpiredDemos(
  at: Date = new Date(),
): Promise<{ demos: number; rows: number; sessions: number }> {
  const monthAgo = new Date(at.getTime() - UNDO_DAYS * DAY_MS)
  return {
    demos: await removeDemoUsers(at),
    rows: await removeDeletedRows(monthAgo),
    sessions: await removeEndedSessions(monthAgo),
  }
}
