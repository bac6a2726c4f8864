import { beforeEach, describe, expect, it, vi } from 'vitest'
import { attemptSignIn } from '@/lib/auth/sign-in-attempt'
import type { Limit } from '@/lib/db/rate-limits'

const state = vi.hoisted(() => ({
  counts: new Map<string, number>(),
  address: '',
  cookies: new Map<string, string>(),
}))

vi.mock('@/lib/env', () => ({
  env: () => ({ NEXTAUTH_SECRET: 'x'.repeat(32), NEXTAUTH_URL: 'http://localhost:3000' }),
}))
vi.mock('@/lib/auth/visitor', () => ({ presentVisitor: async () => ({ address: state.address, userAgent: '' }) }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (state.cookies.has(name) ? { value: state.cookies.get(name) } : undefined),
    set: (name: string, value: string) => state.cookies.set(name, value),
  }),
}))
vi.mock('@/lib/db/rate-limits', () => ({
  countAttempt: async (name: string, key: string, { points }: Limit) => {
    const count = (state.counts.get(name + key) ?? 0) + 1
    state.counts.set(name + key, count)
    return count > points ? 60_000 : 0
  },
  forgetAttempts: async (name: string, key: string) => void state.counts.delete(name + key),
  returnAttempt: async (name: string, key: string) =>
    void state.counts.set(name + key, (state.counts.get(name + key) ?? 0) - 1),
}))

const OWNER = 'owner@example.test'

beforeEach(() => {
  state.counts.clear()
  state.cookies.clear()
  state.address = '192.0.2.1'
})

const waits = async (times: number, email = OWNER) => {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await attemptSignIn(email)).wait)
  return all
}
const granted = (all: number[]) => all.filter((wait) => wait === 0).length

describe('attemptSignIn', () => {
  it('grants ten from one network at one account, and says how long to wait', async () => {
    const all = await waits(12)
    expect(granted(all)).toBe(10)
    expect(all.at(-1)).toBe(60)
    expect(granted(await waits(1, 'neighbour@example.test'))).toBe(1)
    state.address = '192.0.2.2'
    expect(granted(await waits(1))).toBe(1)
  })

  it('bounds what one network tries at many accounts', async () => {
    let all = 0
    for (let i = 0; i < 150; i++) all += granted(await waits(1, `user${i}@example.test`))
    expect(all).toBe(100)
  })

  it('bounds what many networks try at one account, and one network can’t use that up', async () => {
    await waits(1_000)
    state.address = '192.0.2.99'
    expect(granted(await waits(1))).toBe(1)
    let all = 0
    for (let i = 0; i < 50; i++) {
      state.address = `198.51.100.${i}`
      all += granted(await waits(10))
    }
    expect(all).toBe(89)
  })

  it('counts a browser that was signed in with apart from the strangers, for its account only', async () => {
    await (await attemptSignIn(OWNER)).succeeded()
    const kept = new Map(state.cookies)
    state.cookies.clear()
    await waits(12)
    expect(granted(await waits(1))).toBe(0)
    state.cookies = kept
    expect(granted(await waits(11))).toBe(10)
    await waits(12, 'neighbour@example.test')
    expect(granted(await waits(1, 'neighbour@example.test'))).toBe(0)
  })

  it('takes no device that it did not name itself', async () => {
    await (await attemptSignIn(OWNER)).succeeded()
    const [[name = '', value = ''] = []] = state.cookies
    await waits(12, OWNER)
    for (const forged of [`x${value}`, `${value}x`, value.replace('.', '..'), 'a.b', '.', '']) {
      state.cookies = new Map([[name, forged]])
      state.counts.clear()
      expect(granted(await waits(12)), forged).toBe(10)
      state.cookies = new Map([[name, forged]])
      expect(
        [...state.counts.keys()].some((key) => key.startsWith('device')),
        forged,
      ).toBe(false)
    }
  })

  it('forgets the failures after a success, and names nobody in what it keeps', async () => {
    await waits(9)
    await (await attemptSignIn(OWNER)).succeeded()
    state.cookies.clear()
    expect(granted(await waits(11))).toBe(10)
    expect([...state.counts.keys()].join()).not.toMatch(/owner|192\.0/)
  })
})
