import { beforeEach, describe, expect, it } from 'vitest'
import { refusal, success } from '@/lib/core/action-result'
import { db } from '@/lib/db/client'
import { changeAllPortfolios, changePortfolio, nothingChanged } from '@/lib/db/portfolio-change'
import { newTestBook, readTestBook, type TestBook } from '@/lib/db/test-book'

let mine: TestBook
const version = async () => (await readTestBook(mine)).version
const rename = (name: string) => (tx: Pick<ReturnType<typeof db>, 'account'>) =>
  tx.account.updateMany({ where: { id: mine.accountId }, data: { name } })

beforeEach(async () => {
  mine = await newTestBook()
})

describe('changePortfolio', () => {
  it('raises the version by one and keeps what was written', async () => {
    const result = await changePortfolio(mine.userId, mine.portfolioId, async (tx) => {
      await rename('New')(tx)
      return success(7)
    })
    expect(result).toEqual({ ok: true, value: 7 })
    expect(await readTestBook(mine)).toMatchObject({ version: 2, accounts: [{ name: 'New' }] })
  })

  it.each([
    ['a refusal', () => refusal('invalid')],
    ['nothingChanged', () => nothingChanged(1)],
  ])('leaves nothing behind after %s', async (_, answer) => {
    await changePortfolio<unknown>(mine.userId, mine.portfolioId, async (tx) => {
      await rename('New')(tx)
      return answer()
    })
    expect(await readTestBook(mine)).toMatchObject({ version: 1, accounts: [{ name: 'Broker' }] })
  })

  it('leaves nothing behind after a throw, and passes it on', async () => {
    const run = changePortfolio(mine.userId, mine.portfolioId, async (tx) => {
      await rename('New')(tx)
      throw new Error('bug')
    })
    await expect(run).rejects.toThrow('bug')
    expect(await version()).toBe(1)
  })

  it('answers notFound for another user, an unknown and a deleted portfolio, and does not run', async () => {
    const other = await newTestBook()
    const run = () => Promise.reject(new Error('must not run'))
    expect(await changePortfolio(other.userId, mine.portfolioId, run)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await changePortfolio(mine.userId, crypto.randomUUID(), run)).toMatchObject({ code: 'notFound' })
    await db().portfolio.update({ where: { id: mine.portfolioId }, data: { deletedAt: new Date() } })
    expect(await changePortfolio(mine.userId, mine.portfolioId, run)).toMatchObject({ code: 'notFound' })
  })

  it('counts every one of many changes at once', async () => {
    const changes = Array.from({ length: 12 }, () =>
      changePortfolio(mine.userId, mine.portfolioId, async () => success()),
    )
    const results = await Promise.all(changes)
    expect(results.every((result) => result.ok)).toBe(true)
    expect(await version()).toBe(13)
  })
})

describe('changeAllPortfolios', () => {
  it("raises the version of all of the user's portfolios and of nobody else's", async () => {
    const other = await newTestBook()
    await db().portfolio.create({ data: { userId: mine.userId, name: 'Second' } })
    await changeAllPortfolios(mine.userId, async () => success())
    const rows = await db().portfolio.findMany({ where: { userId: { in: [mine.userId, other.userId] } } })
    expect(rows.map((row) => [row.userId === mine.userId, row.version]).sort()).toEqual([
      [false, 1],
      [true, 2],
      [true, 2],
    ])
  })
})
