import { describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { logIn } from '@/lib/flows/log-in'
import { register } from '@/lib/flows/register'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'a heron walks over the wet slate'
const address = () => `${crypto.randomUUID()}@example.test`

describe('register and log in', () => {
  it('makes a user who can log in with that password only', async () => {
    const email = address()
    const made = await register(email, PASSWORD)
    expect(made.ok).toBe(true)
    expect(await logIn(email, PASSWORD)).toBe(made.ok ? made.userId : '')
    expect(await logIn(email, 'a heron walks over the dry slate')).toBeNull()
    expect(await logIn(address(), PASSWORD)).toBeNull()
  })

  it('stores no password', async () => {
    const email = address()
    await register(email, PASSWORD)
    const row = await db().user.findUniqueOrThrow({ where: { email } })
    expect(JSON.stringify(row)).not.toContain('heron')
    expect(row.passwordHash).toMatch(/^\$argon2id\$/)
  })

  it('refuses a weak password and makes nobody', async () => {
    const email = address()
    expect(await register(email, 'short')).toEqual({ ok: false, fault: 'tooShort' })
    expect(await register(email, 'passwordpassword')).toEqual({ ok: false, fault: 'tooCommon' })
    expect(await db().user.count({ where: { email } })).toBe(0)
  })

  it('gives an address to one of two who register it at once', async () => {
    const email = address()
    const both = await Promise.all([register(email, PASSWORD), register(email, PASSWORD)])
    expect(both.filter((one) => one.ok).length).toBe(1)
    expect(both).toContainEqual({ ok: false, fault: 'taken' })
    expect(await db().user.count({ where: { email } })).toBe(1)
  })

  it('leaves the first user of an address as they were', async () => {
    const email = address()
    await register(email, PASSWORD)
    expect(await register(email, 'blaue Ziege frisst Moos im Tal')).toEqual({ ok: false, fault: 'taken' })
    expect(await logIn(email, PASSWORD)).not.toBeNull()
    expect(await logIn(email, 'blaue Ziege frisst Moos im Tal')).toBeNull()
  })
})
