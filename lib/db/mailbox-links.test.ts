import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import {
  findAddress,
  findByAddress,
  finishReset,
  finishVerification,
  startReset,
  startVerification,
} from '@/lib/db/mailbox-links'
import { findLink, makeLink } from '@/lib/db/one-time-links'
import { listSecurityEvents } from '@/lib/db/security-events'
import { createSession, findLiveSession } from '@/lib/db/sessions'
import { later, T0 } from '@/lib/db/test-clock'
import { createDemoRow, createUser } from '@/lib/db/users'

const VISITOR = { address: '192.0.2.1', userAgent: 'Test' }
const act = (ms: number) => ({ at: later(ms), visitor: VISITOR })
const HOUR = 3_600_000

async function someone(): Promise<{ userId: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.test`
  const userId = await createUser(email, 'old hash')
  if (!userId) throw new Error('The address is taken')
  return { userId, email }
}

const rowOf = (id: string) => db().user.findUniqueOrThrow({ where: { id } })
const kindsOf = async (userId: string) => (await listSecurityEvents(userId, 50)).map(({ kind }) => kind)

describe('findByAddress', () => {
  it('finds a user by their address', async () => {
    const { userId, email } = await someone()
    expect(await findByAddress(email)).toBe(userId)
    expect(await findByAddress(`x${email}`)).toBeNull()
  })
})

describe('a reset', () => {
  it('sets the password once, verifies the address and ends every session and every other link to the mailbox', async () => {
    const { userId, email } = await someone()
    const session = await createSession(userId, '', T0)
    const verify = await startVerification(userId, email, T0)
    const invitation = await makeLink('invite', { userId }, HOUR, T0)
    const secret = await startReset(userId, email, act(0))
    expect(await finishReset(secret, 'new hash', act(1))).toBe(email)
    expect(await rowOf(userId)).toMatchObject({ passwordHash: 'new hash', emailVerifiedAt: later(1) })
    expect(await findLiveSession(session, later(2))).toBeNull()
    expect(await findLink('verify', verify, later(2))).toBeNull()
    expect(await findLink('invite', invitation, later(2))).not.toBeNull()
    expect(await finishReset(secret, 'third hash', act(3))).toBeNull()
    expect((await rowOf(userId)).passwordHash).toBe('new hash')
    expect(await kindsOf(userId)).toEqual(['passwordReset', 'resetRequested'])
  })

  it('leaves the second factor and the moment of an earlier verification alone', async () => {
    const { userId, email } = await someone()
    const kept = { sealedTotp: 'sealed', totpConfirmedAt: T0, emailVerifiedAt: T0 }
    await db().user.update({ where: { id: userId }, data: kept })
    await finishReset(await startReset(userId, email, act(0)), 'new hash', act(1))
    expect(await rowOf(userId)).toMatchObject({ ...kept, passwordHash: 'new hash' })
  })

  it('voids the link before it', async () => {
    const { userId, email } = await someone()
    const first = await startReset(userId, email, act(0))
    const second = await startReset(userId, email, act(1))
    expect(await finishReset(first, 'first hash', act(2))).toBeNull()
    expect(await finishReset(second, 'second hash', act(2))).toBe(email)
  })

  it('is over after an hour', async () => {
    const { userId, email } = await someone()
    const secret = await startReset(userId, email, act(0))
    expect(await finishReset(secret, 'new hash', act(HOUR))).toBeNull()
    expect((await rowOf(userId)).passwordHash).toBe('old hash')
  })

  it('is done by one of many at the same moment', async () => {
    const { userId, email } = await someone()
    const secret = await startReset(userId, email, act(0))
    const tries = await Promise.all(Array.from({ length: 10 }, (_, i) => finishReset(secret, `hash ${i}`, act(1))))
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect(await kindsOf(userId)).toEqual(['passwordReset', 'resetRequested'])
  })

  it('does not reach a user who has another address by now', async () => {
    const { userId, email } = await someone()
    const secret = await startReset(userId, email, act(0))
    await db().user.update({ where: { id: userId }, data: { email: `x${email}` } })
    expect(await finishReset(secret, 'new hash', act(1))).toBeNull()
    expect((await rowOf(userId)).passwordHash).toBe('old hash')
  })

  it('is not done by a link of another kind', async () => {
    const { userId, email } = await someone()
    expect(await finishReset(await startVerification(userId, email, T0), 'new hash', act(1))).toBeNull()
    expect((await rowOf(userId)).passwordHash).toBe('old hash')
  })
})

describe('a verification', () => {
  it('marks the address once and says so in the log', async () => {
    const { userId, email } = await someone()
    expect(await findAddress(userId)).toEqual({ email, verified: false })
    const secret = await startVerification(userId, email, T0)
    expect(await finishVerification(secret, act(1))).toBe(true)
    expect(await finishVerification(secret, act(2))).toBe(false)
    expect(await findAddress(userId)).toEqual({ email, verified: true })
    expect(await kindsOf(userId)).toEqual(['emailVerified'])
  })

  it('voids the link before it, and does not take a link to a new password', async () => {
    const { userId, email } = await someone()
    const first = await startVerification(userId, email, T0)
    await startVerification(userId, email, later(1))
    expect(await finishVerification(first, act(2))).toBe(false)
    expect(await finishVerification(await startReset(userId, email, act(2)), act(3))).toBe(false)
  })

  it('is nothing for a demo user', async () => {
    expect(await findAddress(await createDemoRow(later(HOUR)))).toBeNull()
  })
})
