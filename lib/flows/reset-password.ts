import 'server-only'
import { type PasswordProblem, passwordProblem } from '@/lib/core/password-policy'
import { finishReset } from '@/lib/db/mailbox-links'
import { findLink } from '@/lib/db/one-time-links'
import type { Visitor } from '@/lib/db/security-events'
import { env } from '@/lib/env'
import { hashPassword } from '@/lib/flows/hash-password'
import { sendMail } from '@/lib/flows/send-mail'
import type { Locale } from '@/lib/i18n/locale'
import { log } from '@/lib/log'

export interface PasswordReset {
  /** The secret of the link. */
  secret: string
  password: string
  locale: Locale
}

export type PasswordWasReset = { ok: true; email: string } | { ok: false; fault: PasswordProblem | 'link' }

/** Sets the password that a link allows to set, once, and tells the mailbox. It looks at the link first: a hash is dear. */
export async function resetPassword(
  { secret, password, locale }: PasswordReset,
  visitor: Visitor,
  at: Date,
): Promise<PasswordWasReset> {
  const link = await findLink('reset', secret, at)
  if (!link) return { ok: false, fault: 'link' }
  const problem = passwordProblem(password, link.email ?? '')
  if (problem) return { ok: false, fault: problem }
  const email = await finishReset(secret, await hashPassword(password), { at, visitor })
  if (email === null) return { ok: false, fault: 'link' }
  // The password is set; a mail that could not be queued does not undo it.
  await sendMail({ to: email, kind: 'changed', locale, link: new URL('/login', env().NEXTAUTH_URL).href }).catch(() =>
    log.error('The mail about a new password was not queued.'),
  )
  return { ok: true, email }
}
