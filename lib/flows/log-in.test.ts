import { describe, expect, it, vi } from 'vitest'
import { createUser } from '@/lib/db/users'
import { hashPassword } from '@/lib/flows/hash-password'
import { logIn } from '@/lib/flows/log-in'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'a heron walks over the wet slate'
const address = () => `${crypto.randomUUID()}@example.test`

describe('logIn', () => {
  it('knows a user by the right password only', async () => {
    const email = address()
    const userId = await createUser(email, await hashPassword(PASSWORD))
    expect(await logIn(email, PASSWORD)).toBe(userId)
    expect(await logIn(email, 'a heron walks over the dry slate')).toBeNull()
    expect(await logIn(address(), PASSWORD)).toBeNull()
  })
})
