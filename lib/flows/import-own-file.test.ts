import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import type { Book, HoldingRow } from '@/lib/core/book'
import { CURRENCIES, MONEY_CURRENCIES } from '@/lib/core/currency'
import { decimalText } from '@/lib/core/decimal'
import { oneLine } from '@/lib/core/field-reading'
import { PRICE_SOURCES } from '@/lib/core/holding-fields'
import { TAX_TREATMENTS } from '@/lib/core/portfolio'
import { NO_CHOICES } from '@/lib/core/positions-import'
import { wholeWeights } from '@/lib/core/random-book'
import { limitsOf, TRADINGS, tradingOf } from '@/lib/core/trading'
import { cents, type IsoDate, ONE, quantity, shareOut, unitPrice } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { newTestBook, readTestBook, type TestBook } from '@/lib/db/test-book'
import { importPositions } from '@/lib/flows/import-positions'
import { type ImportRequest, previewImport } from '@/lib/flows/preview-import'
import { undoPositionsImport } from '@/lib/flows/undo-positions-import'
import { type FileAccount, type FileHolding, fileOfBook, holdingsCsv } from '@/lib/formats/holdings-csv'

const asOf = '2026-11-22' as IsoDate
const at = new Date('2026-11-22T10:00:00Z')

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('=1+1', "'=1", '"quoted"', 'a,b;c\td', 'one\r\ntwo', '招商银行', 'عربى', '👩‍👩‍👧', "'", '-', ''),
  )
  // The database holds neither; nobody can type them.
  .map((text) => oneLine(text.replace(/\0|\p{Cs}/gu, '')))
const anySize = fc.bigInt({ min: 1n, max: 10n ** 37n })
const anyDate = fc.constantFrom('2026-11-20', '1970-01-01', '2024-02-29', '2026-11-23').map((date) => date as IsoDate)
const anySymbol = fc.oneof(
  fc.constantFrom('VTI', 'BND', 'BTC', 'VMFXX', 'NEWCO', '600519.SH', '腾讯控股', 'Я', '.X 1', 'A,B;C'),
  fc.stringMatching(/^[A-Z][A-Z.]{0,5}$/),
)

const anyHolding: fc.Arbitrary<FileHolding> = fc
  .record({
    symbol: anySymbol,
    name: anyText,
    quantity: fc.oneof(anySize, fc.constant(0n)).map(quantity),
    unit: anySize.map(quantity),
    price: fc.option(anySize.map(unitPrice), { nil: null }),
    currency: fc.constantFrom(...CURRENCIES),
    pricedOn: fc.option(anyDate, { nil: null }),
    priceSource: fc.option(fc.constantFrom(...PRICE_SOURCES), { nil: null }),
    trading: fc.constantFrom(...TRADINGS),
    parts: fc.array(fc.record({ cost: fc.oneof(anySize, fc.constant(0n)).map(unitPrice), acquired: anyDate }), {
      maxLength: 3,
    }),
    rest: fc.bigInt({ min: 0n, max: 1n }),
  })
  .map(({ parts, rest, ...holding }) => {
    const sizes = shareOut(holding.quantity, [...parts.map(() => 3n), rest]) ?? []
    const lots = parts.map(({ cost, acquired }, i) => ({
      ...{ quantity: quantity(sizes[i] ?? 0n), unitCost: cost, acquired },
    }))
    const { price, pricedOn, priceSource } = holding
    const priced = price === null ? { pricedOn: null, priceSource: null } : { pricedOn, priceSource }
    return { ...holding, ...priced, split: null, lots: lots.filter((lot) => lot.quantity > 0n) }
  })

const anyAccounts: fc.Arbitrary<FileAccount[]> = fc.uniqueArray(
  fc.record({
    name: anyText.map((text) => text || '–'),
    tax: fc.constantFrom(...TAX_TREATMENTS),
    currency: fc.constantFrom(...MONEY_CURRENCIES),
    cash: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(cents),
    reserve: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(cents),
    holdings: fc.uniqueArray(anyHolding, { minLength: 1, maxLength: 6, selector: ({ symbol }) => symbol }),
  }),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name.normalize('NFKC').trim().toLowerCase() },
)
/** What the user said of symbols, some of them against the directory. */
const anyClasses = fc.dictionary(fc.constantFrom('NEWCO', '腾讯控股', 'VTI', 'BTC', 'Я'), wholeWeights)

async function emptyBook(): Promise<TestBook> {
  const book = await newTestBook()
  await db().account.deleteMany({ where: { portfolioId: book.portfolioId } })
  return book
}

