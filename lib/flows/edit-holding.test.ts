import { beforeEach, describe, expect, it } from 'vitest'
import { type IsoDate, ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { newTestBook, readTestBook, readTestRow, type TestBook } from '@/lib/db/test-book'
import { addHolding } from '@/lib/flows/add-holding'
import { editHolding } from '@/lib/flows/edit-holding'
import { removeHolding, restoreHolding } from '@/lib/flows/remove-holding'

const asOf = '2026-11-22' as IsoDate
let mine: TestBook
let other: TestBook

beforeEach(async () => {
  mine = await newTestBook()
  other = await newTestBook()
})

const target = (version = 1) => ({ portfolioId: mine.portfolioId, id: mine.holdingId, version })
const edit = (fields: object, version = 1) => editHolding(mine.userId, asOf, { ...target(version), fields })
const add = (symbol: string, id: string = crypto.randomUUID()) =>
  addHolding(mine.userId, asOf, { portfolioId: mine.portfolioId, id, accountId: mine.accountId, fields: { symbol } })

describe('editHolding', () => {
  it('saves a field exactly, with a new version of row and portfolio', async () => {
    const result = await edit({ quantity: '12.000000000000000001' })
    expect(result).toMatchObject({ ok: true, value: { quantity: 12n * ONE + 1n, version: 2 } })
    expect((await readTestBook(mine)).version).toBe(2)
    expect((await readTestRow(mine)).quantity).toBe(12n * ONE + 1n)
  })

  it('dates an edited price today, by hand', async () => {
    expect(await edit({ price: '101.5' })).toMatchObject({ value: { pricedOn: asOf, priceSource: 'manual' } })
  })

  it('stores each limit of trading in place of the one before', async () => {
    const limits = async () => {
      const { locked, noBuy, noSell } = await readTestRow(mine)
      return { locked, noBuy, noSell }
    }
    await edit({ trading: 'noBuy' })
    expect(await limits()).toEqual({ locked: false, noBuy: true })
    await edit({ trading: 'noSell' }, 2)
    expect(await limits()).toEqual({ locked: false, noSell: true })
    await edit({ trading: 'locked' }, 3)
    expect(await limits()).toEqual({ locked: true })
    await edit({ quantity: '11' }, 4)
    expect(await limits()).toEqual({ locked: true })
    await edit({ trading: 'free' }, 5)
    expect(await limits()).toEqual({ locked: false })
  })

  it('refuses a stale save with the row as it is, and changes nothing', async () => {
    await edit({ quantity: '11' })
    const stale = await edit({ quantity: '12' })
    expect(stale).toMatchObject({ ok: false, code: 'conflict', current: { quantity: 11n * ONE, version: 2 } })
    expect(await readTestRow(mine)).toMatchObject({ quantity: 11n * ONE, version: 2 })
    expect((await readTestBook(mine)).version).toBe(2)
  })

  it('lets exactly one of two equal saves win', async () => {
    const results = await Promise.all([edit({ quantity: '11' }), edit({ quantity: '12' })])
    expect(results.map((result) => result.ok).sort()).toEqual([false, true])
    expect((await readTestRow(mine)).version).toBe(2)
  })

  it.each(['userId', 'portfolioId'] as const)('is notFound with the %s of somebody else', async (field) => {
    const userId = field === 'userId' ? other.userId : mine.userId
    const portfolioId = field === 'portfolioId' ? other.portfolioId : mine.portfolioId
    const input = { ...target(), portfolioId, fields: { quantity: '99' } }
    expect(await editHolding(userId, asOf, input)).toMatchObject({ ok: false, code: 'notFound' })
    expect((await readTestRow(mine)).quantity).toBe(10n * ONE)
  })

  it('is notFound for the row of another portfolio, whoever asks', async () => {
    const input = { portfolioId: mine.portfolioId, id: other.holdingId, version: 1, fields: { quantity: '99' } }
    expect(await editHolding(mine.userId, asOf, input)).toMatchObject({ code: 'notFound' })
    expect((await readTestRow(other)).quantity).toBe(10n * ONE)
  })

  it('refuses bad texts by field and a symbol that the account has', async () => {
    expect(await edit({ quantity: '-1', price: '0' })).toMatchObject({
      code: 'invalid',
      fields: { quantity: 'holdings.problem.negative' },
    })
    await add('BND')
    expect(await edit({ symbol: 'bnd' })).toMatchObject({
      code: 'invalid',
      fields: { symbol: 'holdings.problem.duplicate' },
    })
    expect((await readTestRow(mine)).version).toBe(1)
  })

  it('gives another symbol its own name and step', async () => {
    await edit({ name: 'My fund' })
    const result = await edit({ symbol: 'btc-usd' }, 2)
    expect(result).toMatchObject({ value: { symbol: 'BTC', ownName: '', unit: ONE / 100_000_000n } })
  })
})

describe('addHolding', () => {
  it('fills in what the directory knows, at the end of the account', async () => {
    expect(await add(' brk/b ')).toMatchObject({
      value: { symbol: 'BRK.B', unit: ONE, quantity: 0n, price: null, position: 2 },
    })
    expect((await readTestRow(mine, 'BRK.B')).split).not.toBe(null)
  })

  it('adds one row when the same request comes twice, also at once', async () => {
    const id = crypto.randomUUID()
    const results = await Promise.all([add('BND', id), add('BND', id)])
    expect(results.map((result) => result.ok)).toEqual([true, true])
    expect((await readTestBook(mine)).holdings.map((row) => row.symbol)).toEqual(['VTI', 'BND'])
    expect((await readTestBook(mine)).version).toBe(2)
  })

  it('refuses a symbol that the account has, and takes it again after a removal', async () => {
    expect(await add('vti')).toMatchObject({ code: 'invalid', fields: { symbol: 'holdings.problem.duplicate' } })
    await removeHolding(mine.userId, target())
    expect(await add('vti')).toMatchObject({ ok: true })
  })

  it("is notFound for an id that is somebody else's row, and for somebody else's account", async () => {
    expect(await add('BND', other.holdingId)).toMatchObject({ code: 'notFound' })
    const input = {
      portfolioId: mine.portfolioId,
      id: crypto.randomUUID(),
      accountId: other.accountId,
      fields: { symbol: 'BND' },
    }
    expect(await addHolding(mine.userId, asOf, input)).toMatchObject({ code: 'notFound' })
    expect((await readTestBook(other)).holdings).toHaveLength(1)
  })
})

describe('removeHolding', () => {
  it('removes a row and brings it back as it was, with its lots', async () => {
    await db().lot.create({
      data: { holdingId: mine.holdingId, quantity: '4', unitCost: '50', acquiredOn: new Date('2020-01-02') },
    })
    const before = await readTestRow(mine)
    expect(await removeHolding(mine.userId, target())).toMatchObject({ ok: true })
    expect((await readTestBook(mine)).holdings).toEqual([])
    expect(await restoreHolding(mine.userId, target())).toMatchObject({ ok: true })
    expect(await readTestRow(mine)).toEqual({ ...before, version: 3 })
    expect(await restoreHolding(mine.userId, target())).toMatchObject({ ok: true, value: { version: 3 } })
  })

  it('is refused for a stale version and for other users', async () => {
    await edit({ quantity: '11' })
    expect(await removeHolding(mine.userId, target(1))).toMatchObject({ code: 'conflict', current: { version: 2 } })
    expect(await removeHolding(other.userId, target(2))).toMatchObject({ code: 'notFound' })
    await removeHolding(mine.userId, target(2))
    expect(await restoreHolding(other.userId, target())).toMatchObject({ code: 'notFound' })
  })

  it('does not bring back a symbol that the account has anew', async () => {
    await removeHolding(mine.userId, target())
    await add('VTI')
    expect(await restoreHolding(mine.userId, target())).toMatchObject({
      code: 'invalid',
      fields: { symbol: 'holdings.problem.duplicate' },
    })
  })
})
