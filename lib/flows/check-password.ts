import 'server-only'
import { findPassword } from '@/lib/db/users'
import { verifyPassword } from '@/lib/flows/hash-password'

/** True when this is the user's password; nothing is the password of a user who has none. */
export async function checkPassword(userId: string, password: string): Promise<boolean> {
  const stored = await findPassword(userId)
  return verifyPassword(stored?.passwordHash ?? null, password)
}
