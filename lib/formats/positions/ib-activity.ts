import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { decimalText } from '@/lib/core/decimal'
import { readNumber } from '@/lib/formats/positions/cells'
import { type Columns, columnsOf, under } from '@/lib/formats/positions/columns'
import { agree, exactly } from '@/lib/formats/positions/exact-amounts'
import {
  isLot,
  lotIn,
  POSITION_TITLES,
  type PositionRole,
  type PositionRow,
  readOpenPosition,
  type Statement,
  securityOf,
} from '@/lib/formats/positions/ib-activity-positions'
import { enterNamedLots, type NamedLot } from '@/lib/formats/positions/lot-line'
import { enterCash, isCurrency } from '@/lib/formats/positions/position-row'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { type Reading, startReading, USUAL_CURRENCY } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'

/**
 * The activity statement of Interactive Brokers: one file of many sections, each line beginning with the section's name and `Header`, `Data`,
 * `Total` or `Notes`. Positions and cash are read; a cash balance in another than the base currency is an account of its own.
 */
const POSITIONS = /^(?:(?:long|short) )?open positions$/i
const CASH = /^cash report$/i
const BASE_SUMMARY = /^base currency/i

const section = (row: FileRow): string => (row.cells[0] ?? '').trim()
const kind = (row: FileRow): string => (row.cells[1] ?? '').trim().toLowerCase()

function aboutStatement(table: FileTable): Statement {
  const about: Statement = { account: '', currency: USUAL_CURRENCY, tax: '', names: new Map() }
  let titles: Columns<'symbol' | 'name'> = {}
  for (const row of table.rows) {
    const [, , field = '', text = ''] = row.cells
    if (section(row) === 'Account Information' && kind(row) === 'data') {
      if (field === 'Account') about.account = text.replace(/\s*\(.*$/, '').trim()
      if (field === 'Base Currency' && isCurrency(text.trim())) about.currency = text.trim()
      if (/type|name|alias/i.test(field)) about.tax += ` ${text}`
    }
    if (section(row) !== 'Financial Instrument Information') continue
    if (kind(row) === 'header') titles = columnsOf(row.cells, { symbol: ['symbol'], name: ['description'] }) ?? {}
    for (const symbol of under(row.cells, titles, 'symbol').split(',')) {
      about.names.set(symbol.trim(), under(row.cells, titles, 'name'))
    }
  }
  about.account ||= 'Interactive Brokers'
  return about
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('ibActivity')
  const about = aboutStatement(table)
  const main = about.account
  reading.account(main, { currency: about.currency, tax: taxOf(about.tax) })
  const held = new Map<string, ReadHolding>()
  const lots: NamedLot[] = []
  let columns: Columns<PositionRole> = {}
  let from = 0
  for (const row of table.rows) {
    if (!POSITIONS.test(section(row))) continue
    if (kind(row) === 'header') {
      columns = columnsOf(row.cells, POSITION_TITLES) ?? {}
      reading.skip(row, 'header')
    } else if (kind(row) === 'data') enterRow(reading, { row, columns, about }, held, lots)
    else from = compareBlock(reading, row, columns, from)
  }
  // Lots stand below their position, in some files in a block of their own.
  enterNamedLots(reading, lots, held)
  readBalances(reading, table, main)
  return reading.finish(table, (place) =>
    /^Statement\b|^Account Information\b/.test(place.text) ? 'preamble' : 'otherSection',
  )
}

function enterRow(reading: Reading, of: PositionRow, held: Map<string, ReadHolding>, lots: NamedLot[]) {
  if (isLot(of)) return lots.push(lotIn(of))
  const holding = readOpenPosition(reading, of)
  if (holding) held.set(securityOf(of), holding)
}

/** The file's total of a currency beside the sum of what was read since the total before it; returns where the next block begins. */
function compareBlock(reading: Reading, row: FileRow, columns: Columns<PositionRole>, from: number): number {
  reading.skip(row, 'total')
  const currency = under(row.cells, columns, 'currency')
  const stated = readNumber(under(row.cells, columns, 'value'))
  const block = reading.holdings().slice(from)
  if (block.length === 0 || !stated.ok || block.some((holding) => holding.currency !== currency)) {
    return reading.holdings().length
  }
  const ours = block.reduce((total, holding) => total + (exactly(holding.value) ?? 0n), 0n)
  if (!agree(ours, exactly(stated.value) ?? 0n, block.length)) {
    reading.note(row.line, 'totalMismatch', { file: stated.value, ours: decimalText(ours), currency })
  }
  return reading.holdings().length
}

/** `Ending Cash` by currency; the summary in the base currency counts only where the file does not list the currencies. */
function readBalances(reading: Reading, table: FileTable, main: string) {
  const rows = table.rows.filter((row) => CASH.test(section(row)))
  const balances = new Set(rows.filter((row) => kind(row) === 'data' && row.cells[2]?.trim() === 'Ending Cash'))
  const byCurrency = [...balances].filter((row) => isCurrency(row.cells[3]?.trim() ?? ''))
  let columns: Columns<'currency' | 'total'> = { currency: 3, total: 4 }
  for (const row of rows) {
    if (kind(row) === 'header') {
      columns = columnsOf(row.cells, { currency: ['currency'], total: ['total'] }) ?? {}
      reading.skip(row, 'header')
    }
    if (!balances.has(row)) continue
    const currency = under(row.cells, columns, 'currency')
    const text = under(row.cells, columns, 'total')
    const isSummary = BASE_SUMMARY.test(currency)
    if (isSummary && byCurrency.length > 0) reading.skip(row, 'total')
    else if (isSummary) enterCash(reading, row, main, { text, currency: reading.account(main).currency })
    else if (!isCurrency(currency)) reading.reject(row, 'currencyUnknown')
    else enterCash(reading, row, main, { text, currency })
  }
}

/** Interactive Brokers, activity statement as CSV. */
export const ibActivity: PositionsFormat = {
  id: 'ibActivity',
  detects: (table) =>
    table.rows.some((row) => kind(row) === 'header' && (POSITIONS.test(section(row)) || CASH.test(section(row)))),
  read,
}
