import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { countAttempt, forgetAttempts, removeExpiredRateLimits, returnAttempt } from '@/lib/db/rate-limits'

const LIMIT = { points: 3, seconds: 60 }
const take = (key: string) => countAttempt('test', key, LIMIT)
let key = ''

beforeEach(() => {
  key = crypto.randomUUID()
})
afterEach(() => vi.useRealTimers())

describe('countAttempt', () => {
  it('grants so many, then says how long to wait, for this key alone', async () => {
    for (let i = 0; i < LIMIT.points; i += 1) expect(await take(key)).toBe(0)
    const wait = await take(key)
    expect(wait).toBeGreaterThan(58_000)
    expect(wait).toBeLessThanOrEqual(60_000)
    expect(await take(`${key} of another`)).toBe(0)
    expect(await countAttempt('another name', key, LIMIT)).toBe(0)
  })

  it('grants no more to those who ask at the same moment', async () => {
    const waits = await Promise.all(Array.from({ length: 12 }, () => take(key)))
    expect(waits.filter((wait) => wait === 0).length).toBe(LIMIT.points)
  })

  it('begins anew when the time is over, however often it was asked meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let i = 0; i < 10; i += 1) await take(key)
    vi.setSystemTime(Date.now() + 59_000)
    expect(await take(key)).toBeGreaterThan(0)
    vi.setSystemTime(Date.now() + 1_100)
    expect(await take(key)).toBe(0)
  })

  it('goes on refusing in another process: the counts are rows', async () => {
    for (let i = 0; i <= LIMIT.points; i += 1) await take(key)
    vi.resetModules()
    const another = await import('@/lib/db/rate-limits')
    expect(another.countAttempt).not.toBe(countAttempt)
    expect(await another.countAttempt('test', key, LIMIT)).toBeGreaterThan(0)
  })

  it('throws, and refuses nobody, when the database fails', async () => {
    await expect(take(`${key}\0`)).rejects.toThrow(/invalid byte sequence|0x00/)
  })
})

describe('a good attempt', () => {
  it('clears the count, or gives back one', async () => {
    for (let i = 0; i < LIMIT.points; i += 1) await take(key)
    await returnAttempt('test', key, LIMIT)
    expect([await take(key), (await take(key)) > 0]).toEqual([0, true])
    await forgetAttempts('test', key, LIMIT)
    expect(await take(key)).toBe(0)
  })
})

describe('removeExpiredRateLimits', () => {
  it('leaves what still counts', async () => {
    await take(key)
    const rows = () => db().rateLimit.count({ where: { key: { contains: key } } })
    await removeExpiredRateLimits(new Date())
    expect(await rows()).toBe(1)
    expect(await removeExpiredRateLimits(new Date(Date.now() + 61_000))).toBeGreaterThan(0)
    expect(await rows()).toBe(0)
  })
})
