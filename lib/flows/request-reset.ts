import 'server-only'
import { findByAddress, startReset } from '@/lib/db/mailbox-links'
import type { Visitor } from '@/lib/db/security-events'
import { linkAddress } from '@/lib/flows/link-address'
import { sendMail } from '@/lib/flows/send-mail'
import type { Locale } from '@/lib/i18n/locale'

/**
 * Sends the user of an address (lower case) a link to a new password; nothing happens for an unknown one. The visitor's answer must not
 * wait for it, for its time would tell which of the two it was.
 */
export async function requestReset(email: string, locale: Locale, visitor: Visitor, at: Date): Promise<void> {
  const userId = await findByAddress(email)
  if (!userId) return
  const secret = await startReset(userId, email, { at, visitor })
  await sendMail({ to: email, kind: 'reset', locale, link: linkAddress('/reset', secret) })
}
