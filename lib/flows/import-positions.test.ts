import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Book } from '@/lib/core/book'
import { type ImportChoices, type Mapping, NO_CHOICES } from '@/lib/core/positions-import'
import { type IsoDate, ONE } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { listAccountLinks, listPositionsImports } from '@/lib/db/positions-imports'
import { newTestBook, readTestBook, type TestBook } from '@/lib/db/test-book'
import { editHolding } from '@/lib/flows/edit-holding'
import { editLots } from '@/lib/flows/edit-lots'
import { importPositions } from '@/lib/flows/import-positions'
import { type ImportRequest, previewImport } from '@/lib/flows/preview-import'
import { undoPositionsImport } from '@/lib/flows/undo-positions-import'

const asOf = '2026-11-22' as IsoDate
const at = new Date('2026-11-22T10:00:00Z')
const FILE = `Account Name,Symbol,Name,Quantity,Price,Value,Cost per share,Currency
Broker,VTI,Total Market,12,100,1200,80,USD
Broker,BND,Bonds,5,70.25,351.25,72,USD
Roth IRA,VTI,Total Market,3,100,300,90,USD
Roth IRA,NEWCO,New Company,4,10,40,,USD
Roth IRA,NEWCO,New Company,2,10,20,,USD
Roth IRA,Cash,,,,250.10,,USD
Broker,TLT,Long Bonds,x,90,90,,USD
`
let mine: TestBook

beforeEach(async () => {
  mine = await newTestBook()
})

const request = (text = FILE, choices: Partial<ImportChoices> = {}, of = mine): ImportRequest => ({
  portfolioId: of.portfolioId,
  files: [{ name: 'list.csv', bytes: new TextEncoder().encode(text) }],
  choices: { ...NO_CHOICES, ...choices },
  mappings: new Map(),
})

const run = (version: number, text = FILE, choices: Partial<ImportChoices> = {}, importId: string = randomUUID()) =>
  importPositions(mine.userId, asOf, { ...request(text, choices), version, importId }, at)

