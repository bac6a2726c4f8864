import { type Columns, cellOf, columnsOf, filled, type Titles, under } from '@/lib/formats/positions/columns'
import { exactly } from '@/lib/formats/positions/exact-amounts'
import { enterCash, enterPosition } from '@/lib/formats/positions/position-row'
import type { FileRow, FileTable, PositionsFile } from '@/lib/formats/positions/positions-file'
import { type Reading, rowsUnder, startReading, USUAL_CURRENCY } from '@/lib/formats/positions/reading'
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
    const columns = columnsOf(cells, BALANCE_TITLES, ['asset', 'quantity'])
    return columns !== null && columns.asset !== columns.quantity
  })
}

/** The index of the row with the titles of a list of movements with the balance after each; −1 without one. */
export function ledgerAt(table: FileTable): number {
  const needs = ['time', 'asset', 'balance', 'entry'] as const
  return table.rows.findIndex(({ cells }) => columnsOf(cells, LEDGER_TITLES, needs) !== null)
}

export function readBalances(table: FileTable, exchange: Exchange): PositionsFile {
  const reading = startReading(exchange.id)
  const at = balancesAt(table)
  const columns = columnsOf(table.rows[at]?.cells ?? [], BALANCE_TITLES) ?? {}
  for (const row of rowsUnder(reading, table, at)) readBalance(reading, row, columns, exchange)
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
  const words = filled(row)
  if (TOTAL.test(written || words[0] || '')) {
    reading.skip(row, 'total')
    return compareTotal(reading, row.line, exactly(cell('value') ?? ''), { accounts: [null], mayLackCash: true })
  }
  if (words.length === 1) return reading.skip(row, 'footer')
  const account = cell('wallet') || exchange.name
  reading.account(account)
  const symbol = exchange.symbolOf(written)
  if (FIAT.has(symbol)) {
    return enterCash(reading, row, account, { text: cell('quantity') ?? '', currency: symbol })
  }
  enterPosition(reading, row, account, {
    symbol,
    name: cell('name'),
    quantity: cell('quantity') ?? '',
    price: cell('price'),
    value: cell('value'),
    averageCost: cell('unitCost'),
    cost: cell('cost'),
    currency: USUAL_CURRENCY,
    class: coinClass(symbol),
  })
}

/** The balance after the last movement of each coin in each wallet. Movements without a balance have not been booked. */
export function readLedger(table: FileTable, exchange: Exchange): PositionsFile {
  const reading = startReading(exchange.id)
  const at = ledgerAt(table)
  const columns = columnsOf(table.rows[at]?.cells ?? [], LEDGER_TITLES) ?? {}
  const rows = rowsUnder(reading, table, at)
  const latest = new Map<string, FileRow>()
  for (const row of oldestFirst(rows, columns)) {
    const asset = under(row.cells, columns, 'asset')
    if (asset === '') reading.reject(row, 'symbolMissing')
    else if (cellOf(row, columns, 'balance') === '') reading.skip(row, 'pending')
    else latest.set(`${asset}\n${under(row.cells, columns, 'wallet')}`, row)
  }
  for (const row of latest.values()) {
    const account = under(row.cells, columns, 'wallet') || exchange.name
    const symbol = exchange.symbolOf(under(row.cells, columns, 'asset'))
    const balance = under(row.cells, columns, 'balance')
    reading.account(account)
    if (FIAT.has(symbol)) enterCash(reading, row, account, { text: balance, currency: symbol })
    else {
      enterPosition(reading, row, account, {
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
  const time = (row: FileRow | undefined): string => (row ? under(row.cells, columns, 'time') : '')
  const descending = time(rows[0]) > time(rows.at(-1))
  const inFile = descending ? rows.toReversed() : rows
  return inFile.toSorted((a, b) => (time(a) < time(b) ? -1 : Number(time(a) > time(b))))
}
