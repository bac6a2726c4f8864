import { beforeEach, describe, expect, it } from 'vitest'
import type { HoldingRow } from '@/lib/core/book'
import { type IsoDate, ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { newTestBook, readTestBook, type TestBook } from '@/lib/db/test-book'
import { editHolding } from '@/lib/flows/edit-holding'
import { importPaste, type Paste, previewPaste } from '@/lib/flows/paste-holdings'
import { undoImport } from '@/lib/flows/undo-import'

const asOf = '2026-11-22' as IsoDate
const BLOCK = 'Symbol\tShares\tPrice\nVTI\t12\t101\nBND\t5\t70.25\nNEWCO\t3\t\nBND\t1\t70.25\nTLT\tx\t90\n'
let mine: TestBook

beforeEach(async () => {
  mine = await newTestBook()
})

const paste = (text = BLOCK): Paste => ({
  portfolioId: mine.portfolioId,
  text,
  accountId: mine.accountId,
  roles: null,
  header: null,
})
const run = (version = 1, text = BLOCK) => importPaste(mine.userId, asOf, { ...paste(text), version })
const shape = (rows: HoldingRow[]) => rows.map((row) => [row.symbol, row.quantity / ONE, row.version])

async function imported() {
  const result = await run()
  if (!result.ok) throw new Error(result.code)
  return result.value
}

describe('previewPaste', () => {
  it('says what would become of every line, and stores nothing', async () => {
    const result = await previewPaste(mine.userId, asOf, paste())
    if (!result.ok) throw new Error(result.code)
    expect(result.value).toMatchObject({ version: 1, header: true, roles: ['symbol', 'quantity', 'price'] })
    expect(result.value.rows.map((row) => row.outcome)).toEqual(['update', 'add', 'add', 'merged', 'rejected'])
    expect(shape((await readTestBook(mine)).holdings)).toEqual([['VTI', 10n, 1]])
    expect((await readTestBook(mine)).version).toBe(1)
  })

  it('is notFound for other users, and says why a text cannot be read', async () => {
    const other = await newTestBook()
    expect(await previewPaste(other.userId, asOf, paste())).toMatchObject({ code: 'notFound' })
    expect(await previewPaste(mine.userId, asOf, paste(' \n'))).toMatchObject({
      fields: { text: 'holdings.paste.problem.empty' },
    })
  })
})

describe('importPaste', () => {
  it('stores exactly what the preview said, as one change', async () => {
    expect(await imported()).toMatchObject({ added: 2, updated: 1, unclassified: ['NEWCO'] })
    const book = await readTestBook(mine)
    expect(shape(book.holdings)).toEqual([
      ['VTI', 12n, 2],
      ['BND', 6n, 1],
      ['NEWCO', 3n, 1],
    ])
    expect(book.holdings[1]).toMatchObject({ price: (ONE * 7025n) / 100n, pricedOn: asOf, priceSource: 'pasted' })
    expect(book.version).toBe(2)
  })

  it('changes nothing when it comes twice, or finds the book moved on', async () => {
    const results = await Promise.all([run(), run()])
    expect(results.map((result) => result.ok).sort()).toEqual([false, true])
    expect(results.find((result) => !result.ok)).toMatchObject({ code: 'conflict', current: { version: 2 } })
    expect((await readTestBook(mine)).version).toBe(2)
    const again = await run(2, 'VTI\t12\nBND\t6\n')
    expect(again).toMatchObject({ ok: true, value: { added: 0, updated: 0 } })
    expect((await readTestBook(mine)).version).toBe(2)
  })

  it('stores nothing when any of it fails', async () => {
    await db().$executeRaw`ALTER TABLE "Holding" ADD CONSTRAINT "refuse" CHECK (symbol <> 'NEWCO') NOT VALID`
    await expect(run()).rejects.toThrow()
    await db().$executeRaw`ALTER TABLE "Holding" DROP CONSTRAINT "refuse"`
    expect(shape((await readTestBook(mine)).holdings)).toEqual([['VTI', 10n, 1]])
    expect((await readTestBook(mine)).version).toBe(1)
  })

  it('is notFound for other users', async () => {
    const other = await newTestBook()
    expect(await importPaste(other.userId, asOf, { ...paste(), version: 1 })).toMatchObject({ code: 'notFound' })
    const into = { ...paste(), accountId: other.accountId, version: 1 }
    expect(await importPaste(mine.userId, asOf, into)).toMatchObject({ ok: true, value: { added: 0, updated: 0 } })
    expect((await readTestBook(other)).holdings).toHaveLength(1)
  })

  it('takes two thousand lines in one change', async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `S${i}\t${i}\t1.5`).join('\n')
    expect(await run(1, `Symbol\tQuantity\tPrice\n${text}`)).toMatchObject({ ok: true, value: { added: 2000 } })
    const more = text.replaceAll('1.5', '2.5')
    const second = await run(2, `Symbol\tQuantity\tPrice\n${more}`)
    expect(second).toMatchObject({ ok: true, value: { updated: 2000 } })
    if (second.ok)
      expect(
        await undoImport(mine.userId, asOf, { portfolioId: mine.portfolioId, undo: second.value.undo }),
      ).toMatchObject({ ok: true })
  })
})

describe('undoImport', () => {
  it('brings the former state back exactly', async () => {
    const before = (await readTestBook(mine)).holdings
    const { undo } = await imported()
    expect(await undoImport(mine.userId, asOf, { portfolioId: mine.portfolioId, undo })).toMatchObject({ ok: true })
    const after = (await readTestBook(mine)).holdings
    expect(after).toEqual(before.map((row) => ({ ...row, version: row.version + 2 })))
  })

  it('is refused when one of its rows has changed since, and does nothing', async () => {
    const { undo } = await imported()
    await editHolding(mine.userId, asOf, {
      portfolioId: mine.portfolioId,
      id: mine.holdingId,
      version: 2,
      fields: { quantity: '13' },
    })
    expect(await undoImport(mine.userId, asOf, { portfolioId: mine.portfolioId, undo })).toMatchObject({
      code: 'conflict',
    })
    expect(shape((await readTestBook(mine)).holdings)).toEqual([
      ['VTI', 13n, 3],
      ['BND', 6n, 1],
      ['NEWCO', 3n, 1],
    ])
  })

  it('is notFound for other users and refuses what it cannot read', async () => {
    const other = await newTestBook()
    const { undo } = await imported()
    expect(await undoImport(other.userId, asOf, { portfolioId: mine.portfolioId, undo })).toMatchObject({
      code: 'notFound',
    })
    expect(await undoImport(other.userId, asOf, { portfolioId: other.portfolioId, undo })).toMatchObject({
      code: 'conflict',
    })
    const bad = {
      ...undo,
      updated: undo.updated.map((row) => ({ ...row, former: { ...row.former, quantity: '1e5' } })),
    }
    expect(await undoImport(mine.userId, asOf, { portfolioId: mine.portfolioId, undo: bad })).toMatchObject({
      code: 'invalid',
    })
  })
})
