import { parse } from 'csv-parse/sync'
import { readCurrency } from '@/lib/core/check-price'
import type { Currency } from '@/lib/core/currency'
import { type DateOrder, dateOrder, parseDate } from '@/lib/core/date-text'
import { parseDecimal } from '@/lib/core/decimal'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import type { IsoDate } from '@/lib/core/units'

/** One price of a file, in 10^-18 of a unit of `currency`; null where the file has no such column or its cell is empty. */
export interface FileQuote {
  line: number
  symbol: string
  date: IsoDate | null
  price: bigint
  currency: Currency | null
}

export type QuoteProblem = 'symbol' | 'date' | 'ambiguousDate' | 'price' | 'notPositive' | 'currency' | 'twoPrices'
export interface QuoteLine {
  /** Counted from 1, as in the file. */
  line: number
  problem: QuoteProblem
  /** The cell as it stands there, shortened. */
  text: string
}

export type QuoteFileFault = 'tooLong' | 'unreadable' | 'noSymbolColumn' | 'noPriceColumn' | 'noPrices'
export type QuoteFileReading =
  | { ok: true; quotes: FileQuote[]; problems: QuoteLine[] }
  | { ok: false; fault: QuoteFileFault; problems: QuoteLine[] }

export const LONGEST_QUOTE_FILE = 900_000
const MOST_ROWS = 20_000
const LONGEST_CELL = 40

const TITLES = {
  symbol: ['symbol', 'ticker', 'code', '代码', '证券代码'],
  date: ['date', 'price date', 'as of', '日期', '价格日期'],
  price: ['price', 'close', 'last', 'nav', '价格', '收盘价', '净值'],
  currency: ['currency', 'ccy', '货币', '币种'],
} as const
type Column = keyof typeof TITLES
type Columns = Record<Column, number>

/**
 * Reads a table of prices of many securities: `symbol,price` with, if it likes, `date` and `currency`, by their titles in any order, separated by
 * commas, semicolons or tabs. Prices are exact; a line that cannot be read is left out and listed with its reason, and of one symbol and day
 * there is one price.
 */
export function readQuoteFile(text: string): QuoteFileReading {
  if (text.length > LONGEST_QUOTE_FILE) return { ok: false, fault: 'tooLong', problems: [] }
  const rows = cellsOf(text)
  if (!rows) return { ok: false, fault: 'unreadable', problems: [] }
  if (rows.length > MOST_ROWS) return { ok: false, fault: 'tooLong', problems: [] }
  const [head, ...body] = rows
  const columns = columnsOf(head?.cells ?? [])
  if (columns.symbol < 0) return { ok: false, fault: 'noSymbolColumn', problems: [] }
  if (columns.price < 0) return { ok: false, fault: 'noPriceColumn', problems: [] }
  return gather(body, columns)
}

interface Row {
  cells: string[]
  line: number
}

function cellsOf(text: string): Row[] | null {
  const body = text.replace(/^\ufeff/, '')
  const delimiter = ['\t', ';', ','].find((mark) => body.split(/\r?\n/, 1)[0]?.includes(mark)) ?? ','
  try {
    const rows = parse(body, { delimiter, relaxColumnCount: true, info: true, skipEmptyLines: true }) as unknown
    return (rows as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record.map((cell) => cell.trim()),
      line: info.lines,
    }))
  } catch {
    return null
  }
}

function columnsOf(head: readonly string[]): Columns {
  const titles = head.map((cell) => cell.toLowerCase().replace(/[_*]/g, ' ').trim())
  const at = (column: Column) => TITLES[column].map((name) => titles.indexOf(name)).find((index) => index >= 0) ?? -1
  return { symbol: at('symbol'), date: at('date'), price: at('price'), currency: at('currency') }
}

function gather(rows: readonly Row[], columns: Columns): QuoteFileReading {
  const order = dateOrder(rows.map(({ cells }) => cells[columns.date] ?? ''))
  const found = new Map<string, FileQuote>()
  const problems: QuoteLine[] = []
  for (const { cells, line } of rows) {
    const read = readRow(cells, line, columns, order)
    if ('problem' in read) {
      problems.push(read)
      continue
    }
    const key = `${read.date ?? ''} ${read.symbol}`
    const before = found.get(key)
    if (!before) found.set(key, read)
    else if (before.price !== read.price || before.currency !== read.currency)
      problems.push({ line, problem: 'twoPrices', text: read.symbol })
  }
  const quotes = [...found.values()]
  return quotes.length > 0 ? { ok: true, quotes, problems } : { ok: false, fault: 'noPrices', problems }
}

function readRow(
  cells: readonly string[],
  line: number,
  columns: Columns,
  order: DateOrder | null,
): FileQuote | QuoteLine {
  const cell = (column: Column) => cells[columns[column]] ?? ''
  const wrong = (problem: QuoteProblem, column: Column): QuoteLine => ({
    ...{ line, problem },
    text: cell(column).length > LONGEST_CELL ? `${cell(column).slice(0, LONGEST_CELL)}…` : cell(column),
  })
  const symbol = normaliseSymbol(cell('symbol'))
  if (symbolProblem(symbol)) return wrong('symbol', 'symbol')
  const date = cell('date') === '' ? null : parseDate(cell('date'), order)
  if (date && !date.ok) return wrong(date.problem === 'ambiguousDate' ? 'ambiguousDate' : 'date', 'date')
  const price = parseDecimal(cell('price'))
  if (!price.ok) return wrong('price', 'price')
  if (price.value <= 0n) return wrong('notPositive', 'price')
  const currency = cell('currency') === '' ? null : readCurrency(cell('currency'))
  if (cell('currency') !== '' && !currency) return wrong('currency', 'currency')
  return { line, symbol, date: date?.value ?? null, price: price.value, currency }
}
