import 'server-only'
import { findByAddress } from '@/lib/db/mailbox-links'
import { makeLink } from '@/lib/db/one-time-links'
import { env } from '@/lib/env'
import { linkAddress } from '@/lib/flows/link-address'
import { sendMail } from '@/lib/flows/send-mail'
import type { Locale } from '@/lib/i18n/locale'

const DAY_MS = 86_400_000

/**
 * Sends an address (lower case) a link that finishes its registration, or, where it has an account already, a mail that says so. The
 * visitor's answer must not wait for it, for its time would tell which of the two it was.
 */
export async function requestRegistration(email: string, locale: Locale, at: Date): Promise<void> {
  if (await findByAddress(email)) {
    await sendMail({ to: email, kind: 'known', locale, link: new URL('/login', env().NEXTAUTH_URL).href })
    return
  }
  const secret = await makeLink('register', { email }, DAY_MS, at)
  await sendMail({ to: email, kind: 'register', locale, link: linkAddress('/join', secret) })
}
