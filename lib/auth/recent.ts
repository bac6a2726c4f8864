import 'server-only'
import type { SessionUser } from '@/lib/db/sessions'

/** For so long nobody is asked again who they are. */
export const RECENT_MS = 10 * 60_000

/**
 * True when this session was opened or confirmed a short while ago; a demo user has nothing to confirm with. What asks for it answers
 * `refusal('confirm')` otherwise: the screen then asks who it is and repeats the act.
 */
export function isRecent(user: Pick<SessionUser, 'demo' | 'confirmedAt'>, at: Date = new Date()): boolean {
  return user.demo || (user.confirmedAt !== null && at.getTime() - user.confirmedAt.getTime() < RECENT_MS)
}
