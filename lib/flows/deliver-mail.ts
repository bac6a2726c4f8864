import 'server-only'
import { composeMail } from '@/lib/flows/compose-mail'
import { handIn, sendsMail } from '@/lib/flows/mail-server'
import { openMail, type SealedMail } from '@/lib/flows/sealed-mail'
import { log } from '@/lib/log'

/** What a mail server says quotes the address; its codes do not. */
function codesOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown'
}

/**
 * Sends a mail of the queue, in the language that it was asked for in. Without a mail server its link goes to the server's log, where
 * the administrator finds it; the address never does. Throws, by codes alone, when the mail server did not take it: the queue tries again.
 */
export async function deliverMail(sealed: SealedMail): Promise<void> {
  const mail = openMail(sealed)
  if (!mail) {
    log.error('A mail could not be opened: it was made under another secret. It is dropped.')
    return
  }
  const { to, kind, locale, link } = mail
  if (!sendsMail()) {
    log.warn({ kind, link }, 'This installation sends no mail. Hand this link to the user who asked for it.')
    return
  }
  await handIn(sealed.id, to, composeMail(kind, locale, link)).catch((error: unknown) => {
    throw new Error(`The mail server did not take a mail: ${codesOf(error)}.`)
  })
}
