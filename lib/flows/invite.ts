import 'server-only'
import { countOpenInvitations } from '@/lib/db/invitations'
import { isLink, makeLink } from '@/lib/db/one-time-links'
import { linkAddress } from '@/lib/flows/link-address'
import { secretOfKey } from '@/lib/flows/secret-of-key'

/** How long an invitation works. */
const WEEK_MS = 7 * 86_400_000
/** As many may be open at a time. */
export const MOST_INVITATIONS = 50
const PURPOSE = 'tidemark: invitation'

interface Wanted {
  /** Made by the browser, once for each invitation that is wanted. */
  key: string
  /** Says for whom it is. */
  note: string
}

/** Makes an invitation, once for each key, and answers its link, which is kept nowhere; null when too many are open. */
export async function invite(userId: string, { key, note }: Wanted, at: Date): Promise<string | null> {
  const secret = secretOfKey(userId, key, PURPOSE)
  if (!(await isLink('invite', secret))) {
    if ((await countOpenInvitations(userId, at)) >= MOST_INVITATIONS) return null
    await makeLink('invite', { userId, note }, WEEK_MS, at, { secret })
  }
  return linkAddress('/join', secret)
}
