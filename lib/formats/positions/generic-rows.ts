import { findSymbol } from '@/lib/core/directory'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { isNothing } from '@/lib/formats/positions/cells'
import { type Columns, under } from '@/lib/formats/positions/columns'
import { currencyOf } from '@/lib/formats/positions/currency-words'
import { cellCusip, cellSymbol, nameAndTicker, symbolFromName } from '@/lib/formats/positions/named-symbol'
import type { FileRow } from '@/lib/formats/positions/positions-file'

const TOTAL =
  /^(?:(?:sub-?|grand |account |portfolio |overall |all )?totals?(?: (?:value|account|portfolio|assets|holdings|market value))?|account total|portfolio total|合\s*计|总\s*计|小\s*计|总资产|总市值|资产合计)\s*[:：]?$/i
const PART = /^sub|^小/i
const TOTAL_START =
  /^(?:sub-?|grand |account |portfolio |overall )?totals?\b|^(?:合\s*计|总\s*计|小\s*计|总资产|总市值)/i
const PENDING = /^pending (?:activity|transactions?|trades?)|^unsettled|^在途|^待交收/i
const CASH =
  /^(?:cash|cash (?:&|and) cash investments|cash (?:&|and) (?:cash )?equivalents|cash balance|total cash|settled cash|available cash|uninvested cash|cash \(?[a-z]{3}\)?|现金|现金余额|可用资金|可用余额|资金余额|人民币现金)$/i
const NAMES_CASH = /cash|currency|dollar|euro|pound|yen|yuan|现金|货币|余额/i

export const firstText = (row: FileRow): string => row.cells.find((cell) => cell !== '') ?? ''
export const filled = (row: FileRow): number => row.cells.filter((cell) => cell !== '').length

/** A row that states a sum: `part` for a subtotal. A fund whose name begins with `Total` has a quantity. */
export function totalOf(row: FileRow, columns: Columns): 'total' | 'part' | null {
  const text = firstText(row)
  const sums = TOTAL.test(text) || (TOTAL_START.test(text) && isNothing(under(row.cells, columns, 'quantity')))
  if (!sums) return null
  return PART.test(text) ? 'part' : 'total'
}

export const isPending = (row: FileRow): boolean => PENDING.test(firstText(row))

/** The symbol of a row, as it is stored: of its own column, else an ISIN or CUSIP, else what its name says. Empty when there is none. */
export function symbolOf(row: FileRow, columns: Columns): string {
  const cell = under(row.cells, columns, 'symbol')
  const symbol = cellSymbol(nameAndTicker(cell).ticker || cell)
  if (symbol !== '') return symbol
  const number = under(row.cells, columns, 'cusip')
  if (!isNothing(number)) return cellCusip(number) || normaliseSymbol(number)
  const name = under(row.cells, columns, 'name')
  if (isNothing(name) || columns.symbol !== undefined) return nameAndTicker(name).ticker
  return nameAndTicker(name).ticker || symbolFromName(name)
}

/** Short, in capitals and storable, as symbols are; words of a sentence are not. */
export function isSymbolLike(text: string): boolean {
  const plain = normaliseSymbol(text)
  if (symbolProblem(plain) !== null || plain.length > 15 || plain.split(' ').length > 2) return false
  return text === text.toUpperCase() || findSymbol(plain) !== null
}

/** Whether a row is of money and not of a security. `USD` is a fund, too, so a currency's code needs a name that says cash or none. */
export function isCash(row: FileRow, columns: Columns): boolean {
  const [symbol, name] = [under(row.cells, columns, 'symbol'), under(row.cells, columns, 'name')]
  if (CASH.test(symbol) || (CASH.test(name) && (isNothing(symbol) || currencyOf(symbol) !== null))) return true
  const code = /^[A-Z]{3}$/.test(symbol) && currencyOf(symbol) !== null
  return (
    code &&
    (name === '' || NAMES_CASH.test(name)) &&
    isNothing(under(row.cells, columns, 'price').replace(/^1([.,]0*)?$/, ''))
  )
}
