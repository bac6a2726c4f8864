import { isNothing } from '@/lib/formats/positions/cells'
import { type Columns, under } from '@/lib/formats/positions/columns'
import type { PositionCells } from '@/lib/formats/positions/position-line'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place, readSections } from '@/lib/formats/positions/section-walk'

/** The names of core balances, which are deposits and no fund: their symbols are the broker's own. */
const CORE = /^(?:core|fcash|cash|usd|qiwsq|fdic.*|fzsxx core)\**$/i
const PLAN_LINK = /^brokerage ?link/i

/**
 * `Portfolio_Positions`: one table with the account on each line, `Pending Activity`, and prose behind it. Sweep funds carry two stars; without a
 * quantity they are the balance of the core position.
 */
const LAYOUT: Layout = {
  id: 'fidelity',
  unnamed: { id: 'fidelity', name: 'Fidelity' },
  titles: {
    accountId: ['account number', 'account name/number'],
    accountName: ['account name', 'account'],
    symbol: ['symbol'],
    name: ['description'],
    cusip: ['cusip'],
    quantity: ['quantity'],
    price: ['last price'],
    value: ['current value'],
    cost: ['cost basis total', 'cost basis'],
    averageCost: ['average cost basis', 'cost basis per share'],
    type: ['security type'],
  },
  needs: ['accountId', 'symbol', 'value'],
  rules: { isCash },
}

function isCash({ symbol, name, quantity }: PositionCells): boolean {
  if (CORE.test(symbol.trim())) return true
  const sweep = symbol.trim().endsWith('**') || /^held in (money market|fcash|cash)/i.test(name)
  return sweep && isNothing(quantity)
}

/** A plan lists its BrokerageLink as one line and its positions as an account of their own: the line would count them twice. */
function linkLines(table: FileTable): (row: FileRow, place: Place) => LineKind | null {
  const isAccount = (row: FileRow, columns: Columns): boolean =>
    PLAN_LINK.test(under(row.cells, columns, 'accountName'))
  const candidates = table.rows.filter((row) => row.cells.some((cell) => PLAN_LINK.test(cell)))
  const lines = new Set(candidates.map((row) => row.line))
  return (row, { columns }) => {
    if (!columns || !lines.has(row.line) || isAccount(row, columns)) return null
    const elsewhere = candidates.some((other) => isAccount(other, columns))
    const isLink = (['symbol', 'name'] as const).some((role) => PLAN_LINK.test(under(row.cells, columns, role)))
    return isLink && elsewhere ? { is: 'skip', rule: 'total' } : null
  }
}

const read = (table: FileTable): PositionsFile => readSections(table, { ...LAYOUT, kindOf: linkLines(table) })

export const fidelity: PositionsFormat = { ...formatOf(LAYOUT), read }
