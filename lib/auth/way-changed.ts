import 'server-only'
import { getLocale } from 'next-intl/server'
import type { SessionUser } from '@/lib/auth/session'
import { noteEvent } from '@/lib/auth/visitor'
import type { SecurityEventKind } from '@/lib/core/security-events'
import { tellOfChange } from '@/lib/flows/tell-of-change'

/** Writes a change of the ways into an account into the user's log, and tells the user's mailbox, which an intruder may not have. */
export async function wayChanged(
  user: Pick<SessionUser, 'id' | 'email'>,
  kind: SecurityEventKind,
  detail: Record<string, string | number> = {},
): Promise<void> {
  await noteEvent(user.id, kind, detail)
  await tellOfChange(user.email, await getLocale())
}
