import { describe, expect, it } from 'vitest'
import { addSecurityEvent, listSecurityEvents, removeOldEvents } from '@/lib/db/security-events'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'

const VISITOR = { address: '192.0.2.1', userAgent: 'Test' }

async function addMany(userId: string, moments: readonly number[]): Promise<void> {
  for (const ms of moments) await addSecurityEvent(userId, { kind: 'signedIn', at: later(ms), visitor: VISITOR })
}

/** Every page of a log, one after the other. */
async function readPages(userId: string, size: number): Promise<string[][]> {
  const pages: string[][] = []
  let before: string | undefined
  for (;;) {
    const page = (await listSecurityEvents(userId, size, before)).map(({ id }) => id)
    if (page.length === 0) return pages
    pages.push(page)
    before = page.at(-1)
  }
}

describe('listSecurityEvents', () => {
  it('gives what was written, newest first, with a cut user agent', async () => {
    const userId = await newUser()
    const visitor = { address: '2001:db8::/64', userAgent: 'x'.repeat(5000) }
    await addSecurityEvent(userId, { kind: 'tokenCreated', at: T0, visitor, detail: { name: 'Mine' } })
    await addMany(userId, [1])
    const [newest, oldest] = await listSecurityEvents(userId, 50)
    expect(newest).toMatchObject({ kind: 'signedIn', at: later(1), detail: {}, ...VISITOR })
    expect(oldest).toMatchObject({ kind: 'tokenCreated', at: T0, address: '2001:db8::/64', detail: { name: 'Mine' } })
    expect(oldest?.userAgent).toHaveLength(300)
  })

  it('goes back page by page without losing or repeating one, even where several have the same moment', async () => {
    const userId = await newUser()
    await addMany(userId, [5, 5, 5, 5, 1, 9, 9])
    const pages = await readPages(userId, 2)
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1])
    expect(pages.flat()).toEqual((await listSecurityEvents(userId, 50)).map(({ id }) => id))
    expect(new Set(pages.flat()).size).toBe(7)
  })

  it("shows nobody another's events, nor anything before them", async () => {
    const [userId, stranger] = [await newUser(), await newUser()]
    await addMany(userId, [1, 2])
    await addMany(stranger, [0])
    const [theirs] = await listSecurityEvents(userId, 1)
    expect(await listSecurityEvents(stranger, 50, theirs?.id)).toEqual([])
    expect(await listSecurityEvents(stranger, 50)).toHaveLength(1)
  })
})

describe('removeOldEvents', () => {
  it('removes what is older, and nothing else', async () => {
    const userId = await newUser()
    await addMany(userId, [0, 10])
    await removeOldEvents(later(10))
    expect((await listSecurityEvents(userId, 50)).map(({ at }) => at)).toEqual([later(10)])
  })
})
