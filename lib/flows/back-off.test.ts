import { describe, expect, it } from 'vitest'
import { newFeedState } from '@/lib/db/feed-states'
import { later, T0 } from '@/lib/db/test-clock'
import { afterFailure, afterSuccess, isOpen } from '@/lib/flows/back-off'

const MINUTE = 60_000
const fail = (
  times: number,
  kind: 'network' | 'refused' | 'badKey' | 'rateLimited' = 'network',
  retryAfter?: number,
) => {
  let state = newFeedState('fredCsv')
  const failure = { kind, detail: '', ...(retryAfter === undefined ? {} : { retryAfter }) }
  for (let i = 0; i < times; i += 1) state = afterFailure(state, failure, T0)
  return state
}
const pauseOf = (state: ReturnType<typeof fail>) => (state.nextTryAt?.getTime() ?? T0.getTime()) - T0.getTime()

describe('a feed that fails', () => {
  it('is left alone longer each time from the third on, up to six hours', () => {
    expect([1, 2, 3, 4, 5, 20].map((times) => pauseOf(fail(times)) / MINUTE)).toEqual([0, 0, 1, 2, 4, 360])
    expect(isOpen(fail(3), later(MINUTE - 1))).toBe(false)
    expect(isOpen(fail(3), later(MINUTE))).toBe(true)
  })

  it('is left alone for as long as it asks, at once', () => {
    expect(pauseOf(fail(1, 'rateLimited', 300))).toBe(5 * MINUTE)
    expect(pauseOf(fail(1, 'rateLimited'))).toBe(MINUTE)
    expect(pauseOf(fail(9, 'rateLimited', 1))).toBe(64 * MINUTE)
  })

  it('is not blamed for one series or one key', () => {
    expect(fail(9, 'refused')).toMatchObject({ failures: 0, failingSince: null, nextTryAt: null })
    expect(fail(9, 'badKey')).toMatchObject({ failures: 0, failingSince: null, nextTryAt: null })
  })

  it('is forgiven by one answer', () => {
    expect(afterSuccess(fail(7), T0)).toEqual({ ...newFeedState('fredCsv'), lastTriedAt: T0, lastGoodAt: T0 })
  })
})
