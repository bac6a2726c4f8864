import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import { consumeLink, findLink, makeLink, removeOldLinks, voidLinks } from '@/lib/db/one-time-links'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'

const HOUR = 3_600_000

describe('a link', () => {
  it('says whose it is until it is used, and once', async () => {
    const userId = await newUser()
    const secret = await makeLink('reset', { userId, email: 'a@example.test', note: 'n' }, HOUR, T0)
    expect(secret).toMatch(/^[\w-]{43}$/)
    const link = { userId, email: 'a@example.test', note: 'n' }
    expect(await findLink('reset', secret, later(1))).toMatchObject(link)
    expect(await findLink('reset', secret, later(1))).toMatchObject(link)
    expect(await consumeLink('reset', secret, later(2))).toMatchObject(link)
    expect(await consumeLink('reset', secret, later(3))).toBeNull()
    expect(await findLink('reset', secret, later(3))).toBeNull()
  })

  it('is used by one of many who try at the same moment', async () => {
    const secret = await makeLink('verify', { userId: await newUser() }, HOUR, T0)
    const tries = await Promise.all(Array.from({ length: 20 }, () => consumeLink('verify', secret, later(1))))
    expect(tries.filter(Boolean)).toHaveLength(1)
  })

  it('stays when the transaction that used it fails', async () => {
    const secret = await makeLink('verify', { userId: await newUser() }, HOUR, T0)
    const failed = db().$transaction(async (tx) => {
      expect(await consumeLink('verify', secret, later(1), tx)).not.toBeNull()
      throw new Error('the rest failed')
    })
    await expect(failed).rejects.toThrow('the rest failed')
    expect(await findLink('verify', secret, later(1))).not.toBeNull()
  })

  it('ends with its time', async () => {
    const secret = await makeLink('reset', { userId: await newUser() }, HOUR, T0)
    expect(await findLink('reset', secret, later(HOUR - 1))).not.toBeNull()
    expect(await findLink('reset', secret, later(HOUR))).toBeNull()
    expect(await consumeLink('reset', secret, later(HOUR))).toBeNull()
  })

  it('serves no other purpose', async () => {
    const secret = await makeLink('verify', { userId: await newUser() }, HOUR, T0)
    expect(await findLink('reset', secret, T0)).toBeNull()
    expect(await consumeLink('reset', secret, T0)).toBeNull()
    expect(await consumeLink('verify', secret, T0)).not.toBeNull()
  })

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(100_000), "' or 1=1 --", '\u0000'])(
    'is not found under %j',
    async (text) => {
      expect(await findLink('reset', text, T0)).toBeNull()
      expect(await consumeLink('reset', text, T0)).toBeNull()
    },
  )

  it('is kept as a hash only', async () => {
    const userId = await newUser()
    const secret = await makeLink('reset', { userId }, HOUR, T0)
    const rows = await db().oneTimeLink.findMany({ where: { userId } })
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})

describe('voidLinks', () => {
  it("takes a user's unused ones of the kind, and nobody else's", async () => {
    const [userId, neighbour] = [await newUser(), await newUser()]
    const old = await makeLink('reset', { userId }, HOUR, T0)
    const verify = await makeLink('verify', { userId }, HOUR, T0)
    const theirs = await makeLink('reset', { userId: neighbour }, HOUR, T0)
    expect(await voidLinks(userId, 'reset')).toBe(1)
    expect(await findLink('reset', old, T0)).toBeNull()
    expect(await findLink('verify', verify, T0)).not.toBeNull()
    expect(await findLink('reset', theirs, T0)).not.toBeNull()
    expect(await voidLinks(userId)).toBe(1)
    expect(await findLink('verify', verify, T0)).toBeNull()
  })
})

describe('removeOldLinks', () => {
  it('removes what ended before, and nothing that can be used', async () => {
    const userId = await newUser()
    const over = await makeLink('reset', { userId }, HOUR, T0)
    const live = await makeLink('reset', { userId }, 3 * HOUR, T0)
    await removeOldLinks(later(2 * HOUR))
    expect(await db().oneTimeLink.count({ where: { userId } })).toBe(1)
    expect(await findLink('reset', live, later(2 * HOUR))).not.toBeNull()
    expect(await findLink('reset', over, later(HOUR - 1))).toBeNull()
  })
})
