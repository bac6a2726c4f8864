import { readNumber } from '@/lib/formats/positions/cells'
import { type Columns, cellOf, columnsOf, type Titles } from '@/lib/formats/positions/columns'
import { readPosition } from '@/lib/formats/positions/position-row'
import type { FileRow, FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'
import { isBlank, type Place, type Reading, startReading, USUAL_CURRENCY } from '@/lib/formats/positions/reading'
import { coinClass } from '@/lib/formats/positions/simple-list'
import { compareTotal } from '@/lib/formats/positions/stated-total'

/** What the balances of exchanges have in common: a coin or a currency, how much of it, and at times a price and a value. */
export interface Exchange {
  id: string
  /** The name of the account where the file names none. */
  name: string
  /** The coin's or currency's usual symbol for what the exchange writes. */
  symbolOf: (written: string) => string
}

const money = (...words: string[]): string[] =>
  words.flatMap((word) => [word, `${word} usd`, `usd ${word}`, `${word} in usd`])

const BALANCE_TITLES = {
  asset: ['asset', 'asset symbol', 'coin', 'currency', 'symbol', 'ticker'],
  name: ['asset name', 'name', 'description'],
  quantity: ['balance', 'total balance', 'total quantity', 'quantity', 'total', 'amount'],
  price: money('spot price', 'market price', 'price'),
  value: money('market value', 'total value', 'value', 'notional value', 'native balance', 'fiat value'),
  unitCost: money('average cost', 'avg cost', 'average price', 'unit cost'),
  cost: money('cost basis', 'total cost'),
  wallet: ['portfolio', 'portfolio name', 'wallet', 'account', 'account name'],
} satisfies Titles<string>

const LEDGER_TITLES = {
  time: ['time', 'timestamp', 'date'],
  asset: ['amount/balance unit', 'asset'],
  balance: ['balance'],
  wallet: ['portfolio', 'wallet'],
  entry: ['txid', 'type'],
} satisfies Titles<string>

const FIAT = new Set([
  'USD',
  'EUR',
  'GBP',
  'CAD',
  'JPY',
  'CNY',
  'HKD',
  'CHF',
  'AUD',
  'SGD',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'BRL',
  'TRY',
])
const TOTAL = /^(?:grand |portfolio )?totals?\b/i

/** The index of the row with the titles of a table of balances; −1 without one. */
export function balancesAt(table: FileTable): number {
  return table.rows.findIndex(({ cells }) => {
    const columns = columnsOf(cells, BALANCE_TITLES)
    return columns.asset !== undefined && columns.quantity !== undefined && columns.asset !== columns.quantity
  })
}

/** The index of the row with the titles of a list of movements with the balance after each; −1 without one. */
export function ledgerAt(table: FileTable): number {
  return table.rows.findIndex(({ cells }) => {
    const columns = columnsOf(cells, LEDGER_TITLES)
    return [columns.time, columns.asset, columns.balance, columns.entry].every((column) => column !== undefined)
  })
}

export function readBalances(table: FileTable, exchange: Exchange): PositionsFile {
  const reading = startReading(exchange.id)
  const at = balancesAt(table)
  const columns = columnsOf(table.rows[at]?.cells ?? [], BALANCE_TITLES)
  for (const [index, row] of table.rows.entries()) {
    if (isBlank(row)) continue
    if (index <= at) reading.skip(row, index === at ? 'header' : 'preamble')
    else readBalance(reading, row, columns, exchange)
  }
  return reading.finish(table, () => 'footer')
}

function readBalance(
  reading: Reading,
  row: FileRow,
  columns: Columns<keyof typeof BALANCE_TITLES>,
  exchange: Exchange,
) {
  const cell = (role: keyof typeof BALANCE_TITLES) => cellOf(row, columns, role)
  const written = cell('asset') ?? ''
  if (TOTAL.test(written || row.cells.find((text) => text.trim() !== '') || ''))
    return compareTotal(reading, row, cell('value') ?? '')
  if (row.cells.filter((text) => text.trim() !== '').length === 1) return reading.skip(row, 'footer')
  const account = cell('wallet') || exchange.name
  reading.account(account)
  const symbol = exchange.symbolOf(written)
  if (FIAT.has(symbol)) return readMoney(reading, row, account, symbol, cell('quantity') ?? '')
  readPosition(reading, row, account, {
    symbol,
    name: cell('name'),
    quantity: cell('quantity') ?? '',
    price: cell('price'),
    value: cell('value'),
    unitCost: cell('unitCost'),
    cost: cell('cost'),
    currency: USUAL_CURRENCY,
    class: coinClass(symbol),
  })
}

function readMoney(reading: Reading, place: Place, account: string, currency: string, text: string) {
  const amount = readNumber(text)
  if (!amount.ok) return reading.reject(place, amount.problem === 'ambiguous' ? 'numberAmbiguous' : 'valueNotNumber')
  if (amount.value === '0' && currency !== USUAL_CURRENCY) return reading.skip(place, 'zero')
  reading.cash(place, account, amount.value, currency)
}

/** The balance after the last movement of each coin in each wallet. Movements without a balance have not been booked. */
export function readLedger(table: FileTable, exchange: Exchange): PositionsFile {
  const reading = startReading(exchange.id)
  const at = ledgerAt(table)
  const columns = columnsOf(table.rows[at]?.cells ?? [], LEDGER_TITLES)
  for (const [index, row] of table.rows.entries()) {
    if (index <= at && !isBlank(row)) reading.skip(row, index === at ? 'header' : 'preamble')
  }
  const rows = table.rows.slice(at + 1).filter((row) => !isBlank(row))
  const latest = new Map<string, FileRow>()
  for (const row of oldestFirst(rows, columns)) {
    const asset = cellOf(row, columns, 'asset') ?? ''
    if (asset === '') reading.reject(row, 'symbolMissing')
    else if (cellOf(row, columns, 'balance') === '') reading.skip(row, 'pending')
    else latest.set(`${asset}\n${cellOf(row, columns, 'wallet') ?? ''}`, row)
  }
  for (const row of latest.values()) {
    const account = cellOf(row, columns, 'wallet') || exchange.name
    const symbol = exchange.symbolOf(cellOf(row, columns, 'asset') ?? '')
    const balance = cellOf(row, columns, 'balance') ?? ''
    reading.account(account)
    if (FIAT.has(symbol)) readMoney(reading, row, account, symbol, balance)
    else {
      readPosition(reading, row, account, {
        symbol,
        quantity: balance,
        currency: USUAL_CURRENCY,
        class: coinClass(symbol),
      })
    }
  }
  return reading.finish(table, () => 'activity')
}

/** By time; rows of one moment in the order of the file, which the first and the last row tell. */
function oldestFirst(rows: readonly FileRow[], columns: Columns<'time'>): readonly FileRow[] {
  const time = (row: FileRow | undefined): string => (row ? (cellOf(row, columns, 'time') ?? '') : '')
  const descending = time(rows[0]) > time(rows.at(-1))
  const inFile = descending ? rows.toReversed() : rows
  return inFile.toSorted((a, b) => (time(a) < time(b) ? -1 : Number(time(a) > time(b))))
}
