import { parse } from 'csv-parse/sync'
import { type DateOrder, dateOrder, parseDate } from '@/lib/core/date-text'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { isNearMonthEnd, type Month, type MonthlyValue, monthOf } from '@/lib/core/month'
import { daysBetween, type IsoDate } from '@/lib/core/units'

/** Why a line was left out. */
export type PriceProblem = 'date' | 'ambiguousDate' | 'price' | 'notPositive' | 'twoPrices'
export interface PriceLine {
  /** Counted from 1, as in the file. */
  line: number
  problem: PriceProblem
  /** The cell as it stands there, shortened. */
  text: string
}

export interface PriceFile {
  /** The last price of each month, in the order of months; a month that the file leaves before its final week is not in it. */
  months: MonthlyValue[]
  /** First and last day with a price. */
  from: IsoDate
  to: IsoDate
  rows: number
  /** Lines without a price, such as holidays: passed over. */
  empty: number
  /** True when the column says that splits and distributions are in the prices; otherwise distributions are missing from the returns. */
  adjusted: boolean
  problems: PriceLine[]
}

export type PriceFileFault = 'tooLong' | 'unreadable' | 'noDateColumn' | 'noPriceColumn' | 'noPrices'
export type PriceFileReading =
  | { ok: true; file: PriceFile }
  | { ok: false; fault: PriceFileFault; problems: PriceLine[] }

const MOST_CHARACTERS = 4_000_000
const MOST_PROBLEMS = 100
const LONGEST_CELL = 40
/** A file whose rows are further apart on average is monthly, and each of its rows stands for its month whatever the day. */
const MONTHLY_SPACING = 20
/** A month without a day. */
const MONTH_ONLY = /^\d{4}-\d{2}$/

const DATE_TITLES = [
  'date',
  'observation_date',
  'day',
  'month',
  'time',
  'timestamp',
  '日期',
  '交易日期',
  '时间',
  '月份',
]
/** Best first. */
const ADJUSTED_TITLES = ['adj close', 'adjusted close', 'adj. close', 'total return', '复权收盘价', '后复权', '前复权']
const PRICE_TITLES = ['close', 'closing price', 'close/last', 'price', 'last', 'value', 'nav', 'level', 'index']
const PRICE_TITLES_ZH = ['收盘价', '收盘', '价格', '净值', '单位净值', '累计净值', '点位']
const NO_PRICE = new Set(['', '.', '-', '—', 'null', 'nan', 'n/a', 'na'])

interface Columns {
  date: number
  price: number
  adjusted: boolean
  /** 1 when the first row names the columns. */
  skip: 0 | 1
}

/**
 * Reads a table of prices of one fund, index or coin: a column of dates and one of prices, found by their titles (`date,close`, `Date,…,Adj Close`,
 * `observation_date,SERIES`, Chinese ones), or the first two columns when there is no title. Lines that cannot be read are left out and listed with
 * their reason. Prices are plain numbers in any unit: only their ratios are used.
 */
export function readPriceFile(text: string): PriceFileReading {
  if (text.length > MOST_CHARACTERS) return { ok: false, fault: 'tooLong', problems: [] }
  const rows = cellsOf(text)
  if (!rows) return { ok: false, fault: 'unreadable', problems: [] }
  const [first] = rows
  if (!first) return { ok: false, fault: 'noPrices', problems: [] }
  const columns = findColumns(first)
  if (typeof columns === 'string') return { ok: false, fault: columns, problems: [] }
  return gather(rows, columns)
}

