import 'server-only'
import { findPassword, removeUser } from '@/lib/db/users'
import { verifyPassword } from '@/lib/flows/hash-password'

/**
 * Deletes a user with everything that is theirs, at once and for good. It takes the password again;
 * a demo user has none and only confirms. False when the password is wrong; a user who is gone already is a success.
 */
export async function deleteUser(userId: string, password: string): Promise<boolean> {
  const stored = await findPassword(userId)
  if (stored?.passwordHash && !(await verifyPassword(stored.passwordHash, password))) return false
  await removeUser(userId)
  return true
}
