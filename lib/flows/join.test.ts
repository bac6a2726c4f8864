import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { makeAdministrator } from '@/lib/db/newcomers'
import { type LinkKind, type LinkOwner, makeLink } from '@/lib/db/one-time-links'
import { T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { createUser } from '@/lib/db/users'
import { join, openJoinLink } from '@/lib/flows/join'
import { logIn } from '@/lib/flows/log-in'

// A hash is slow on purpose, and far slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'a heron walks over the wet slate'
const VISITOR = { address: '192.0.2.1', userAgent: 'Test' }
const DAY = 86_400_000

let email: string
beforeEach(() => {
  email = `${crypto.randomUUID()}@example.test`
  vi.stubEnv('REGISTRATION', 'open')
})

const link = (kind: LinkKind, owner: LinkOwner = {}) => makeLink(kind, owner, DAY, T0)
const joinWith = (secret: string, given: Partial<{ email: string; password: string }> = {}) =>
  join({ secret, email: '', password: PASSWORD, ...given }, VISITOR, T0)
const rowOf = (address: string) => db().user.findUnique({ where: { email: address } })

describe('join', () => {
  it('makes the user of the address that the link went to, whatever the form says', async () => {
    const secret = await link('register', { email })
    expect(await joinWith(secret, { email: 'somebody.else@example.test' })).toMatchObject({ ok: true, email })
    expect(await rowOf(email)).toMatchObject({ admin: false, emailVerifiedAt: T0, passwordHash: expect.any(String) })
    expect(await rowOf('somebody.else@example.test')).toBeNull()
    expect(await logIn(email, PASSWORD)).not.toBeNull()
    expect(JSON.stringify(await rowOf(email))).not.toContain('heron')
  })

  it('answers the same form once more as it did first, and another one not', async () => {
    const secret = await link('register', { email })
    const first = await joinWith(secret)
    expect(await joinWith(secret, { email })).toEqual(first)
    expect(await joinWith(secret, { email, password: 'blaue Ziege frisst Moos im Tal' })).toEqual({
      ok: false,
      fault: 'link',
    })
    expect(await joinWith(secret, { email: `other-${email}` })).toEqual({ ok: false, fault: 'link' })
  })

  it('makes one user of two forms at the same moment', async () => {
    const secret = await link('invite')
    const both = await Promise.all([joinWith(secret, { email }), joinWith(secret, { email })])
    expect(both[0]).toMatchObject({ ok: true })
    expect(both[1]).toEqual(both[0])
    const third = await joinWith(secret, { email: `third-${email}` })
    expect(third).toEqual({ ok: false, fault: 'link' })
  })

  it('lets an invited newcomer name an address, which nobody has verified', async () => {
    const secret = await link('invite')
    expect(await joinWith(secret)).toEqual({ ok: false, fault: 'email' })
    expect(await joinWith(secret, { email })).toMatchObject({ ok: true })
    expect(await rowOf(email)).toMatchObject({ admin: false, emailVerifiedAt: null })
  })

  it('makes the first administrator', async () => {
    const secret = await link('setup')
    expect(await joinWith(secret, { email })).toMatchObject({ ok: true })
    expect(await rowOf(email)).toMatchObject({ admin: true })
  })

  it('leaves a taken address and the link as they were', async () => {
    await createUser(email, 'hash')
    const secret = await link('invite')
    expect(await joinWith(secret, { email })).toEqual({ ok: false, fault: 'taken' })
    expect(await rowOf(email)).toMatchObject({ passwordHash: 'hash' })
    expect(await openJoinLink(secret, T0)).toEqual({ kind: 'invite', email: null })
  })

  it('refuses a weak password and keeps the link', async () => {
    const secret = await link('register', { email })
    expect(await joinWith(secret, { password: 'short' })).toEqual({ ok: false, fault: 'tooShort' })
    expect(await joinWith(secret, { password: 'passwordpassword' })).toEqual({ ok: false, fault: 'tooCommon' })
    expect(await rowOf(email)).toBeNull()
    expect(await openJoinLink(secret, T0)).toEqual({ kind: 'register', email })
  })

  it('writes the first entry of the user’s log', async () => {
    const joined = await joinWith(await link('register', { email }))
    const userId = joined.ok ? joined.userId : ''
    expect(await db().securityEvent.findMany({ where: { userId } })).toMatchObject([{ kind: 'registered', ...VISITOR }])
  })

  it.each(['reset', 'verify'] as const)('takes no link of kind %s', async (kind) => {
    const secret = await link(kind, { email })
    expect(await joinWith(secret, { email })).toEqual({ ok: false, fault: 'link' })
  })
})

describe('openJoinLink', () => {
  it.each([
    ['open', ['register', 'invite', 'setup']],
    ['invite', ['invite', 'setup']],
    ['closed', ['setup']],
  ])('opens, where registration is %s, %j', async (mode, open) => {
    vi.stubEnv('REGISTRATION', mode)
    const kinds = ['register', 'invite', 'setup'] as const
    const secrets = await Promise.all(kinds.map((kind) => link(kind, { email })))
    const found = await Promise.all(secrets.map((secret) => openJoinLink(secret, T0)))
    expect(found.flatMap((one) => one?.kind ?? [])).toEqual(open)
    const refused = secrets.filter((_, i) => !found[i])
    for (const secret of refused) {
      expect(await joinWith(secret, { email: `x-${email}` })).toEqual({ ok: false, fault: 'link' })
    }
  })

  it('is over when its time is', async () => {
    const secret = await link('register', { email })
    expect(await openJoinLink(secret, new Date(T0.getTime() + DAY))).toBeNull()
  })
})

describe('makeAdministrator', () => {
  it('raises one user, once', async () => {
    const [secret, one, two] = [await link('setup'), await newUser(), await newUser()]
    expect(await makeAdministrator(one, secret, T0)).toBe(true)
    expect(await makeAdministrator(two, secret, T0)).toBe(false)
    const admins = await db().user.findMany({ where: { id: { in: [one, two] }, admin: true } })
    expect(admins.map(({ id }) => id)).toEqual([one])
  })

  it('raises nobody by an invitation, and no demo user', async () => {
    const [invitation, secret, userId] = [await link('invite'), await link('setup'), await newUser()]
    expect(await makeAdministrator(userId, invitation, T0)).toBe(false)
    await db().user.update({ where: { id: userId }, data: { demoExpiresAt: new Date(T0.getTime() + DAY) } })
    await expect(makeAdministrator(userId, secret, T0)).rejects.toThrow()
    expect(await openJoinLink(secret, T0)).not.toBeNull()
  })
})
