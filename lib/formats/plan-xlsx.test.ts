import { type CellObject, read, utils, type WorkBook } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { stagePlan } from '@/lib/core/stages'
import { type Cents, cents, type IsoDate, quantity, unitPrice } from '@/lib/core/units'
import { plainWords } from '@/lib/formats/plan-words-fixture'
import { planSheets } from '@/lib/formats/plan-xlsx'
import { anyDocument } from '@/lib/formats/random-document'
import { amount, columnTotal, day, money, price, type Sheet, text } from '@/lib/formats/sheets'
import { xlsx } from '@/lib/formats/xlsx'

const MADE = new Date('2026-11-22T10:00:00Z')
const SLOW_MS = 60_000

const opened = async (sheets: Sheet[]): Promise<WorkBook> =>
  read(await xlsx(sheets, MADE), { cellNF: true, cellFormula: true })

const cellAt = (book: WorkBook, sheet: string, row: number, column: number): CellObject | undefined =>
  book.Sheets[sheet]?.[utils.encode_cell({ r: row, c: column })]

const one = (cell: Sheet['rows'][number][number], total = false): Sheet => ({
  name: 'one',
  columns: [{ title: 'x', ...(total && { total: true }) }],
  rows: [[cell]],
  totalLabel: total ? '' : null,
})

/** What a cell says, as exact 10^-18: a number by the fifteen digits that a spreadsheet keeps of it, or its digits as text. */
function exact(cell: CellObject | undefined): bigint {
  if (cell?.t === 'n') return fifteenDigits(Number(cell.v))
  const parsed = parseDecimal(String(cell?.v))
  if (!parsed.ok) throw new Error(`${cell?.v}: ${parsed.problem}`)
  return parsed.value
}

function fifteenDigits(value: number): bigint {
  const [digits = '', exponent = ''] = value.toExponential(14).split('e')
  const scale = 18 - 14 + Number(exponent)
  const whole = BigInt(digits.replace('.', ''))
  return scale >= 0 ? whole * 10n ** BigInt(scale) : whole / 10n ** BigInt(-scale)
}

/** A cell has one kind of line end. */
const lineFeeds = (value: string): string => value.replace(/\r\n?/g, '\n')

/** The cents of a number as a spreadsheet holds it. */
const centsIn = (cell: CellObject | undefined): bigint => BigInt(Math.round(Number(cell?.v) * 100))

describe('a workbook', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '@SUM(A1)', '-5', '\t=1', '00123', '1e5', 'TRUE', '2026-11-22'])(
    'keeps %j as text',
    async (value) => {
      const cell = cellAt(await opened([one(text(value))]), 'one', 1, 0)
      expect([cell?.t, cell?.v, cell?.f]).toEqual(['s', value, undefined])
    },
  )

  it(
    'keeps text of any script, its spaces and line ends',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), async (values) => {
          const sheet = { ...one(null), rows: values.map((value) => [text(value)]) }
          const book = await opened([sheet])
          expect(values.map((_, i) => cellAt(book, 'one', i + 1, 0)?.v ?? '')).toEqual(values.map(lineFeeds))
        }),
        { numRuns: 40 },
      )
    },
    SLOW_MS,
  )

  it(
    'keeps money as a number to the cent, and as text where a number could not hold it',
    async () => {
      const size = fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n })
      await fc.assert(
        fc.asyncProperty(size, async (value) => {
          const cell = cellAt(await opened([one(money(cents(value)))]), 'one', 1, 0)
          const isNumber = cell?.t === 'n'
          expect(isNumber).toBe(value.toString().replace('-', '').length <= 15)
          if (isNumber) expect(centsIn(cell)).toBe(value)
          else expect(cell?.v).toBe(decimalText(value, 2, 2))
        }),
        { numRuns: 60 },
      )
    },
    SLOW_MS,
  )

  it(
    'never changes a quantity or a price',
    async () => {
      const digits = fc.bigInt({ min: 0n, max: 10n ** 36n })
      await fc.assert(
        fc.asyncProperty(digits, fc.integer({ min: 0, max: 18 }), async (raw, zeros) => {
          const value = (raw / 10n ** BigInt(zeros)) * 10n ** BigInt(zeros)
          const sheet = { ...one(null), rows: [[amount(quantity(value)), price(unitPrice(value))]] }
          const book = await opened([sheet])
          for (const column of [0, 1]) {
            const cell = cellAt(book, 'one', 1, column)
            expect(exact(cell)).toBe(value)
          }
        }),
        { numRuns: 60 },
      )
    },
    SLOW_MS,
  )

  it('has dates that are dates, and text before the dates of spreadsheets begin', async () => {
    const book = await opened([
      { ...one(null), rows: [[day('2026-11-22' as IsoDate)], [day('1899-12-31' as IsoDate)]] },
    ])
    const [cell, early] = [cellAt(book, 'one', 1, 0), cellAt(book, 'one', 2, 0)]
    expect([cell?.t, cell?.v, cell?.z]).toEqual(['n', 46_348, 'yyyy-mm-dd'])
    expect([early?.t, early?.v]).toEqual(['s', '1899-12-31'])
  })

  it('adds up by a formula with its result beside it, unless a cell of the column is no number', async () => {
    const sum = { ...one(null, true), rows: [[money(cents(10n))], [money(cents(20n))], [null]], totalLabel: '' }
    const cell = cellAt(await opened([sum]), 'one', 4, 0)
    expect([cell?.f, cell?.v]).toEqual(['ROUND(SUM(A2:A4),2)', 0.3])
    const large = { ...sum, rows: [[money(cents(10n ** 17n))], [money(cents(1n))]] }
    const total = cellAt(await opened([large]), 'one', 3, 0)
    expect([total?.f, total?.v]).toEqual([undefined, '1000000000000000.01'])
  })
})

