import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { classOf } from '@/lib/formats/positions/class-of'
import {
  type Columns,
  cellOf,
  columnsOf,
  filled,
  isBlank,
  plainTitle,
  type Titles,
} from '@/lib/formats/positions/columns'
import { exactly } from '@/lib/formats/positions/exact-amounts'
import { enterCash, enterPosition } from '@/lib/formats/positions/position-row'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { type Reading, rowsUnder, startReading, USUAL_CURRENCY } from '@/lib/formats/positions/reading'
import { compareTotal } from '@/lib/formats/positions/stated-total'
import { taxOf } from '@/lib/formats/positions/tax-of'

/** The plain lists of Robinhood, Alpaca and their like: one header, one row for each position, with its average cost. */
const TITLES = {
  symbol: ['symbol', 'ticker', 'instrument', 'asset'],
  name: ['name', 'description', 'company'],
  quantity: ['qty', 'quantity', 'shares'],
  unitCost: ['avg entry price', 'average buy price', 'average cost', 'avg cost', 'avg price', 'average price'],
  cost: ['cost basis', 'total cost'],
  price: ['current price', 'price', 'last price', 'market price', 'mark'],
  value: ['market value', 'equity', 'value', 'total value'],
  side: ['side'],
  kind: ['asset class', 'asset type', 'type'],
  currency: ['currency'],
  account: ['account', 'account name', 'account id', 'account number'],
} satisfies Titles<string>
type Role = keyof typeof TITLES

/** Other columns of such lists. A header with any further one is another format's. */
const OTHERS =
  /^(?:|asset id|id|exchange|qty available|asset marginable|lastday price|change today|percent change|equity change|pe ratio|percentage|average return|total return|total p\/l|today's p\/l|(?:unrealized|intraday) .+|day change.*|gain\/loss.*|return.*|% of portfolio|portfolio %|weight|swap rate|avg entry swap rate)$/
const CASH = /^(?:cash|usd|us dollars?|cash balance)$/i
const TOTAL = /^(?:grand |account )?totals?\b/i

/** The id of the account of a list that names none, so that the next download is of the same account; its name is the file's. */
const NO_ACCOUNT = 'account'
const headerIndex = (table: FileTable): number => table.rows.findIndex((row) => !isBlank(row))

/** A list saved from a table with the symbols as its index has no title above them. */
function columnsIn(row: FileRow | undefined): Columns<Role> {
  const cells = row?.cells ?? []
  const columns = columnsOf(cells, TITLES) ?? {}
  return columns.symbol === undefined && cells[0]?.trim() === '' ? { ...columns, symbol: 0 } : columns
}

function isHeader(row: FileRow | undefined): boolean {
  const columns = columnsIn(row)
  const known: readonly string[] = Object.values(TITLES).flat()
  const complete = [columns.symbol, columns.quantity, columns.unitCost, columns.value ?? columns.price]
  return (
    complete.every((column) => column !== undefined) &&
    (row?.cells ?? []).map(plainTitle).every((title) => known.includes(title) || OTHERS.test(title))
  )
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('simpleList')
  const at = headerIndex(table)
  const columns = columnsIn(table.rows[at])
  const name = table.name.replace(/\.\w+$/, '')
  for (const row of rowsUnder(reading, table, at)) readRow(reading, row, columns, name)
  return reading.finish(table, () => 'footer')
}

function readRow(reading: Reading, row: FileRow, columns: Columns<Role>, listName: string) {
  const cell = (role: Role) => cellOf(row, columns, role)
  const symbol = cell('symbol') ?? ''
  const words = filled(row)
  if (TOTAL.test(words[0] ?? '')) {
    reading.skip(row, 'total')
    return compareTotal(reading, row.line, exactly(cell('value') ?? ''), { accounts: [null], mayLackCash: true })
  }
  // One cell of text that is no symbol: a remark under the list.
  if (words.length === 1 && (symbol === '' || /\s/.test(symbol))) return reading.skip(row, 'footer')
  const id = cell('account') || NO_ACCOUNT
  const currency = cell('currency')?.toUpperCase() || USUAL_CURRENCY
  const name = cell('account') || listName
  reading.account(id, { name, currency, tax: taxOf(name) })
  if (CASH.test(symbol)) {
    return enterCash(reading, row, id, { text: cell('value') || cell('quantity') || '', currency })
  }
  const kind = cell('kind') ?? ''
  if (/option/i.test(kind)) return reading.reject(row, 'option')
  if (/^short$/i.test(cell('side') ?? '')) return reading.reject(row, 'short')
  const coin = /crypto/i.test(kind)
  enterPosition(reading, row, id, {
    symbol: coin ? coinOf(symbol) : symbol,
    name: cell('name'),
    quantity: cell('quantity') ?? '',
    price: cell('price'),
    value: cell('value'),
    averageCost: cell('unitCost'),
    cost: cell('cost'),
    currency,
    ...(coin && { class: coinClass(coinOf(symbol)) }),
  })
}

/** `BTC/USD` and `BTCUSD` are pairs of a coin and a dollar. */
const coinOf = (pair: string): string => pair.replace(/^([A-Z\d]{2,}?)[/-]?USD$/i, '$1')

/** Some coins share their symbol with a stock; as a pair with the dollar it can only be the coin. */
export const coinClass = (symbol: string): ReadHolding['class'] => classOf(`${symbol}-USD`) ?? 'digital'

/** Robinhood, Alpaca and others: symbol, quantity, average cost, price, value. */
export const simpleList: PositionsFormat = {
  id: 'simpleList',
  detects: (table) => isHeader(table.rows[headerIndex(table)]),
  read,
}
