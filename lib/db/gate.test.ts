import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseIsDown } from '@/lib/db/gate'

const state = vi.hoisted(() => ({
  idleCount: 0,
  lastFailureAt: 0,
  asked: 0,
  answer: async (): Promise<unknown> => ({}),
}))
vi.mock('@/lib/db/pool', () => ({
  pool: () => ({
    idleCount: state.idleCount,
    lastFailureAt: state.lastFailureAt,
    query: () => {
      state.asked += 1
      return state.answer()
    },
  }),
}))

let now = 1_000_000
afterEach(() => {
  now += 60_000
  Object.assign(state, { idleCount: 0, lastFailureAt: 0, asked: 0, answer: async () => ({}) })
})

describe('databaseIsDown', () => {
  it('asks nothing while a connection is at rest', async () => {
    state.idleCount = 1
    expect(await databaseIsDown(now)).toBe(false)
    expect(state.asked).toBe(0)
  })

  it('asks when none is, and believes the answer for a second', async () => {
    expect(await Promise.all([databaseIsDown(now), databaseIsDown(now), databaseIsDown(now + 900)])).toEqual([
      false,
      false,
      false,
    ])
    expect(state.asked).toBe(1)
    expect(await databaseIsDown(now + 1_100)).toBe(false)
    expect(state.asked).toBe(2)
  })

  it('asks when a connection broke a moment ago', async () => {
    Object.assign(state, { idleCount: 1, lastFailureAt: now - 1_000 })
    state.answer = async () => Promise.reject(new Error('refused'))
    expect(await databaseIsDown(now)).toBe(true)
  })

  it('does not wait longer than two seconds', async () => {
    vi.useFakeTimers()
    state.answer = () => new Promise(() => {})
    const down = databaseIsDown(now)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await down).toBe(true)
    vi.useRealTimers()
  })
})