function cellsOf(text: string): { cells: string[]; line: number }[] | null {
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

function findColumns({ cells }: { cells: string[] }): Columns | 'noDateColumn' | 'noPriceColumn' {
  const titles = cells.map((cell) => cell.toLowerCase().replace(/[*"]/g, '').replace(/_/g, ' ').trim())
  const titled = (names: readonly string[]) =>
    names.map((name) => titles.indexOf(name.replace(/_/g, ' '))).find((at) => at >= 0) ?? -1
  const date = titled(DATE_TITLES)
  if (date < 0) {
    const untitled = parseDate(cells[0] ?? '').ok || dateOrder([cells[0] ?? '']) !== null
    return untitled && cells.length >= 2 ? { date: 0, price: 1, adjusted: false, skip: 0 } : 'noDateColumn'
  }
  const adjusted = titled(ADJUSTED_TITLES)
  if (adjusted >= 0) return { date, price: adjusted, adjusted: true, skip: 1 }
  const named = titled([...PRICE_TITLES, ...PRICE_TITLES_ZH])
  const price = named >= 0 ? named : cells.length === 2 ? 1 - date : -1
  return price < 0 ? 'noPriceColumn' : { date, price, adjusted: false, skip: 1 }
}

type Row = { date: IsoDate; value: number }

function gather(rows: readonly { cells: string[]; line: number }[], columns: Columns): PriceFileReading {
  const body = rows.slice(columns.skip)
  const order = dateOrder(body.map(({ cells }) => cells[columns.date] ?? ''))
  const prices = new Map<IsoDate, number>()
  const problems: PriceLine[] = []
  let empty = 0
  for (const { cells, line } of body) {
    const read = readRow(cells[columns.date] ?? '', cells[columns.price] ?? '', order)
    if (read === 'empty') empty += 1
    else if ('problem' in read) problems.push({ line, ...read })
    else if (conflicts(prices, read)) problems.push({ line, problem: 'twoPrices', text: read.date })
    else prices.set(read.date, read.value)
  }
  const shown = problems.slice(0, MOST_PROBLEMS)
  const days = [...prices.keys()].sort()
  const [from, to] = [days[0], days.at(-1)]
  if (!from || !to) return { ok: false, fault: 'noPrices', problems: shown }
  const months = monthly(days.map((date) => ({ date, value: prices.get(date) as number })))
  return { ok: true, file: { months, from, to, rows: prices.size, empty, adjusted: columns.adjusted, problems: shown } }
}

const conflicts = (prices: ReadonlyMap<IsoDate, number>, { date, value }: Row): boolean =>
  prices.has(date) && prices.get(date) !== value

function readRow(
  dateCell: string,
  priceCell: string,
  order: DateOrder | null,
): Row | 'empty' | { problem: PriceProblem; text: string } {
  const date = parseDate(MONTH_ONLY.test(dateCell) ? `${dateCell}-01` : dateCell, order)
  if (!date.ok) {
    return { problem: date.problem === 'ambiguousDate' ? 'ambiguousDate' : 'date', text: shortened(dateCell) }
  }
  if (NO_PRICE.has(priceCell.toLowerCase())) return 'empty'
  const price = parseDecimal(priceCell.replace(/(\.\d{18})\d+$/, '$1'))
  if (!price.ok) return { problem: 'price', text: shortened(priceCell) }
  const value = Number(decimalText(price.value))
  return value > 0 ? { date: date.value, value } : { problem: 'notPositive', text: shortened(priceCell) }
}

const shortened = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text)

/** The last value of each month. The last month of a file with daily or weekly rows is left out unless they reach its final week. */
function monthly(rows: readonly Row[]): MonthlyValue[] {
  const last = new Map<Month, Row>()
  for (const row of rows) last.set(monthOf(row.date), row)
  const ends = [...last].map(([month, { value }]) => ({ month, value }))
  return endsInFullMonth(rows) ? ends : ends.slice(0, -1)
}

function endsInFullMonth(rows: readonly Row[]): boolean {
  const [first, newest] = [rows[0], rows.at(-1)]
  if (!first || !newest || rows.length < 2) return true
  if (daysBetween(first.date, newest.date) / (rows.length - 1) > MONTHLY_SPACING) return true
  return isNearMonthEnd(newest.date)
}
