import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { findLinkedAt, linkIdentity, unlinkIdentity } from '@/lib/db/oidc-identities'
import { T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { createUser } from '@/lib/db/users'
import { enterByProvider } from '@/lib/flows/enter-by-provider'

const ISSUER = 'https://id.example'
const VISITOR = { address: '', userAgent: '' }
let identity: { issuer: string; subject: string; email: string | null }

beforeEach(() => {
  const subject = crypto.randomUUID()
  identity = { issuer: ISSUER, subject, email: `${subject}@example.test` }
  vi.stubEnv('REGISTRATION', 'open')
})

const enter = (who = identity) => enterByProvider(who, VISITOR, T0)

describe('enterByProvider', () => {
  it('makes a user of an unknown identity, and knows them again without any address', async () => {
    const userId = await enter()
    expect(userId).not.toBeNull()
    expect(await enter({ ...identity, email: null })).toBe(userId)
    expect(await enter({ ...identity, email: 'another@example.test' })).toBe(userId)
    expect(await db().user.findUnique({ where: { id: userId ?? '' } })).toMatchObject({
      email: identity.email,
      emailVerifiedAt: T0,
      passwordHash: null,
    })
  })

  it('never finds somebody by the address alone', async () => {
    const owner = await createUser(identity.email ?? '', 'hash')
    const userId = await enter()
    expect(userId).not.toBeNull()
    expect(userId).not.toBe(owner)
    expect(await db().user.findUnique({ where: { id: userId ?? '' } })).toMatchObject({ email: null })
  })

  it('keeps the same name at another issuer apart', async () => {
    const userId = await enter()
    expect(await enter({ ...identity, issuer: 'https://other.example', email: null })).not.toBe(userId)
  })

  it('makes one user of two answers at the same moment', async () => {
    const both = await Promise.all([enter(), enter()])
    expect(both[0]).toBe(both[1])
    expect(await db().user.count({ where: { email: identity.email } })).toBe(1)
  })

  it.each(['invite', 'closed'])('makes nobody where registration is %s, but lets in whom it knows', async (mode) => {
    vi.stubEnv('REGISTRATION', mode)
    expect(await enter()).toBeNull()
    expect(await db().user.count({ where: { email: identity.email } })).toBe(0)
    const userId = await newUser()
    await linkIdentity(userId, identity, T0)
    expect(await enter()).toBe(userId)
  })
})

describe('linking', () => {
  it('gives an identity to one user only', async () => {
    const [one, two] = [await newUser(), await newUser()]
    expect(await linkIdentity(one, identity, T0)).toBe(true)
    expect(await linkIdentity(one, identity, T0)).toBe(true)
    expect(await linkIdentity(two, identity, T0)).toBe(false)
    expect(await findLinkedAt(one, ISSUER)).toEqual(T0)
    expect(await findLinkedAt(two, ISSUER)).toBeNull()
  })

  it('takes only one’s own away, and never the last way in', async () => {
    const [owner, stranger] = [await newUser(), await newUser()]
    await linkIdentity(owner, identity, T0)
    expect(await unlinkIdentity(stranger, ISSUER)).toBe('none')
    expect(await findLinkedAt(owner, ISSUER)).toEqual(T0)
    expect(await unlinkIdentity(owner, ISSUER)).toBe('done')
    const without = (await enter()) ?? ''
    expect(await unlinkIdentity(without, ISSUER)).toBe('lastWayIn')
    expect(await findLinkedAt(without, ISSUER)).toEqual(T0)
  })
})
