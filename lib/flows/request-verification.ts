import 'server-only'
import { findAddress, startVerification } from '@/lib/db/mailbox-links'
import { linkAddress } from '@/lib/flows/link-address'
import { sendMail } from '@/lib/flows/send-mail'
import type { Locale } from '@/lib/i18n/locale'

/** Sends a user the link that verifies their address; false when there is nothing to verify. */
export async function requestVerification(userId: string, locale: Locale, at: Date): Promise<boolean> {
  const known = await findAddress(userId)
  if (!known || known.verified) return false
  const secret = await startVerification(userId, known.email, at)
  await sendMail({ to: known.email, kind: 'verify', locale, link: linkAddress('/verify', secret) })
  return true
}