describe('a plan as a workbook', () => {
  it(
    'has every figure of the plan, and totals that its rows add up to',
    async () => {
      const staged = { count: 3, first: '2026-12-01' as IsoDate, every: 'month' as const, n: 1 }
      await fc.assert(
        fc.asyncProperty(anyDocument, fc.boolean(), async (document, divided) => {
          const sheets = planSheets(document, divided ? stagePlan(document, staged) : null, plainWords)
          const book = await opened(sheets)
          expect(book.SheetNames).toEqual(sheets.map((sheet) => sheet.name))
          for (const sheet of sheets) checkTotals(book, sheet)
          document.plan.trades.forEach((trade, i) => {
            const at = (column: number) => cellAt(book, 'trades', i + 1, column)
            expect([at(2)?.v, at(2)?.t]).toEqual([trade.symbol, 's'])
            expect(at(3)?.v ?? '').toBe(lineFeeds(trade.name))
            expect([at(4)?.t, exact(at(4))]).toEqual(['n', trade.quantity])
            expect([at(9)?.t, centsIn(at(9))]).toEqual(['n', trade.value])
            if (trade.tax === null) expect(at(12)).toBeUndefined()
            else expect(centsIn(at(12))).toBe(trade.tax)
          })
          const cash = sheets.find((sheet) => sheet.name === 'cash')
          const after = Object.values(document.plan.cashAfter).reduce<bigint>((total, c) => total + c, 0n)
          expect(cash && columnTotal(cash, 6)).toBe(after)
        }),
        { numRuns: 25 },
      )
    },
    SLOW_MS,
  )

  function checkTotals(book: WorkBook, sheet: Sheet): void {
    for (const [column, { total, title }] of sheet.columns.entries()) {
      expect(cellAt(book, sheet.name, 0, column)?.v).toBe(title)
      if (!total) continue
      const rows = sheet.rows.map((_, i) => cellAt(book, sheet.name, i + 1, column))
      const sum = rows.reduce((all, cell) => all + (cell ? centsIn(cell) : 0n), 0n)
      expect(centsIn(cellAt(book, sheet.name, sheet.rows.length + 1, column))).toBe(sum)
    }
  }

  it(
    'moves as much cash as its trades say',
    () => {
      fc.assert(
        fc.property(anyDocument, (document) => {
          const [trades] = planSheets(document, null, plainWords)
          const flows = document.policy.cashFlows.reduce((total, flow) => total + flow.amount, 0n)
          const had = document.snapshot.accounts.reduce((total, account) => total + account.cash, flows)
          const has = Object.values(document.plan.cashAfter).reduce<Cents>((t, c) => cents(t + c), cents(0n))
          expect(trades && columnTotal(trades, 10)).toBe(has - had)
        }),
        { numRuns: 25 },
      )
    },
    SLOW_MS,
  )
})
