import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import {
  ABSOLUTE_MS,
  createSession,
  findLiveSession,
  IDLE_MS,
  listSessions,
  removeEndedSessions,
  revokeOtherSessions,
  revokeSession,
  rotateSession,
  TOUCH_MS,
  touchSession,
} from '@/lib/db/sessions'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { createDemoRow, removeUser } from '@/lib/db/users'

let userId: string
let sessionId: string

beforeEach(async () => {
  userId = await newUser()
  sessionId = await createSession(userId, 'Test browser', T0)
})

describe('findLiveSession', () => {
  it('gives the user and the session', async () => {
    const found = await findLiveSession(sessionId, later(1000))
    expect(found?.user).toMatchObject({
      id: userId,
      sessionId,
      demo: false,
      demoExpiresAt: null,
      lastPortfolioId: null,
    })
    expect(found?.lastSeenAt).toEqual(T0)
  })

  it.each(['', 'x', "' or 1=1 --", crypto.randomUUID()])('finds nothing under %j', async (id) => {
    expect(await findLiveSession(id, T0)).toBeNull()
  })

  it('ends with a revocation', async () => {
    expect(await revokeSession(userId, sessionId, T0)).toBe(true)
    expect(await findLiveSession(sessionId, T0)).toBeNull()
    expect(await revokeSession(userId, sessionId, T0)).toBe(false)
  })

  it('ends after the idle time, and only then', async () => {
    expect(await findLiveSession(sessionId, later(IDLE_MS - 1))).not.toBeNull()
    expect(await findLiveSession(sessionId, later(IDLE_MS))).toBeNull()
  })

  it('ends at the absolute time although it is in use', async () => {
    for (let at = 0; at < ABSOLUTE_MS; at += IDLE_MS / 2) {
      const found = await findLiveSession(sessionId, later(at))
      expect(found).not.toBeNull()
      if (found) await touchSession(userId, sessionId, found.lastSeenAt, later(at))
    }
    expect(await findLiveSession(sessionId, later(ABSOLUTE_MS))).toBeNull()
  })

  it('ends when the day of a demo user is over, and says that it is a demo', async () => {
    const demo = await createDemoRow(later(60_000))
    const id = await createSession(demo, '', T0)
    expect((await findLiveSession(id, T0))?.user).toMatchObject({
      demo: true,
      email: null,
      demoExpiresAt: later(60_000),
    })
    expect(await findLiveSession(id, later(60_000))).toBeNull()
  })

  it('ends with its user', async () => {
    await removeUser(userId)
    expect(await findLiveSession(sessionId, T0)).toBeNull()
  })
})

describe('touchSession', () => {
  const lastSeen = async () => (await db().session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt

  it('writes only every few minutes', async () => {
    await touchSession(userId, sessionId, T0, later(TOUCH_MS - 1))
    expect(await lastSeen()).toEqual(T0)
    await touchSession(userId, sessionId, T0, later(TOUCH_MS))
    expect(await lastSeen()).toEqual(later(TOUCH_MS))
  })

  it('neither goes back nor wakes a revoked session', async () => {
    await touchSession(userId, sessionId, T0, later(2 * TOUCH_MS))
    await touchSession(userId, sessionId, T0, later(TOUCH_MS))
    expect(await lastSeen()).toEqual(later(2 * TOUCH_MS))
    await revokeSession(userId, sessionId, later(2 * TOUCH_MS))
    await touchSession(userId, sessionId, T0, later(4 * TOUCH_MS))
    expect(await lastSeen()).toEqual(later(2 * TOUCH_MS))
  })
})

describe('a stranger', () => {
  it('can neither revoke, touch nor list the sessions of another user', async () => {
    const stranger = await newUser()
    const own = await createSession(stranger, '', T0)
    expect(await revokeSession(stranger, sessionId, T0)).toBe(false)
    expect(await revokeOtherSessions(stranger, own, T0)).toBe(0)
    await touchSession(stranger, sessionId, T0, later(TOUCH_MS))
    expect((await findLiveSession(sessionId, T0))?.lastSeenAt).toEqual(T0)
    expect((await listSessions(stranger, T0)).map((session) => session.id)).toEqual([own])
  })
})

describe('listSessions', () => {
  it('lists the live ones, latest use first, with a cut user agent', async () => {
    const second = await createSession(userId, 'x'.repeat(5000), later(1000))
    const revoked = await createSession(userId, '', later(2000))
    await revokeSession(userId, revoked, later(2000))
    const listed = await listSessions(userId, later(3000))
    expect(listed.map((session) => session.id)).toEqual([second, sessionId])
    expect(listed[0]?.userAgent.length).toBe(300)
  })
})

describe('revokeOtherSessions', () => {
  it('keeps the one it is told to keep', async () => {
    const others = [await createSession(userId, '', T0), await createSession(userId, '', T0)]
    expect(await revokeOtherSessions(userId, sessionId, T0)).toBe(2)
    expect(await findLiveSession(sessionId, T0)).not.toBeNull()
    for (const other of others) expect(await findLiveSession(other, T0)).toBeNull()
  })
})

describe('removeEndedSessions', () => {
  it('removes what ended before, and nothing that lives', async () => {
    const revoked = await createSession(userId, '', T0)
    await revokeSession(userId, revoked, T0)
    const expired = await createSession(userId, '', new Date(T0.getTime() - ABSOLUTE_MS))
    await removeEndedSessions(later(1))
    const left = await db().session.findMany({ where: { userId } })
    expect(left.map((row) => row.id)).toEqual([sessionId])
    expect(await db().session.count({ where: { id: expired } })).toBe(0)
  })
})

describe('rotateSession', () => {
  it('puts a confirmed session of the same device and end in the place of the old one', async () => {
    const at = later(60_000)
    const next = await rotateSession(userId, sessionId, at)
    expect(next).not.toBe(sessionId)
    expect(await findLiveSession(sessionId, at)).toBeNull()
    expect((await findLiveSession(next ?? '', at))?.user).toMatchObject({ sessionId: next, confirmedAt: at })
    const [row, ...others] = await listSessions(userId, at)
    expect(others).toEqual([])
    expect(row).toMatchObject({ id: next, createdAt: T0, userAgent: 'Test browser' })
  })

  it('moves the absolute end for nobody', async () => {
    let id = sessionId
    const step = IDLE_MS - 1000
    let passed = 0
    while (passed + step < ABSOLUTE_MS) {
      passed += step
      id = (await rotateSession(userId, id, later(passed))) ?? ''
    }
    expect(await findLiveSession(id, later(ABSOLUTE_MS - 1))).not.toBeNull()
    expect(await rotateSession(userId, id, later(ABSOLUTE_MS))).toBeNull()
    expect(await findLiveSession(id, later(ABSOLUTE_MS))).toBeNull()
  })

  it('makes one of twenty wishes at the same moment come true, and none for another user or an ended session', async () => {
    expect(await rotateSession(await newUser(), sessionId, T0)).toBeNull()
    const tries = Array.from({ length: 20 }, () => rotateSession(userId, sessionId, T0))
    expect((await Promise.all(tries)).filter((id) => id !== null)).toHaveLength(1)
    expect(await listSessions(userId, T0)).toHaveLength(1)
    await revokeSession(userId, sessionId, T0)
    expect(await rotateSession(userId, sessionId, T0)).toBeNull()
  })
})
