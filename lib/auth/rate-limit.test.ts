import { describe, expect, it } from 'vitest'
import { RateLimit } from '@/lib/auth/rate-limit'

const SECOND = 1000

describe('RateLimit', () => {
  it('grants a burst, then says how long to wait, then one for each refill', () => {
    const limit = new RateLimit(3, 60)
    expect([0, 0, 0, 0].map(() => limit.take('a', 0))).toEqual([0, 0, 0, 1])
    expect(limit.take('a', 0.5 * SECOND)).toBe(1)
    expect(limit.take('a', SECOND)).toBe(0)
    expect(limit.take('a', SECOND)).toBe(1)
  })

  it('names a wait after which it grants', () => {
    const limit = new RateLimit(1, 7)
    expect(limit.take('a', 0)).toBe(0)
    const wait = limit.take('a', 0)
    expect(wait).toBe(9)
    expect(limit.take('a', wait * SECOND)).toBe(0)
  })

  it('never saves up more than the burst', () => {
    const limit = new RateLimit(2, 60)
    limit.take('a', 0)
    const hour = 3600 * SECOND
    expect([0, 0, 0].map(() => limit.take('a', hour))).toEqual([0, 0, 1])
  })

  it('keeps keys apart, and does not mind a clock that goes back', () => {
    const limit = new RateLimit(1, 60)
    expect(limit.take('a', 10 * SECOND)).toBe(0)
    expect(limit.take('b', 10 * SECOND)).toBe(0)
    expect(limit.take('a', 0)).toBe(1)
  })

  it('forgets those who have not asked for long, and nobody else', () => {
    const limit = new RateLimit(1, 60)
    for (let i = 0; i < 10_000; i += 1) limit.take(`old ${i}`, 0)
    limit.take('new', 0.5 * SECOND)
    limit.take('one more', 1.2 * SECOND)
    expect(limit.take('new', 1.2 * SECOND)).toBe(1)
    expect(limit.take('old 1', 1.2 * SECOND)).toBe(0)
  })
})
