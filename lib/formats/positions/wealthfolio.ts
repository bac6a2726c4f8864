import { isoDate } from '@/lib/core/units'
import { readNumber } from '@/lib/formats/positions/cells'
import { type Columns, cellOf, columnsOf, type Titles, titleOf } from '@/lib/formats/positions/columns'
import { isCurrency, readPosition } from '@/lib/formats/positions/position-row'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { isBlank, type Reading, startReading } from '@/lib/formats/positions/reading'
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
  const columns = columnsOf(row?.cells ?? [], TITLES)
  const known: readonly string[] = Object.values(TITLES).flat()
  const complete = [columns.date, columns.symbol, columns.quantity, columns.currency]
  const all = (row?.cells ?? []).every((cell) => known.includes(titleOf(cell)))
  return all && complete.every((column) => column !== undefined)
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('wealthfolio')
  const at = headerIndex(table)
  const header = table.rows[at]
  if (header) reading.skip(header, 'header')
  const columns = columnsOf(header?.cells ?? [], TITLES)
  const rows = table.rows.slice(at + 1).filter((row) => !isBlank(row))
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

const accountOf = (row: FileRow, columns: Columns<Role>): string => cellOf(row, columns, 'account') || NO_ACCOUNT
const dateOf = (row: FileRow, columns: Columns<Role>): string | null =>
  isoDate((cellOf(row, columns, 'date') ?? '').replace(/[T ].*$/, ''))

function readRow(reading: Reading, row: FileRow, columns: Columns<Role>) {
  const cell = (role: Role) => cellOf(row, columns, role)
  const id = accountOf(row, columns)
  const symbol = cell('symbol') ?? ''
  const currency = (cell('currency') ?? '').toUpperCase()
  if (!isCurrency(currency)) return reading.reject(row, 'currencyUnknown')
  reading.account(id, { currency, tax: taxOf(id) })
  if (!CASH.test(symbol)) {
    return readPosition(reading, row, id, {
      symbol,
      name: cell('name'),
      quantity: cell('quantity') ?? '',
      price: cell('price'),
      unitCost: cell('unitCost'),
      currency,
    })
  }
  const amount = readNumber(cell('quantity') ?? '')
  if (amount.ok) reading.cash(row, id, amount.value, currency)
  else reading.reject(row, amount.problem === 'ambiguous' ? 'numberAmbiguous' : 'quantityNotNumber')
}

/** Wealthfolio, holdings as CSV. */
export const wealthfolio: PositionsFormat = {
  id: 'wealthfolio',
  detects: (table) => isHeader(table.rows[headerIndex(table)]),
  read,
}