/** Puts the rows straight into the store, as if they had been typed. */
async function fill({ portfolioId }: TestBook, accounts: FileAccount[]): Promise<void> {
  for (const [position, { holdings, cash, reserve, ...account }] of accounts.entries()) {
    const amounts = { cashCents: cash, reserveCents: reserve, position }
    const { id } = await db().account.create({ data: { ...account, ...amounts, portfolioId } })
    for (const [place, { split: _, trading, lots, pricedOn, ...holding }] of holdings.entries()) {
      const texts = {
        ...{ quantity: decimalText(holding.quantity), unit: decimalText(holding.unit) },
        price: holding.price === null ? null : decimalText(holding.price),
        pricedOn: pricedOn && new Date(pricedOn),
      }
      const rows = lots.map((lot) => ({
        ...{ quantity: decimalText(lot.quantity), unitCost: decimalText(lot.unitCost) },
        acquiredOn: new Date(lot.acquired),
      }))
      const data = { ...holding, ...texts, ...limitsOf(trading), position: place, accountId: id }
      await db().holding.create({ data: { ...data, lots: { create: rows } } })
    }
  }
}

/** Everything but ids, versions and places, in the order in which it is shown. */
const seen = ({ accounts, holdings }: Book) =>
  accounts.map(({ id, name, tax, currency, cash, reserve }) => ({
    ...{ name, tax, currency, cash, reserve },
    holdings: holdings.filter((row) => row.accountId === id).map(seenHolding),
  }))

const seenHolding = (row: HoldingRow) => ({
  ...{ symbol: row.symbol, name: row.name, split: row.split, quantity: row.quantity, unit: row.unit },
  ...{ price: row.price, currency: row.currency, pricedOn: row.pricedOn, priceSource: row.priceSource },
  trading: tradingOf(row),
  lots: row.lots.map((lot) => `${lot.acquired} ${lot.quantity} ${lot.unitCost}`).sort(),
})

const requestOf = (csv: string, { portfolioId }: TestBook): ImportRequest => ({
  portfolioId,
  files: [{ name: 'holdings.csv', bytes: new TextEncoder().encode(csv) }],
  choices: NO_CHOICES,
  mappings: new Map(),
})

async function rowsOf(csv: string, into: TestBook) {
  const answer = await previewImport(into.userId, asOf, requestOf(csv, into))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.rows
}

async function put(csv: string, into: TestBook) {
  const { version } = await readTestBook(into)
  const order = { ...requestOf(csv, into), version, importId: randomUUID() }
  const answer = await importPositions(into.userId, asOf, order, at)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

const undo = ({ userId, portfolioId }: TestBook, importId: string | null) =>
  undoPositionsImport(userId, { portfolioId, importId: importId ?? '' }, at)

const csvOf = async (book: TestBook) => holdingsCsv(fileOfBook(await readTestBook(book)))

let theirs: TestBook

beforeEach(async () => {
  theirs = await emptyBook()
})

describe('the holdings file of another user', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('becomes the same portfolio, once, and is taken back whole (%i)', async (seed) => {
    const [given] = fc.sample(fc.record({ accounts: anyAccounts, classes: anyClasses }), { seed, numRuns: 1 })
    if (!given) throw new Error('Nothing was sampled.')
    const mine = await emptyBook()
    await fill(mine, given.accounts)
    const said = Object.entries(given.classes).map(([symbol, split]) => ({ symbol, split, userId: mine.userId }))
    await db().symbolClass.createMany({ data: said })
    const csv = await csvOf(mine)
    const rejected = (await rowsOf(csv, theirs)).filter(({ outcome }) => outcome === 'rejected')
    expect(rejected.map(({ why, text }) => [why, text])).toEqual([])
    const { importId } = await put(csv, theirs)
    expect(seen(await readTestBook(theirs))).toEqual(seen(await readTestBook(mine)))
    expect(await csvOf(theirs)).toEqual(csv)
    expect(await put(csv, theirs)).toMatchObject({ importId: null })
    expect(await undo(theirs, importId)).toMatchObject({ ok: true })
    const after = await readTestBook(theirs)
    expect([after.accounts, after.holdings]).toEqual([[], []])
    expect(await db().symbolClass.count({ where: { userId: theirs.userId } })).toBe(0)
  })
})

const day = (text: string) => text as IsoDate
const lot = (size: bigint, acquired = '2024-02-29') => ({
  ...{ quantity: quantity(size * ONE), unitCost: unitPrice(90n * ONE), acquired: day(acquired) },
})

const holding = (more: Partial<FileHolding> = {}): FileHolding => ({
  ...{ symbol: 'VTI', name: 'Mine', split: null, quantity: quantity(12n * ONE), unit: quantity(ONE / 100n) },
  ...{ price: unitPrice(101n * ONE), currency: 'USD', pricedOn: day('2026-11-21'), priceSource: 'tiingo' },
  ...{ trading: 'noSell', lots: [lot(5n), lot(5n), lot(2n, '2020-01-02')] },
  ...more,
})

const file = (holdings: FileHolding[], more: Partial<FileAccount> = {}): string =>
  holdingsCsv([
    {
      ...{ name: 'Broker', tax: 'taxable', currency: 'USD', cash: cents(100_000n), reserve: cents(2_500n), holdings },
      ...more,
    },
  ])

