import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findLiveToken, listApiTokens, revokeApiToken } from '@/lib/db/api-tokens'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { createToken as create, MOST_TOKENS, type NewToken } from '@/lib/flows/create-api-token'

const DAY = 86_400_000

vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')

let userId: string
beforeEach(async () => {
  userId = await newUser()
})

const createToken = (
  owner: string,
  { name, days, key = crypto.randomUUID() }: Partial<NewToken> & { days: number | null },
  at: Date,
) => create(owner, { key, name: name ?? '', days }, at)

describe('createToken', () => {
  it('answers a secret of 256 bits that opens the door for as long as asked', async () => {
    const secret = (await createToken(userId, { name: 'Nightly', days: 30 }, T0)) ?? ''
    expect(secret).toMatch(/^tdm_[\w-]{43}$/)
    expect((await findLiveToken(secret, later(30 * DAY - 1)))?.userId).toBe(userId)
    expect(await findLiveToken(secret, later(30 * DAY))).toBeNull()
  })

  it('never makes the same secret twice, and may set no end', async () => {
    const secrets = [
      await createToken(userId, { name: 'a', days: null }, T0),
      await createToken(userId, { name: 'a', days: null }, T0),
    ]
    expect(new Set(secrets).size).toBe(2)
    expect((await listApiTokens(userId, T0)).map(({ expiresAt }) => expiresAt)).toEqual([null, null])
  })

  it('makes one token of one key, also where it is the last that one may have, and another for another user', async () => {
    const key = crypto.randomUUID()
    const wanted = { key, name: 'Nightly', days: null }
    for (let i = 1; i < MOST_TOKENS; i += 1) await createToken(userId, { name: `${i}`, days: null }, T0)
    const atOnce = await Promise.all([1, 2, 3].map(() => create(userId, wanted, T0)))
    expect(new Set([...atOnce, await create(userId, wanted, T0)]).size).toBe(1)
    expect(await listApiTokens(userId, T0)).toHaveLength(MOST_TOKENS)
    expect(await create(await newUser(), wanted, T0)).not.toBe(atOnce[0])
  })

  it('stops at as many as one may have, until one is revoked', async () => {
    for (let i = 0; i < MOST_TOKENS; i += 1) await createToken(userId, { name: `${i}`, days: null }, T0)
    expect(await createToken(userId, { name: 'more', days: null }, T0)).toBeNull()
    const [newest] = await listApiTokens(userId, T0)
    await revokeApiToken(userId, newest?.id ?? '', T0)
    expect(await createToken(userId, { name: 'more', days: null }, T0)).not.toBeNull()
  })
})
