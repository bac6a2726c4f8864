import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { armClock } from '@/lib/flows/round-clock'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('rings once a period while there is something to do, also when a round fails', async () => {
  let wanted = false
  const work = vi.fn(() => Promise.reject(new Error('no luck')))
  const rounds = { periodMs: 1000, wanted: async () => wanted, work }
  await armClock('test', rounds)
  await vi.advanceTimersByTimeAsync(5000)
  expect(work).not.toHaveBeenCalled()

  wanted = true
  await armClock('test', rounds, 100)
  await armClock('test', rounds)
  await vi.advanceTimersByTimeAsync(89)
  expect(work).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(22)
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(899)
  expect(work).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(202)
  expect(work).toHaveBeenCalledTimes(2)

  wanted = false
  await vi.advanceTimersByTimeAsync(5000)
  const rounded = work.mock.calls.length
  await vi.advanceTimersByTimeAsync(5000)
  expect(work).toHaveBeenCalledTimes(rounded)
})

it('has one timer for each name', async () => {
  const rounds = { periodMs: 1000, wanted: async () => true, work: async () => {} }
  await armClock('a', rounds)
  await armClock('a', rounds)
  await armClock('b', rounds)
  expect(vi.getTimerCount()).toBe(2)
})