describe('the holdings file over a portfolio', () => {
  beforeEach(async () => {
    theirs = await newTestBook()
  })

  it('replaces limits, lots, reserve and price, and the undo puts each of them back', async () => {
    const former = { ...limitsOf('noBuy'), unit: '0.5' }
    await db().holding.update({ where: { id: theirs.holdingId }, data: former })
    await put(file([holding({ lots: [lot(3n)], unit: quantity(ONE / 2n), trading: 'noBuy' })]), theirs)
    const before = await readTestBook(theirs)
    const { importId, changes } = await put(file([holding()], { reserve: cents(700n) }), theirs)
    expect(changes).toMatchObject({ add: 0, change: 1, cash: 1, remove: 0, newAccounts: 0 })
    const [row] = (await readTestBook(theirs)).holdings
    expect(row).toMatchObject({ id: theirs.holdingId, unit: ONE / 100n, noSell: true, ownName: 'Mine', locked: false })
    expect(row).toMatchObject({ price: 101n * ONE, pricedOn: '2026-11-21', priceSource: 'tiingo' })
    expect(row?.lots.map(({ acquired, quantity: size }) => [acquired, size / ONE])).toEqual([
      ['2020-01-02', 2n],
      ['2024-02-29', 5n],
      ['2024-02-29', 5n],
    ])
    expect((await readTestBook(theirs)).accounts[0]?.reserve).toBe(700n)
    expect(await undo(theirs, importId)).toMatchObject({ ok: true })
    expect(seen(await readTestBook(theirs))).toEqual(seen(before))
  })

  it('keeps the lots themselves where the file has the same ones in another order', async () => {
    await put(file([holding()]), theirs)
    const before = await readTestBook(theirs)
    const lots = [...holding().lots].reverse()
    expect(await put(file([holding({ lots })]), theirs)).toMatchObject({ importId: null })
    await put(file([holding({ lots, trading: 'free' })]), theirs)
    const [row] = (await readTestBook(theirs)).holdings
    expect(row?.lots).toEqual(before.holdings[0]?.lots)
    expect(row && tradingOf(row)).toBe('free')
    await put(file([holding({ lots: [] })]), theirs)
    expect((await readTestBook(theirs)).holdings[0]?.lots).toEqual([])
  })

  it('leaves a later price, and a class that was said here', async () => {
    await put(file([holding()]), theirs)
    const earlier = { price: unitPrice(99n * ONE), pricedOn: day('2026-11-20') }
    const [, row] = (await rowsOf(file([holding(earlier)]), theirs)).filter(({ effect }) => effect !== null)
    expect(row).toMatchObject({ effect: 'same', notes: [{ code: 'priceKept', values: { date: '2026-11-21' } }] })
    const split = weights({ tech: 10_000 })
    await db().symbolClass.create({ data: { userId: theirs.userId, symbol: 'VTI', split } })
    expect(await put(file([holding({ split: weights({ digital: 10_000 }) })]), theirs)).toMatchObject({
      importId: null,
    })
    expect((await readTestBook(theirs)).holdings[0]?.split).toEqual(split)
  })

  it('proposes the class of the file where it differs from the directory, and stores another that was chosen', async () => {
    const split = weights({ digital: 10_000 })
    const csv = file([holding({ split })])
    const order = { ...requestOf(csv, theirs), version: 1, importId: randomUUID() }
    const answer = await previewImport(theirs.userId, asOf, order)
    expect(answer).toMatchObject({ value: { unknown: [{ symbol: 'VTI', split }] } })
    const chosen = { symbol: 'VTI', split: weights({ tech: 10_000 }) }
    order.choices = { ...NO_CHOICES, classes: [chosen] }
    expect(await importPositions(theirs.userId, asOf, order, at)).toMatchObject({ value: { changes: { classes: 1 } } })
    expect((await readTestBook(theirs)).holdings[0]?.split).toEqual(chosen.split)
  })

  it.each<[string, Partial<FileHolding>, Partial<FileAccount>?]>([
    ['lotsExceed', { lots: [lot(13n)] }],
    ['unitNotPositive', { unit: quantity(0n) }],
    ['lotInvalid', { lots: [lot(0n)] }],
    ['lotInvalid', { lots: [{ ...lot(1n), unitCost: unitPrice(-1n) }] }],
    ['futureDate', { lots: [lot(1n, '2026-11-24')] }],
    ['futureDate', { pricedOn: day('2026-11-24') }],
    ['reserveNegative', {}, { reserve: cents(-1n) }],
  ])('rejects what could not be typed: %s', async (why, more, account) => {
    const rows = await rowsOf(file([holding(more)], account), theirs)
    const whys = rows.filter(({ outcome }) => outcome === 'rejected').map((row) => row.why)
    // The lots of a holding that is left out are left out with it.
    expect(whys.filter((one) => one !== 'lotAlone')).toEqual([why])
  })
})
