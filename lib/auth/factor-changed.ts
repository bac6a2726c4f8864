import 'server-only'
import { raiseSession } from '@/lib/auth/raise-session'
import { noteEvent } from '@/lib/auth/visitor'
import { wayChanged } from '@/lib/auth/way-changed'
import type { SecurityEventKind } from '@/lib/core/security-events'
import { revokeOtherSessions, type SessionUser } from '@/lib/db/sessions'

interface Change {
  kind: SecurityEventKind
  /** What it is called, where it has a name. */
  name?: string
  /** Whether the user wants every other device logged out. */
  endOthers: boolean
}

/** What follows a change of the ways in: a new id for this session, a line in the log, a mail and, if wanted, the end of the other sessions. */
export async function factorChanged(user: SessionUser, { kind, name, endOthers }: Change): Promise<void> {
  const at = new Date()
  const kept = await raiseSession(user, at)
  await wayChanged(user, kind, name === undefined ? {} : { name })
  if (!kept || !endOthers) return
  const count = await revokeOtherSessions(user.id, kept, at)
  if (count > 0) await noteEvent(user.id, 'otherSessionsEnded', { count })
}
