import 'server-only'
import { findCredentials } from '@/lib/db/users'
import { verifyPassword } from '@/lib/flows/hash-password'

/** The id of the user with this address (lower case) and password, or null: the same answer, as slowly, for an unknown address. */
export async function logIn(email: string, password: string): Promise<string | null> {
  const found = await findCredentials(email)
  const matches = await verifyPassword(found?.passwordHash ?? null, password)
  return found && matches ? found.userId : null
}
