import 'server-only'
import { env } from '@/lib/env'
import { sendsMail } from '@/lib/flows/mail-server'
import { sendMail } from '@/lib/flows/send-mail'
import type { Locale } from '@/lib/i18n/locale'
import { log } from '@/lib/log'

/**
 * Tells a mailbox that a way into its account was changed; the account's log says which. Nobody is told where there is no address or no mail
 * server. The change is done: a mail that could not be queued does not undo it.
 */
export async function tellOfChange(email: string | null, locale: Locale): Promise<void> {
  if (email === null || !sendsMail()) return
  const link = new URL('/settings/security/log', env().NEXTAUTH_URL).href
  await sendMail({ to: email, kind: 'waysIn', locale, link }).catch(() =>
    log.error('The mail about a changed way in was not queued.'),
  )
}
