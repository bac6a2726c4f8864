import 'server-only'
import { z } from 'zod'

/** No mailbox has a longer one (RFC 5321, 4.5.3.1.3). */
const EMAIL_MAX = 254
/** Far above the longest password: only what cannot be one is cut off before it is read. */
const PASSWORD_INPUT_MAX = 1024

/** An e-mail address in the one form that is stored: lower case, no blanks around it. */
export const emailSchema = z
  .string({ error: 'auth.errors.email' })
  .trim()
  .toLowerCase()
  .max(EMAIL_MAX, 'auth.errors.email')
  .pipe(z.email('auth.errors.email'))

/** A password as it was typed; whether it is a good one is the policy's question. */
export const passwordSchema = z
  .string({ error: 'auth.errors.passwordMissing' })
  .min(1, 'auth.errors.passwordMissing')
  .max(PASSWORD_INPUT_MAX, 'auth.errors.passwordTooLong')

export const credentialsSchema = z.strictObject({ email: emailSchema, password: passwordSchema })

/** A code of an authenticator app or a recovery code, as it was typed; empty when none was. */
export const factorCodeSchema = z.string().max(64)
