import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findTokenUser } from '@/lib/auth/bearer'

const SECRET = `tdm_${'a'.repeat(43)}`
const found = vi.hoisted(() => ({ asked: [] as string[], touched: 0 }))
vi.mock('@/lib/db/api-tokens', () => ({
  findLiveToken: async (secret: string) => {
    found.asked.push(secret)
    return secret === `tdm_${'a'.repeat(43)}` ? { id: 't', userId: 'u', lastUsedAt: null } : null
  },
  touchApiToken: async () => {
    found.touched += 1
  },
}))

const by = (authorization?: string) =>
  findTokenUser(new Headers(authorization === undefined ? {} : { authorization }), new Date(0))

beforeEach(() => {
  found.asked = []
  found.touched = 0
})

describe('findTokenUser', () => {
  it.each([`Bearer ${SECRET}`, `bearer  ${SECRET}`])('knows the owner by %s', async (header) => {
    expect(await by(header)).toEqual({ userId: 'u', tokenId: 't' })
    expect(found.touched).toBe(1)
  })

  it.each([
    undefined,
    '',
    SECRET,
    `Basic ${SECRET}`,
    `Bearer ${SECRET}x`,
    'Bearer tdm_',
    `Bearer x${SECRET}`,
    `Bearer ${SECRET} x`,
  ])('does not ask for %j', async (header) => {
    expect(await by(header)).toBeNull()
    expect(found.asked).toEqual([])
  })

  it('is nobody for a token that is not live', async () => {
    expect(await by(`Bearer tdm_${'b'.repeat(43)}`)).toBeNull()
    expect(found.touched).toBe(0)
  })
})