async function done(
  version: number,
  text = FILE,
  choices: Partial<ImportChoices> = {},
  importId: string = randomUUID(),
) {
  const answer = await run(version, text, choices, importId)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

async function preview(text = FILE, choices: Partial<ImportChoices> = {}) {
  const answer = await previewImport(mine.userId, asOf, request(text, choices))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

const undo = (importId: string | null, of = mine) =>
  undoPositionsImport(of.userId, { portfolioId: of.portfolioId, importId: importId ?? '' }, at)

/** What a person sees of a book: no ids of rows made anew, no versions. */
const shape = ({ accounts, holdings }: Book) =>
  accounts.map(({ id, name, cash, currency }) => ({
    ...{ name, cash, currency },
    holdings: holdings
      .filter((row) => row.accountId === id)
      .map(({ symbol, ownName, quantity, price, pricedOn, priceSource, currency: of, lots }) => ({
        ...{ symbol, ownName, quantity, price, pricedOn, priceSource, of },
        lots: lots.map(({ quantity: size, unitCost, acquired }) => ({ size, unitCost, acquired })),
      })),
  }))
const seen = async () => shape(await readTestBook(mine))
const symbols = async () => (await readTestBook(mine)).holdings.map(({ symbol, quantity }) => [symbol, quantity / ONE])

describe('previewImport', () => {
  it('says what becomes of every row, and stores nothing', async () => {
    const before = await readTestBook(mine)
    const shown = await preview()
    expect(shown.counts).toEqual({ rows: 8, imported: 5, merged: 1, skipped: 1, rejected: 1 })
    expect(shown.changes).toMatchObject({ add: 3, change: 1, same: 0, cash: 1, newAccounts: 1 })
    expect(shown.accounts.map(({ to }) => to.kind)).toEqual(['existing', 'new'])
    expect(shown.unknown).toMatchObject([{ symbol: 'NEWCO', split: null, rows: 2 }])
    expect(shown.files).toMatchObject([{ format: 'generic', lines: 8, table: { own: false, remembered: false } }])
    expect(await readTestBook(mine)).toEqual(before)
    expect(await db().importMapping.count({ where: { userId: mine.userId } })).toBe(0)
  })
})

describe('importPositions', () => {
  it('stores what the preview said as one change, and the same file again changes nothing', async () => {
    const first = await done(1)
    expect(first.changes).toMatchObject({ add: 3, change: 1, cash: 1, newAccounts: 1 })
    const book = await readTestBook(mine)
    expect(book.version).toBe(2)
    expect(book.accounts.map(({ name, cash }) => [name, cash])).toEqual([
      ['Broker', 100_000n],
      ['Roth IRA', 25_010n],
    ])
    expect(await symbols()).toEqual([
      ['VTI', 12n],
      ['BND', 5n],
      ['VTI', 3n],
      ['NEWCO', 6n],
    ])
    expect(book.holdings[3]).toMatchObject({
      ownName: 'New Company',
      currency: 'USD',
      priceSource: 'broker',
      pricedOn: asOf,
    })
    const again = await done(2)
    expect(again).toMatchObject({ importId: null, changes: { add: 0, change: 0, same: 4, cash: 0 } })
    expect(again.counts).toEqual(first.counts)
    expect(await readTestBook(mine)).toEqual(book)
  })

  it('takes a newer file as additions, changes and holdings that are gone', async () => {
    await done(1)
    const newer = FILE.replace('Broker,VTI,Total Market,12,100,1200', 'Broker,VTI,Total Market,13,101,1313')
      .replace('Broker,BND,Bonds,5,70.25,351.25,72,USD\n', 'Broker,GLD,Gold,1,200,200,,USD\n')
      .replace('250.10', '0')
    const shown = await preview(newer)
    expect(shown.gone.map(({ symbol }) => symbol)).toEqual(['BND'])
    expect(shown.changes).toMatchObject({ add: 1, change: 1, same: 2, cash: 1, remove: 0 })
    await done(2, newer, { remove: shown.gone.map(({ holdingId }) => holdingId) })
    expect(await symbols()).toEqual([
      ['VTI', 13n],
      ['GLD', 1n],
      ['VTI', 3n],
      ['NEWCO', 6n],
    ])
    expect((await readTestBook(mine)).accounts[1]?.cash).toBe(0n)
  })

  it('is stored once when it is sent twice, at the same time too', async () => {
    const id = randomUUID()
    const [one, two] = await Promise.all([run(1, FILE, {}, id), run(1, FILE, {}, id)])
    expect(one).toEqual(two)
    expect(one).toMatchObject({ ok: true, value: { importId: id, changes: { add: 3 } } })
    expect((await readTestBook(mine)).version).toBe(2)
    expect(await listPositionsImports(mine.userId, mine.portfolioId)).toMatchObject([
      { id, files: [{ name: 'list.csv', format: 'generic' }], counts: { rows: 8 }, undoneAt: null },
    ])
  })

  it('is a conflict with a new preview when the portfolio has moved on', async () => {
    const { portfolioId, holdingId: id } = mine
    await editHolding(mine.userId, asOf, { portfolioId, id, version: 1, fields: { quantity: '11' } })
    const answer = await run(1)
    expect(answer).toMatchObject({
      ok: false,
      code: 'conflict',
      current: { version: 2, changes: { add: 3, change: 1 } },
    })
    expect(await symbols()).toEqual([['VTI', 11n]])
    expect((await readTestBook(mine)).version).toBe(2)
  })

  it('keeps rows of one symbol in two accounts apart, and leaves out an account', async () => {
    const to = { kind: 'leave' as const }
    const shown = await preview(FILE, { accounts: [{ file: 0, account: 'Roth IRA', to }] })
    expect(shown.rows.filter(({ why }) => why === 'accountLeft')).toHaveLength(4)
    expect(shown.counts.skipped).toBe(5)
    expect(shown.changes).toMatchObject({ newAccounts: 0, add: 1 })
  })

  it('remembers classes for all portfolios, and takes them back', async () => {
    const split = { growth: 10_000, tech: 0, longBonds: 0, digital: 0, moneyFunds: 0, alternatives: 0 } as never
    const { importId } = await done(1, FILE, { classes: [{ symbol: 'newco', split }] })
    expect((await readTestBook(mine)).holdings[3]).toMatchObject({ symbol: 'NEWCO', split })
    expect((await preview()).unknown).toEqual([])
    expect(await undo(importId)).toMatchObject({ ok: true })
    expect(await db().symbolClass.count({ where: { userId: mine.userId } })).toBe(0)
  })

  it('rejects a quantity below the lots, unless one lot takes their place', async () => {
    const { portfolioId, holdingId: id } = mine
    const lot = { id: randomUUID(), quantity: '10', unitCost: '50', acquired: '2020-01-02' }
    await editLots(mine.userId, asOf, { portfolioId, id, version: 1, lots: [lot], quantity: null })
    const before = await seen()
    const fewer = 'Symbol,Quantity,Price,Cost per share\nVTI,4,100,80\n'
    const accounts = [{ file: 0, account: 'account', to: { kind: 'existing' as const, accountId: mine.accountId } }]
    expect((await preview(fewer, { accounts })).rows[1]).toMatchObject({ outcome: 'rejected', why: 'belowLots' })
    const cost = { kind: 'oneLot' as const, acquired: '2024-05-06' as IsoDate }
    const { importId } = await done(2, fewer, { accounts, cost })
    const [row] = (await readTestBook(mine)).holdings
    expect(row?.lots).toMatchObject([{ quantity: 4n * ONE, unitCost: 80n * ONE, acquired: '2024-05-06' }])
    expect((await preview(fewer, { cost })).changes).toMatchObject({ change: 0, same: 1 })
    expect(await undo(importId)).toMatchObject({ ok: true })
    expect(await seen()).toEqual(before)
  })

  it('stores the lots of a broker once, shows those of a newer file, and takes them back', async () => {
    const position = (more: string) => `<OpenPosition currency="USD" symbol="VTI" markPrice="100" ${more} />\n`
    const part = (held: number, cost: string, day: string) =>
      position(`position="${held}" costBasisPrice="${cost}" levelOfDetail="LOT" openDateTime="${day};100111"`)
    const statement = (held: number, ...lots: string[]) =>
      `<FlexQueryResponse><FlexStatement accountId="Broker" toDate="20261120">\n${position(`position="${held}"`)}${lots.join('')}</FlexStatement></FlexQueryResponse>\n`
    await editHolding(mine.userId, asOf, {
      ...{ portfolioId: mine.portfolioId, id: mine.holdingId, version: 1 },
      fields: { unit: '0.5', trading: 'noSell' },
    })
    const before = await seen()
    const older = statement(10, part(4, '80.125', '20250304'), part(6, '90', '20240229'))
    const first = await done(2, older)
    expect(first.counts).toEqual({ rows: 5, imported: 1, merged: 2, skipped: 2, rejected: 0 })
    const sizes = async () =>
      (await readTestBook(mine)).holdings[0]?.lots.map(({ acquired, quantity, unitCost }) => [
        ...[acquired, quantity / ONE, unitCost],
      ])
    const stored = [
      ['2024-02-29', 6n, 90n * ONE],
      ['2025-03-04', 4n, (ONE * 80125n) / 1000n],
    ]
    expect(await sizes()).toEqual(stored)
    expect((await readTestBook(mine)).holdings[0]).toMatchObject({ unit: ONE / 2n, noSell: true })
    expect(await done(3, older)).toMatchObject({ importId: null, counts: first.counts, changes: { same: 1 } })
    expect(await done(3, statement(10))).toMatchObject({ importId: null, changes: { same: 1 } })
    expect((await preview(statement(9))).rows[1]).toMatchObject({ outcome: 'rejected', why: 'belowLots' })
    const newer = statement(9, part(3, '80.125', '20250304'), part(6, '90', '20240229'))
    expect((await preview(newer)).rows[1]).toMatchObject({
      effect: 'change',
      lots: { was: [{}, {}], becomes: [{}, {}] },
    })
    const second = await done(3, newer)
    expect(await sizes()).toEqual([stored[0], ['2025-03-04', 3n, (ONE * 80125n) / 1000n]])
    expect(await undo(second.importId)).toMatchObject({ ok: true })
    expect(await sizes()).toEqual(stored)
    expect(await undo(first.importId)).toMatchObject({ ok: true })
    expect(await seen()).toEqual(before)
  })

  it('is notFound with ids of other users, and stores nothing', async () => {
    const other = await newTestBook()
    const order = { version: 1, importId: randomUUID() }
    const theirs = request(FILE, {}, other)
    expect(await importPositions(mine.userId, asOf, { ...theirs, ...order }, at)).toMatchObject({ code: 'notFound' })
    expect(await previewImport(mine.userId, asOf, theirs)).toMatchObject({ code: 'notFound' })
    const to = { kind: 'existing' as const, accountId: other.accountId }
    const into = { accounts: [{ file: 0, account: 'Broker', to }] }
    expect(await run(1, FILE, into)).toMatchObject({ code: 'notFound' })
    expect(await run(1, FILE, { remove: [other.holdingId] })).toMatchObject({ code: 'notFound' })
    const id = randomUUID()
    await done(1, FILE, {}, id)
    const again = { ...request(FILE, {}, other), version: 1, importId: id }
    expect(await importPositions(other.userId, asOf, again, at)).toMatchObject({ code: 'notFound' })
    expect(await undo(id, other)).toMatchObject({ code: 'notFound' })
    expect(await undoPositionsImport(other.userId, { portfolioId: mine.portfolioId, importId: id }, at)).toMatchObject({
      code: 'notFound',
    })
    expect(await listPositionsImports(other.userId, mine.portfolioId)).toEqual([])
    expect(await listAccountLinks(other.userId, mine.portfolioId)).toEqual([])
    expect((await readTestBook(other)).holdings).toHaveLength(1)
    expect((await readTestBook(other)).version).toBe(1)
  })

  it('leaves nothing behind when it ends in the middle', async () => {
    const before = await readTestBook(mine)
    await db().$executeRaw`ALTER TABLE "PositionsImport" ADD CONSTRAINT "refuse" CHECK (false) NOT VALID`
    await expect(run(1)).rejects.toThrow()
    await db().$executeRaw`ALTER TABLE "PositionsImport" DROP CONSTRAINT "refuse"`
    expect(await readTestBook(mine)).toEqual(before)
    expect(await listAccountLinks(mine.userId, mine.portfolioId)).toEqual([])
    expect(await db().account.count({ where: { portfolioId: mine.portfolioId } })).toBe(1)
  })

  it('takes ten thousand rows at once', { timeout: 60_000 }, async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) => `Account ${i % 20},S${i},Name ${i},${i + 1},1.5,${(i + 1) * 1.5},1`,
    )
    const text = `Account Name,Symbol,Name,Quantity,Price,Value,Cost per share\n${rows.join('\n')}\n`
    const cost = { kind: 'oneLot' as const, acquired: '2024-05-06' as IsoDate }
    const { importId, changes } = await done(1, text, { cost })
    expect(changes).toMatchObject({ add: 10_000, newAccounts: 20 })
    expect(await done(2, text, { cost })).toMatchObject({ importId: null, changes: { same: 10_000 } })
    expect(await done(2, text.replaceAll(',1.5,', ',1.25,').replaceAll(/,[\d.]+,1$/gm, ',,1'), { cost })).toMatchObject(
      {
        changes: { change: 10_000 },
      },
    )
    expect(await undo(importId)).toMatchObject({ code: 'conflict' })
  })
})

