import { normaliseSymbol } from '@/lib/core/symbol'
import { balancesAt, type Exchange, ledgerAt, readBalances, readLedger } from '@/lib/formats/positions/coin-balances'
import { plainTitle } from '@/lib/formats/positions/columns'
import type { FileTable, PositionsFormat } from '@/lib/formats/positions/positions-file'

const COINBASE: Exchange = { id: 'coinbase', name: 'Coinbase', symbolOf: normaliseSymbol }

/** The account statement: `portfolio, type, time, amount, balance, amount/balance unit, …`. */
const isStatement = (table: FileTable): boolean =>
  (table.rows[ledgerAt(table)]?.cells ?? []).some((cell) => plainTitle(cell) === 'amount/balance unit')

/** Said by the lines above the table. */
const isNamed = (table: FileTable, headerAt: number): boolean =>
  table.rows.slice(0, headerAt).some((row) => /coinbase/i.test(row.text))

/** The list of transactions of coinbase.com names a quantity for each row, yet no balance. */
const hasTransactions = (table: FileTable): boolean =>
  table.rows.some((row) => row.cells.some((cell) => plainTitle(cell) === 'transaction type'))

/** Coinbase: a table of balances, or an account statement with running balances. */
export const coinbase: PositionsFormat = {
  id: 'coinbase',
  detects: (table) => {
    if (isStatement(table)) return true
    const at = balancesAt(table)
    return at >= 0 && isNamed(table, at) && !hasTransactions(table)
  },
  read: (table) => (isStatement(table) ? readLedger(table, COINBASE) : readBalances(table, COINBASE)),
}
