import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { createSession, findLiveSession } from '@/lib/db/sessions'
import { T0 } from '@/lib/db/test-clock'
import { createUser } from '@/lib/db/users'
import { changePassword } from '@/lib/flows/change-password'
import { hashPassword } from '@/lib/flows/hash-password'
import { logIn } from '@/lib/flows/log-in'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const CURRENT = 'a heron walks over the wet slate'
const NEXT = 'blaue Ziege frisst Moos im Tal'

let email: string
let userId: string
let sessionId: string
let other: string

beforeEach(async () => {
  email = `${crypto.randomUUID()}@example.test`
  userId = (await createUser(email, await hashPassword(CURRENT))) ?? ''
  sessionId = await createSession(userId, 'here', T0)
  other = await createSession(userId, 'there', T0)
})

const change = (current: string, next: string) => changePassword(userId, { sessionId, current, next }, T0)

describe('changePassword', () => {
  it('replaces the password and logs out every other device', async () => {
    expect(await change(CURRENT, NEXT)).toEqual({ ok: true, sessionsEnded: 1 })
    expect(await logIn(email, CURRENT)).toBeNull()
    expect(await logIn(email, NEXT)).toBe(userId)
    expect(await findLiveSession(sessionId, T0)).not.toBeNull()
    expect(await findLiveSession(other, T0)).toBeNull()
  })

  it.each([
    ['a wrong present password', 'not the heron at all', NEXT, 'wrongPassword'],
    ['the same one again', CURRENT, CURRENT, 'same'],
    ['a short one', CURRENT, 'short', 'tooShort'],
    ['a common one', CURRENT, 'passwordpassword', 'tooCommon'],
  ])('refuses %s and changes nothing', async (_, current, next, fault) => {
    expect(await change(current, next)).toEqual({ ok: false, fault })
    expect(await logIn(email, CURRENT)).toBe(userId)
    expect(await findLiveSession(other, T0)).not.toBeNull()
  })

  it('lets one of two changes at once win', async () => {
    const both = await Promise.all([change(CURRENT, NEXT), change(CURRENT, `${NEXT} und See`)])
    expect(both.filter((one) => one.ok).length).toBe(1)
  })

  it('has nothing to change for a demo user', async () => {
    const { id: demo } = await db().user.create({ data: { demoExpiresAt: T0 } })
    expect(await changePassword(demo, { sessionId, current: '', next: NEXT }, T0)).toEqual({
      ok: false,
      fault: 'wrongPassword',
    })
  })
})