describe('a mapping', () => {
  const TABLE = 'Wert,Papier,Anzahl\n"1.000,50",AAA,"1.000"\n"200,25",BBB,"2,5"\n'
  const mapping: Mapping = {
    ...{ encoding: null, delimiter: null, decimal: ',', dateOrder: null, header: 1 },
    columns: ['value', 'symbol', 'quantity'],
  }

  it('is used for its file, and remembered for files with the same titles of the same user', async () => {
    expect((await preview(TABLE)).files).toMatchObject([
      { format: null, problem: 'unknown', table: { titles: ['Wert', 'Papier', 'Anzahl'] } },
    ])
    const given = { ...request(TABLE), mappings: new Map([[0, mapping]]) }
    const answer = await importPositions(mine.userId, asOf, { ...given, version: 1, importId: randomUUID() }, at)
    expect(answer).toMatchObject({ ok: true, value: { changes: { add: 2 } } })
    const later = await preview(`Depot vom 20.11.2026\n${TABLE.replace('200,25', '300,25')}`)
    expect(later.files).toMatchObject([
      { format: 'generic', table: { own: true, remembered: true, mapping: { header: 2 } } },
    ])
    expect(later.changes).toMatchObject({ same: 1, change: 1 })
    const other = await newTestBook()
    const theirs = await previewImport(other.userId, asOf, request(TABLE, {}, other))
    expect(theirs).toMatchObject({ value: { files: [{ format: null }] } })
  })
})

