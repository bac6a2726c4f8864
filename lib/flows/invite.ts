import 'server-only'
import { countOpenInvitations } from '@/lib/db/invitations'
import { makeLink } from '@/lib/db/one-time-links'
import { linkAddress } from '@/lib/flows/link-address'

/** How long an invitation works. */
const WEEK_MS = 7 * 86_400_000
/** As many may be open at a time. */
export const MOST_INVITATIONS = 50

/** Makes an invitation and answers its link, which is kept nowhere; null when too many are open. `note` says for whom it is. */
export async function invite(userId: string, note: string, at: Date): Promise<string | null> {
  if ((await countOpenInvitations(userId, at)) >= MOST_INVITATIONS) return null
  return linkAddress('/join', await makeLink('invite', { userId, note }, WEEK_MS, at))
}
