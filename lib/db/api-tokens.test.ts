import { beforeEach, describe, expect, it } from 'vitest'
import {
  countApiTokens,
  createApiToken,
  findLiveToken,
  listApiTokens,
  revokeApiToken,
  TOKEN_TOUCH_MS,
  touchApiToken,
} from '@/lib/db/api-tokens'
import { db } from '@/lib/db/client'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { createDemoRow, removeUser } from '@/lib/db/users'

/** Makes a token and gives its id and its secret. */
async function newToken(
  owner: string,
  expiresAt: Date | null = null,
  at = T0,
): Promise<{ id: string; secret: string }> {
  const secret = `tdm_${crypto.randomUUID()}`
  await createApiToken(owner, { name: 'Script', secret, expiresAt }, at)
  const found = await findLiveToken(secret, at)
  if (!found) throw new Error('no token')
  return { id: found.id, secret }
}

let userId: string
let token: { id: string; secret: string }

beforeEach(async () => {
  userId = await newUser()
  token = await newToken(userId)
})

describe('a token', () => {
  it('leads to its user by its secret alone, and the secret is kept nowhere', async () => {
    expect(await findLiveToken(token.secret, T0)).toEqual({ id: token.id, userId, lastUsedAt: null })
    const row = await db().apiToken.findUniqueOrThrow({ where: { id: token.id } })
    expect(JSON.stringify(row)).not.toContain(token.secret)
    for (const other of ['', token.id, row.hash, row.prefix, `${token.secret} `, token.secret.toUpperCase()]) {
      expect(await findLiveToken(other, T0)).toBeNull()
    }
  })

  it('ends with its revocation', async () => {
    expect(await revokeApiToken(userId, token.id, T0)).toBe(true)
    expect(await findLiveToken(token.secret, T0)).toBeNull()
    expect(await listApiTokens(userId, T0)).toEqual([])
    expect(await revokeApiToken(userId, token.id, T0)).toBe(false)
  })

  it('ends at its time', async () => {
    const { secret } = await newToken(userId, later(1000))
    expect(await findLiveToken(secret, later(999))).not.toBeNull()
    expect(await findLiveToken(secret, later(1000))).toBeNull()
    expect(await countApiTokens(userId, later(999))).toBe(2)
    expect(await countApiTokens(userId, later(1000))).toBe(1)
  })

  it('ends with the day of a demo user', async () => {
    const { secret } = await newToken(await createDemoRow(later(1000)))
    expect(await findLiveToken(secret, later(999))).not.toBeNull()
    expect(await findLiveToken(secret, later(1000))).toBeNull()
  })

  it('ends with its user', async () => {
    await removeUser(userId)
    expect(await findLiveToken(token.secret, T0)).toBeNull()
  })
})

describe('listApiTokens', () => {
  it('lists the live ones, newest first, without what opens the door', async () => {
    const newest = await newToken(userId, later(9000), later(1000))
    const listed = await listApiTokens(userId, later(1000))
    expect(listed.map(({ id }) => id)).toEqual([newest.id, token.id])
    expect(listed[0]).toEqual({
      ...{ id: newest.id, name: 'Script', prefix: newest.secret.slice(0, 10) },
      ...{ createdAt: later(1000), lastUsedAt: null, expiresAt: later(9000) },
    })
  })
})

describe('touchApiToken', () => {
  const lastUsed = async () => (await db().apiToken.findUniqueOrThrow({ where: { id: token.id } })).lastUsedAt

  it('writes the first use, then only every few minutes', async () => {
    await touchApiToken(userId, token.id, null, T0)
    expect(await lastUsed()).toEqual(T0)
    await touchApiToken(userId, token.id, T0, later(TOKEN_TOUCH_MS - 1))
    expect(await lastUsed()).toEqual(T0)
    await touchApiToken(userId, token.id, T0, later(TOKEN_TOUCH_MS))
    expect(await lastUsed()).toEqual(later(TOKEN_TOUCH_MS))
  })
})

describe('a stranger', () => {
  it('can neither list, count, revoke nor touch the tokens of another user', async () => {
    const stranger = await newUser()
    expect(await listApiTokens(stranger, T0)).toEqual([])
    expect(await countApiTokens(stranger, T0)).toBe(0)
    expect(await revokeApiToken(stranger, token.id, T0)).toBe(false)
    await touchApiToken(stranger, token.id, null, T0)
    expect(await findLiveToken(token.secret, T0)).toEqual({ id: token.id, userId, lastUsedAt: null })
  })
})
