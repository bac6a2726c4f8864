import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { normalPassword, PASSWORD_MAX } from '@/lib/core/password-policy'
import { inTurn } from '@/lib/flows/hash-queue'

// argon2id is the library's default; the test reads the parameters back from a hash.
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** An argon2id hash with its parameters and salt, as the password's only trace. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalPassword(password), COST))
}

/** True when the password made this hash. With no hash to compare it does the same work and is false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const nobodys = await dummyHash()
  const normal = normalPassword(password)
  const possible = [...normal].length <= PASSWORD_MAX
  const matches = await inTurn(() => verify(stored ?? nobodys, possible ? normal : ''))
  return matches && stored !== null && possible
}

let dummy: Promise<string> | undefined

function dummyHash(): Promise<string> {
  dummy ??= hash(crypto.randomUUID(), COST)
  return dummy
}
