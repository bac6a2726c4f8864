import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/client'
import {
  createPortfolio,
  deletePortfolio,
  findPortfolio,
  listPortfolios,
  renamePortfolio,
  restorePortfolio,
  setLastPortfolio,
} from '@/lib/db/portfolios'
import { newUser } from '@/lib/db/test-users'

const NOW = new Date('2026-11-22T12:00:00Z')

let userId: string
let strangerId: string

beforeEach(async () => {
  userId = await newUser()
  strangerId = await newUser()
})

async function made(name: string, owner = userId): Promise<string> {
  const id = crypto.randomUUID()
  expect(await createPortfolio(owner, { id, name })).toMatchObject({ ok: true, value: { id, name } })
  return id
}

describe('createPortfolio', () => {
  it('makes one portfolio of a request that comes twice, even at the same moment', async () => {
    const id = crypto.randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => createPortfolio(userId, { id, name: 'Family' })))
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true])
    expect(await listPortfolios(userId)).toHaveLength(1)
  })

  it('gives away nothing under another user’s id', async () => {
    const id = await made('Theirs', strangerId)
    expect(await createPortfolio(userId, { id, name: 'Mine' })).toEqual({ ok: false, code: 'notFound' })
    expect(await findPortfolio(strangerId, id)).toMatchObject({ name: 'Theirs' })
  })
})

describe('findPortfolio', () => {
  it('finds the user’s own', async () => {
    const id = await made('Family')
    expect(await findPortfolio(userId, id)).toMatchObject({ id, name: 'Family', riskLevel: 'balanced', version: 1 })
  })

  it.each(['', 'x', 'portfolios', '../', crypto.randomUUID(), "' or 1=1 --"])('answers null for %j', async (id) => {
    expect(await findPortfolio(userId, id)).toBeNull()
  })

  it('answers null for another’s and for a deleted one', async () => {
    const theirs = await made('Theirs', strangerId)
    const gone = await made('Gone')
    await deletePortfolio(userId, gone, NOW)
    expect([await findPortfolio(userId, theirs), await findPortfolio(userId, gone)]).toEqual([null, null])
  })
})

describe('listPortfolios', () => {
  it('lists the user’s own, the last changed first', async () => {
    const first = await made('First')
    const second = await made('Second')
    await made('Theirs', strangerId)
    await db().portfolio.update({ where: { id: second }, data: { updatedAt: new Date('2026-01-01') } })
    expect((await listPortfolios(userId)).map(({ id }) => id)).toEqual([first, second])
  })
})

describe('renamePortfolio', () => {
  it('renames and raises the version', async () => {
    const id = await made('Old')
    expect(await renamePortfolio(userId, { id, name: 'New', seenName: 'Old' })).toMatchObject({ ok: true })
    expect(await findPortfolio(userId, id)).toMatchObject({ name: 'New', version: 2 })
  })

  it('refuses when the name has changed meanwhile, and says to what', async () => {
    const id = await made('Old')
    await renamePortfolio(userId, { id, name: 'Theirs', seenName: 'Old' })
    const stale = await renamePortfolio(userId, { id, name: 'Mine', seenName: 'Old' })
    expect(stale).toEqual({ ok: false, code: 'conflict', current: 'Theirs' })
    expect(await findPortfolio(userId, id)).toMatchObject({ name: 'Theirs', version: 2 })
  })

  it('takes one of two at the same moment', async () => {
    const id = await made('Old')
    const both = ['A', 'B'].map((name) => renamePortfolio(userId, { id, name, seenName: 'Old' }))
    const answers = (await Promise.all(both)).map((answer) => answer.ok)
    expect(answers.sort()).toEqual([false, true])
  })

  it('takes the same request twice', async () => {
    const id = await made('Old')
    for (const _ of [1, 2])
      expect(await renamePortfolio(userId, { id, name: 'New', seenName: 'Old' })).toMatchObject({ ok: true })
  })

  it('does not reach another’s', async () => {
    const id = await made('Theirs', strangerId)
    const answer = await renamePortfolio(userId, { id, name: 'Mine', seenName: 'Theirs' })
    expect(answer).toEqual({ ok: false, code: 'notFound' })
    expect(await findPortfolio(strangerId, id)).toMatchObject({ name: 'Theirs' })
  })
})

describe('deletePortfolio and restorePortfolio', () => {
  it('undo each other, once or twice', async () => {
    const id = await made('Family')
    for (const _ of [1, 2]) expect(await deletePortfolio(userId, id, NOW)).toEqual({ ok: true, value: undefined })
    expect(await listPortfolios(userId)).toEqual([])
    for (const _ of [1, 2]) expect(await restorePortfolio(userId, id)).toEqual({ ok: true, value: undefined })
    expect(await findPortfolio(userId, id)).toMatchObject({ name: 'Family' })
  })

  it('do not reach another’s', async () => {
    const id = await made('Theirs', strangerId)
    expect(await deletePortfolio(userId, id, NOW)).toEqual({ ok: false, code: 'notFound' })
    await deletePortfolio(strangerId, id, NOW)
    expect(await restorePortfolio(userId, id)).toEqual({ ok: false, code: 'notFound' })
    expect(await findPortfolio(strangerId, id)).toBeNull()
  })
})

describe('setLastPortfolio', () => {
  const last = async () => (await db().user.findUniqueOrThrow({ where: { id: userId } })).lastPortfolioId

  it('remembers the user’s own and no other', async () => {
    const mine = await made('Mine')
    await setLastPortfolio(userId, mine)
    await setLastPortfolio(userId, await made('Theirs', strangerId))
    expect(await last()).toBe(mine)
  })
})
