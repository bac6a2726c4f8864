import { normaliseSymbol } from '@/lib/core/symbol'
import { balancesAt, type Exchange, ledgerAt, readBalances, readLedger } from '@/lib/formats/positions/coin-balances'
import { plainTitle } from '@/lib/formats/positions/columns'
import type { FileTable, PositionsFormat } from '@/lib/formats/positions/positions-file'

/** Kraken's first codes: four letters, X before a coin and Z before a currency. */
const OLD_CODE = /^(?:X(XBT|XDG|XRP|XLM|XMR|ETH|ETC|LTC|REP|MLN|ZEC)|Z(USD|EUR|GBP|CAD|JPY|CHF|AUD))$/
/** What is staked, earning or on hold is listed apart: `DOT.S`, `DOT28.S` (days of the bond), `XBT.M`, `ETH.F`, `USD.HOLD`. */
const PART = /(?:(?<=[A-Z])\d{2}\.S|\.(?:S|M|P|F|B|HOLD))$/
const OTHER_NAMES: Record<string, string> = { XBT: 'BTC', XDG: 'DOGE', ETH2: 'ETH' }

export function krakenSymbol(written: string): string {
  const code = normaliseSymbol(written).replace(PART, '')
  const [, coin, currency] = OLD_CODE.exec(code) ?? []
  const plain = coin ?? currency ?? code
  return OTHER_NAMES[plain] ?? plain
}

const KRAKEN: Exchange = { id: 'kraken', name: 'Kraken', symbolOf: krakenSymbol }

/** `"txid","refid","time","type","subtype","aclass","asset",…,"amount","fee","balance"`. */
function isLedger(table: FileTable): boolean {
  const titles = (table.rows[ledgerAt(table)]?.cells ?? []).map(plainTitle)
  return ['txid', 'refid', 'aclass'].every((title) => titles.includes(title))
}

/** A table of balances is Kraken's when it says so, or uses the old codes. */
function isBalances(table: FileTable): boolean {
  const at = balancesAt(table)
  if (at < 0) return false
  const named = table.rows.slice(0, at).some((row) => /kraken/i.test(row.text))
  const asset = (table.rows[at]?.cells ?? []).findIndex((cell) => /^(?:asset|currency|coin)$/.test(plainTitle(cell)))
  return named || table.rows.slice(at + 1).some((row) => OLD_CODE.test(row.cells[asset]?.trim() ?? ''))
}

/** Kraken: a table of balances, or the ledger with running balances. */
export const kraken: PositionsFormat = {
  id: 'kraken',
  detects: (table) => isLedger(table) || isBalances(table),
  read: (table) => (isLedger(table) ? readLedger(table, KRAKEN) : readBalances(table, KRAKEN)),
}
