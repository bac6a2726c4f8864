import { type CellValue, Workbook, type Worksheet } from 'exceljs'
import { decimalText } from '@/lib/core/decimal'
import { cents, type IsoDate } from '@/lib/core/units'
import { type Cell, columnTotal, type Sheet } from '@/lib/formats/sheets'
import { sheetText } from '@/lib/formats/xlsx-text'

const MONEY_FORMAT = '#,##0.00;[Red]-#,##0.00'
const DECIMAL_FORMAT = '#,##0.##################'
const PRICE_FORMAT = '#,##0.00################'
const SHARE_FORMAT = '0.00%'
const DATE_FORMAT = 'yyyy-mm-dd'
const TEXT_FORMAT = '@'

/** Significant digits that a spreadsheet keeps of a number; with more it would change the figure. */
const DIGITS_KEPT = 15
/** Before this day spreadsheets count days wrongly: they believe in a 29 February 1900. */
const FIRST_DATE = '1900-03-01'
const WIDTHS = { least: 9, most: 48, beside: 2 }

/**
 * Sheets as a workbook. Numbers are numbers, dates are dates and text is text, whatever it looks like. A number with more than fifteen
 * significant digits is written as text with all of them, because a spreadsheet would round it; a total of a column that holds such a
 * cell is text as well, and any other total is a formula with its result beside it.
 */
export function xlsx(sheets: readonly Sheet[], made: Date): Promise<Uint8Array> {
  const book = new Workbook()
  Object.assign(book, { creator: 'Tidemark', created: made, modified: made })
  for (const sheet of sheets)
    addSheet(book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] }), sheet)
  return book.xlsx.writeBuffer().then((bytes) => new Uint8Array(bytes))
}

function addSheet(page: Worksheet, sheet: Sheet): void {
  page.addRow(sheet.columns.map((column) => sheetText(column.title)))
  page.getRow(1).font = { bold: true }
  for (const [i, row] of sheet.rows.entries()) {
    for (const [j, cell] of row.entries()) write(page, i + 2, j + 1, cell)
  }
  if (sheet.totalLabel !== null) addTotals(page, sheet, sheet.totalLabel)
  for (const [j, column] of sheet.columns.entries()) {
    const own = page.getColumn(j + 1)
    own.width = widthOf(sheet, j)
    if (column.numeric) page.getCell(1, j + 1).alignment = { horizontal: 'right' }
  }
}

function write(page: Worksheet, row: number, column: number, cell: Cell): void {
  if (cell === null) return
  const at = page.getCell(row, column)
  const { value, format } = stored(cell)
  at.value = value
  at.numFmt = format
  if (format === TEXT_FORMAT && cell.kind !== 'text') at.alignment = { horizontal: 'right' }
}

function addTotals(page: Worksheet, sheet: Sheet, label: string): void {
  const row = sheet.rows.length + 2
  page.getCell(row, 1).value = sheetText(label)
  for (const [j, column] of sheet.columns.entries()) {
    if (!column.total) continue
    const letter = page.getColumn(j + 1).letter
    const result = columnTotal(sheet, j)
    const exact = fits(result, 2) && sheet.rows.every((cells) => isNumber(cells[j] ?? null))
    const formula = sheet.rows.length === 0 ? '0' : `ROUND(SUM(${letter}2:${letter}${row - 1}),2)`
    const at = page.getCell(row, j + 1)
    at.value = exact ? { formula, result: Number(decimalText(result, 2)) } : decimalText(result, 2, 2)
    at.numFmt = exact ? MONEY_FORMAT : TEXT_FORMAT
    at.alignment = { horizontal: 'right' }
  }
  page.getRow(row).font = { bold: true }
}

const isNumber = (cell: Cell): boolean => cell === null || cell.kind !== 'money' || fits(cell.value, 2)

/** True when the number is the same after a spreadsheet has read it. */
function fits(value: bigint, scale: number): boolean {
  const digits = decimalText(value, scale).replace(/[-.]/g, '').replace(/^0+/, '')
  return digits.length <= DIGITS_KEPT
}

interface Stored {
  value: CellValue
  format: string
}

function stored(cell: NonNullable<Cell>): Stored {
  switch (cell.kind) {
    case 'text':
      return { value: sheetText(cell.value), format: TEXT_FORMAT }
    case 'money':
      return number(cell.value, 2, MONEY_FORMAT, 2)
    case 'price':
      return number(cell.value, undefined, PRICE_FORMAT, 2)
    case 'quantity':
      return number(cell.value, undefined, DECIMAL_FORMAT)
    case 'share':
      return { value: Number(decimalText(BigInt(cell.value), 4)), format: SHARE_FORMAT }
    case 'count':
      return { value: cell.value, format: '0' }
    case 'date':
      return date(cell.value)
  }
}

const number = (value: bigint, scale: number | undefined, format: string, atLeast = 0): Stored =>
  fits(value, scale ?? 18)
    ? { value: Number(decimalText(value, scale)), format }
    : { value: decimalText(value, scale, atLeast), format: TEXT_FORMAT }

const date = (value: IsoDate): Stored =>
  value >= FIRST_DATE ? { value: new Date(`${value}T00:00:00Z`), format: DATE_FORMAT } : { value, format: TEXT_FORMAT }

/** Wide enough for the title and for most of the cells; East Asian characters take two places. */
function widthOf(sheet: Sheet, column: number): number {
  const total = sheet.columns[column]?.total ? decimalText(cents(columnTotal(sheet, column)), 2, 2) : ''
  const shown = sheet.rows.map((row) => wordsOf(row[column] ?? null))
  const longest = Math.max(...[sheet.columns[column]?.title ?? '', total, ...shown].map(places))
  return Math.min(Math.max(longest + WIDTHS.beside, WIDTHS.least), WIDTHS.most)
}

const wordsOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (cell.kind === 'money') return decimalText(cell.value, 2, 2)
  return cell.kind === 'quantity' || cell.kind === 'price' ? decimalText(cell.value) : String(cell.value)
}

const places = (shown: string): number =>
  [...shown].reduce((total, c) => total + ((c.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1), 0)
