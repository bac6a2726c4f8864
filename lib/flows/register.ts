import 'server-only'
import { type PasswordProblem, passwordProblem } from '@/lib/core/password-policy'
import { createUser } from '@/lib/db/users'
import { hashPassword } from '@/lib/flows/hash-password'

export type Registration = { ok: true; userId: string } | { ok: false; fault: PasswordProblem | 'taken' }

/** Makes a user of an address (lower case) and a password. It hashes before it looks, so a taken address answers as slowly. */
export async function register(email: string, password: string): Promise<Registration> {
  const problem = passwordProblem(password, email)
  if (problem) return { ok: false, fault: problem }
  const userId = await createUser(email, await hashPassword(password))
  return userId ? { ok: true, userId } : { ok: false, fault: 'taken' }
}