describe('undoPositionsImport', () => {
  it('brings everything back, once, and so the imports before it after it', async () => {
    const before = await seen()
    const first = await done(1)
    const between = await seen()
    const links = await listAccountLinks(mine.userId, mine.portfolioId)
    const to = { kind: 'existing' as const, accountId: mine.accountId }
    const newer = FILE.replace('Broker,BND,Bonds,5,70.25,351.25,72,USD\n', '')
      .replace('250.10', '7')
      .replace(',12,', ',11,')
    const gone = (await preview(newer)).gone.map(({ holdingId }) => holdingId)
    const cost = { kind: 'oneLot' as const, acquired: '2024-05-06' as IsoDate }
    const second = await done(2, newer, { remove: gone, cost, accounts: [{ file: 0, account: 'Roth IRA', to }] })
    expect(await seen()).not.toEqual(between)
    expect(await undo(first.importId)).toMatchObject({ code: 'conflict' })
    expect(await undo(second.importId)).toMatchObject({ ok: true })
    expect(await seen()).toEqual(between)
    expect(await listAccountLinks(mine.userId, mine.portfolioId)).toEqual(links)
    const { version } = await readTestBook(mine)
    expect(await undo(second.importId)).toMatchObject({ ok: true })
    expect((await readTestBook(mine)).version).toBe(version)
    const listed = await listPositionsImports(mine.userId, mine.portfolioId)
    expect(new Map(listed.map(({ id, undoneAt }) => [id, undoneAt]))).toEqual(
      new Map([
        [first.importId, null],
        [second.importId, at],
      ]),
    )
    expect(await undo(first.importId)).toMatchObject({ ok: true })
    expect(await seen()).toEqual(before)
  })

  it('takes the accounts that it made back with their links', async () => {
    const before = await seen()
    const { importId } = await done(1)
    expect(await undo(importId)).toMatchObject({ ok: true })
    expect(await seen()).toEqual(before)
    expect(await listAccountLinks(mine.userId, mine.portfolioId)).toEqual([])
    expect((await preview()).accounts[1]?.to.kind).toBe('new')
  })

  it('is refused when a row changed since, or something was added to an account of it', async () => {
    const { importId } = await done(1)
    const { portfolioId } = mine
    const book = await readTestBook(mine)
    const state = await seen()
    await db().account.updateMany({ where: { id: book.accounts[1]?.id ?? '' }, data: { version: 2 } })
    expect(await undo(importId)).toMatchObject({ code: 'conflict' })
    await db().account.updateMany({ where: { id: book.accounts[1]?.id ?? '' }, data: { version: 1 } })
    const extra = { id: randomUUID(), accountId: book.accounts[1]?.id ?? '', symbol: 'EXTRA', quantity: '1' }
    await db().holding.create({ data: extra })
    expect(await undo(importId)).toMatchObject({ code: 'conflict' })
    await db().holding.delete({ where: { id: extra.id } })
    expect(await seen()).toEqual(state)
    const row = book.holdings.find(({ symbol }) => symbol === 'BND')
    await editHolding(mine.userId, asOf, { portfolioId, id: row?.id ?? '', version: 1, fields: { quantity: '6' } })
    expect(await undo(importId)).toMatchObject({ code: 'conflict' })
    expect(await symbols()).toContainEqual(['NEWCO', 6n])
  })
})
