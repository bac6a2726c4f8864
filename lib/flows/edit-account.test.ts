import { beforeEach, describe, expect, it } from 'vitest'
import { newTestBook, readTestBook, type TestBook } from '@/lib/db/test-book'
import { addAccount, editAccount, orderAccounts, removeAccount, restoreAccount } from '@/lib/flows/edit-account'

let mine: TestBook
let other: TestBook

beforeEach(async () => {
  mine = await newTestBook()
  other = await newTestBook()
})

const at = (version = 1) => ({ portfolioId: mine.portfolioId, id: mine.accountId, version })
const add = (name: string, id: string = crypto.randomUUID(), portfolioId = mine.portfolioId) =>
  addAccount(mine.userId, { portfolioId, id, fields: { name, tax: 'free', cash: '-5.25' } })
const names = async () => (await readTestBook(mine)).accounts.map((row) => row.name)

describe('accounts', () => {
  it('are added below the others, once for one id', async () => {
    const id = crypto.randomUUID()
    const results = await Promise.all([add('Roth', id), add('Roth', id)])
    expect(results).toMatchObject([
      { ok: true },
      { ok: true, value: { name: 'Roth', tax: 'free', cash: -525n, reserve: 0n } },
    ])
    expect(await names()).toEqual(['Broker', 'Roth'])
  })

  it('do not share a name', async () => {
    expect(await add(' broker ')).toMatchObject({ code: 'invalid', fields: { name: 'holdings.problem.sameName' } })
    expect(await editAccount(mine.userId, { ...at(), fields: { name: 'BROKER' } })).toMatchObject({ ok: true })
  })

  it('are edited by version', async () => {
    expect(await editAccount(mine.userId, { ...at(), fields: { cash: '7', reserve: '2' } })).toMatchObject({
      value: { cash: 700n, reserve: 200n, version: 2 },
    })
    expect(await editAccount(mine.userId, { ...at(), fields: { cash: '8' } })).toMatchObject({
      code: 'conflict',
      current: { cash: 700n },
    })
    expect(await editAccount(mine.userId, { ...at(2), fields: { cash: '1.005' } })).toMatchObject({
      fields: { cash: 'holdings.problem.tooPrecise' },
    })
    expect((await readTestBook(mine)).version).toBe(2)
  })

  it('are removed with what they hold, and come back with it', async () => {
    expect(await removeAccount(mine.userId, at())).toMatchObject({ ok: true })
    expect(await readTestBook(mine)).toMatchObject({ accounts: [], holdings: [] })
    expect(await restoreAccount(mine.userId, at())).toMatchObject({ ok: true, value: { version: 3 } })
    expect((await readTestBook(mine)).holdings).toHaveLength(1)
  })

  it('are put in order', async () => {
    await add('Roth')
    const ids = (await readTestBook(mine)).accounts.map((row) => row.id).reverse()
    expect(await orderAccounts(mine.userId, { portfolioId: mine.portfolioId, ids })).toMatchObject({ ok: true })
    expect(await names()).toEqual(['Roth', 'Broker'])
    expect(await orderAccounts(mine.userId, { portfolioId: mine.portfolioId, ids: ids.slice(1) })).toMatchObject({
      code: 'conflict',
    })
  })

  it('are nobody else’s', async () => {
    const theirs = { ...at(), portfolioId: mine.portfolioId }
    expect(await editAccount(other.userId, { ...theirs, fields: { name: 'x' } })).toMatchObject({ code: 'notFound' })
    expect(await removeAccount(other.userId, theirs)).toMatchObject({ code: 'notFound' })
    expect(await restoreAccount(other.userId, theirs)).toMatchObject({ code: 'notFound' })
    expect(await orderAccounts(other.userId, { portfolioId: mine.portfolioId, ids: [mine.accountId] })).toMatchObject({
      code: 'notFound',
    })
    expect(await add('x', crypto.randomUUID(), other.portfolioId)).toMatchObject({ code: 'notFound' })
    expect(await add('x', other.accountId)).toMatchObject({ code: 'notFound' })
    const own = { portfolioId: other.portfolioId, id: mine.accountId, version: 1 }
    expect(await editAccount(other.userId, { ...own, fields: { name: 'x' } })).toMatchObject({ code: 'notFound' })
    expect(await names()).toEqual(['Broker'])
  })
})
