import { filled, plainTitle } from '@/lib/formats/positions/columns'
import type { NamedAccount } from '@/lib/formats/positions/named-account'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import {
  formatOf,
  type Layout,
  type LineKind,
  lastNumber,
  type Place,
  readSections,
} from '@/lib/formats/positions/section-walk'

const LOT_DATE = /^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{4}-\d{2}-\d{2}$/
/** `Individual Brokerage -2203`, `Roth IRA(-6084) -6354`. */
const NUMBERED = /^(.*?)\s*-\s?([\dX]{3,})$/

/**
 * `PortfolioDownload`: a summary with the account, the filters, and one table that ends in `CASH` and `TOTAL`, whose value stands one column too far to
 * the left. Bonds and deposits have their description for a symbol. Lots stand under their position with a date for a symbol.
 */
const LAYOUT: Layout = {
  id: 'etrade',
  unnamed: { id: 'etrade', name: 'E*TRADE' },
  titles: {
    symbol: ['symbol'],
    quantity: ['quantity', 'qty'],
    price: ['last price', 'price'],
    value: ['value', 'market value'],
    cost: ['total cost'],
    averageCost: ['price paid', 'cost/share'],
  },
  needs: ['symbol', 'quantity', 'value'],
  rules: { isCash: ({ symbol }) => /^cash$/i.test(symbol) },
  cellsOf: (cells, row) => ({
    ...cells,
    name: cells.symbol,
    value: /^cash$/i.test(cells.symbol) && cells.value === '' ? lastNumber(row) : cells.value,
  }),
}

function accountOf(text: string): NamedAccount {
  const [, name, id] = NUMBERED.exec(text) ?? []
  return id ? { id, name: name?.replace(/\s*\(-?\d+\)$/, '') || text } : { id: text, name: text }
}

/** The accounts of the summary above the table. */
function summaryOf(table: FileTable): NamedAccount[] {
  const head = table.rows.findIndex((row) => plainTitle(row.cells[0] ?? '') === 'account' && row.cells.length > 2)
  if (head < 0) return []
  const behind = table.rows.slice(head + 1)
  const length = behind.findIndex((row) => filled(row).length < 2)
  return behind.slice(0, length < 0 ? 0 : length).map((row) => accountOf((row.cells[0] ?? '').trim()))
}

function kindOf(row: FileRow, { columns }: Place): LineKind | null {
  const first = (row.cells[0] ?? '').trim()
  return columns && LOT_DATE.test(first) ? { is: 'lot', acquired: first } : null
}

function read(table: FileTable): PositionsFile {
  const [only, ...others] = summaryOf(table)
  return readSections(table, { ...LAYOUT, kindOf, unnamed: only && others.length === 0 ? only : LAYOUT.unnamed })
}

function isOurs(header: FileRow, table: FileTable): boolean {
  const titles = header.cells.map((cell) => cell.trim().toLowerCase())
  if (titles[0] !== 'symbol' || !titles.includes('value $')) return false
  const isSummary = table.rows.some((row) => /^(?:account summary|view summary\b)/i.test((row.cells[0] ?? '').trim()))
  return isSummary || titles.includes('price paid $')
}

export const etrade: PositionsFormat = {
  ...formatOf(LAYOUT, isOurs),
  read,
}
