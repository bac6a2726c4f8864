import { describe, expect, it } from 'vitest'
import { HASHES_AT_ONCE, HASHES_IN_LINE, HashQueueFull, inTurn } from '@/lib/flows/hash-queue'

/** Work that ends when told to. */
function someWork() {
  const ends: (() => void)[] = []
  let most = 0
  let running = 0
  const work = async () => {
    running++
    most = Math.max(most, running)
    await new Promise<void>((end) => ends.push(end))
    running--
  }
  return { work, ends, most: () => most }
}

const breathe = () => new Promise((resolve) => setImmediate(resolve))

describe('inTurn', () => {
  it('runs two at once, turns callers away when too many wait, and recovers', async () => {
    const { work, ends, most } = someWork()
    const room = HASHES_AT_ONCE + HASHES_IN_LINE
    const crowd = Promise.allSettled(Array.from({ length: room + 5 }, () => inTurn(work)))
    for (let done = 0; done < room; done++) {
      await breathe()
      ends[done]?.()
    }
    const settled = await crowd
    const refused = settled.filter((one) => one.status === 'rejected')
    expect(refused.map((one) => one.reason instanceof HashQueueFull)).toEqual(Array(5).fill(true))
    expect(ends.length).toBe(room)
    expect(most()).toBe(HASHES_AT_ONCE)
    expect(await inTurn(async () => 'again')).toBe('again')
  })

  it('gives the place back after a failure', async () => {
    const failing = () => inTurn(() => Promise.reject(new Error('broken')))
    for (let i = 0; i < HASHES_AT_ONCE + HASHES_IN_LINE; i++) await expect(failing()).rejects.toThrow('broken')
    expect(await inTurn(async () => 'still')).toBe('still')
  })
})
