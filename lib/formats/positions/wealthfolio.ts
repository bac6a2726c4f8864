import { isoDate } from '@/lib/core/units'
import {
  type Columns,
  cellOf,
  columnsOf,
  isBlank,
  plainTitle,
  type Titles,
  under,
} from '@/lib/formats/positions/columns'
import { enterCash, enterPosition, isCurrency } from '@/lib/formats/positions/position-row'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { type Reading, rowsUnder, startReading } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'

/** Wealthfolio's CSV of holdings: dated snapshots under one another, cash as `$CASH` by currency. The latest date of each account counts. */
const TITLES = {
  date: ['date', 'snapshot date', 'as of date'],
  symbol: ['symbol'],
  name: ['name', 'symbolname', 'symbol name'],
  quantity: ['quantity'],
  price: ['price'],
  unitCost: ['avgcost', 'avg cost', 'average cost', 'averagecost'],
  currency: ['currency'],
  account: ['account', 'account name', 'accountname', 'accountid'],
} satisfies Titles<string>
type Role = keyof typeof TITLES

const CASH = /^\$?cash(?:[-_ ][a-z]{3})?$/i
const NO_ACCOUNT = 'Wealthfolio'
const headerIndex = (table: FileTable): number => table.rows.findIndex((row) => !isBlank(row))

function isHeader(row: FileRow | undefined): boolean {
  const cells = row?.cells ?? []
  const known: readonly string[] = Object.values(TITLES).flat()
  const isKnown = cells.every((cell) => known.includes(plainTitle(cell)))
  return isKnown && columnsOf(cells, TITLES, ['date', 'symbol', 'quantity', 'currency']) !== null
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('wealthfolio')
  const at = headerIndex(table)
  const columns = columnsOf(table.rows[at]?.cells ?? [], TITLES) ?? {}
  const rows = rowsUnder(reading, table, at)
  const latest = new Map<string, string>()
  for (const row of rows) {
    const account = accountOf(row, columns)
    const date = dateOf(row, columns)
    if (date !== null && date > (latest.get(account) ?? '')) latest.set(account, date)
  }
  for (const row of rows) {
    const date = dateOf(row, columns)
    if (date === null) reading.reject(row, 'cellsMissing')
    else if (date !== latest.get(accountOf(row, columns))) reading.skip(row, 'olderSnapshot')
    else readRow(reading, row, columns)
  }
  return reading.finish(table, () => 'footer')
}

const accountOf = (row: FileRow, columns: Columns<Role>): string => under(row.cells, columns, 'account') || NO_ACCOUNT
const dateOf = (row: FileRow, columns: Columns<Role>): string | null =>
  isoDate(under(row.cells, columns, 'date').replace(/[T ].*$/, ''))

function readRow(reading: Reading, row: FileRow, columns: Columns<Role>) {
  const cell = (role: Role) => cellOf(row, columns, role)
  const id = accountOf(row, columns)
  const symbol = cell('symbol') ?? ''
  const currency = (cell('currency') ?? '').toUpperCase()
  if (!isCurrency(currency)) return reading.reject(row, 'currencyUnknown')
  reading.account(id, { currency, tax: taxOf(id) })
  if (!CASH.test(symbol)) {
    return enterPosition(reading, row, id, {
      symbol,
      name: cell('name'),
      quantity: cell('quantity') ?? '',
      price: cell('price'),
      averageCost: cell('unitCost'),
      currency,
    })
  }
  enterCash(reading, row, id, { text: cell('quantity') ?? '', currency, fault: 'quantityNotNumber' })
}

/** Wealthfolio, holdings as CSV. */
export const wealthfolio: PositionsFormat = {
  id: 'wealthfolio',
  detects: (table) => isHeader(table.rows[headerIndex(table)]),
  read,
}
