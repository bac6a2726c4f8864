import { columnsOf, filled, plainTitle } from '@/lib/formats/positions/columns'
import type { NamedAccount } from '@/lib/formats/positions/named-account'
import type { FileRow, FileTable, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, readSections } from '@/lib/formats/positions/section-walk'

const TITLE = /^positions for (?:account\s+)?(.*?)(?:\s+as of\s.*)?$/i
const ALL = /^(?:all|custom|household)\b|all[- ]accounts/i
/** `Individual ...123`, `Roth Contributory IRA XXXX-4567`: the broker shows the last digits only. */
const MASKED = /^(.*?)\s*(?:\.{2,}|…|[Xx*]{2,}-?)\s*(\d{2,})$/

/**
 * The positions of one account or of all, from the Positions page: a title with the date, and per account a header, positions, `Cash & Cash
 * Investments` and `Account Total`. In the file of all accounts the name of each stands alone above its header.
 */
const LAYOUT: Layout = {
  id: 'schwab',
  unnamed: { id: 'schwab', name: 'Schwab' },
  titles: {
    symbol: ['symbol'],
    name: ['description'],
    quantity: ['qty', 'quantity'],
    price: ['price'],
    value: ['mkt val', 'market value'],
    cost: ['cost basis'],
    averageCost: ['cost/share', 'avg cost', 'average cost'],
    type: ['asset type', 'security type'],
  },
  needs: ['symbol', 'quantity', 'value'],
  rules: {
    isCash: ({ symbol }) =>
      /^(?:cash & cash investments|cash and cash investments|futures cash|cash)$/i.test(symbol.trim()),
  },
}

function accountOf(title: string): NamedAccount {
  const masked = MASKED.exec(title.trim())
  const digits = masked?.[2]
  return digits ? { id: digits, name: masked?.[1]?.trim() || title.trim() } : { id: title.trim(), name: title.trim() }
}

/** The lines above the headers: in the file of all accounts each is the name of one. */
function linesAboveHeaders(table: FileTable): ReadonlySet<number> {
  const rows = table.rows.filter((row) => filled(row).length > 0)
  const isHeader = (row: FileRow | undefined): boolean =>
    row !== undefined && columnsOf(row.cells, LAYOUT.titles, LAYOUT.needs) !== null
  return new Set(rows.filter((_, i) => isHeader(rows[i + 1])).map((row) => row.line))
}

function kindOf(row: FileRow, above: ReadonlySet<number>): LineKind | null {
  const cells = filled(row)
  const first = cells[0] ?? ''
  if (/^futures positions market value/i.test(first)) return { is: 'skip', rule: 'total' }
  if (cells.length > 2) return null
  const named = TITLE.exec(first)?.[1]
  if (named !== undefined)
    return ALL.test(named) || named === ''
      ? { is: 'skip', rule: 'preamble' }
      : { is: 'account', account: accountOf(named), rule: 'preamble' }
  const standsAlone = cells.length === 1 && first.length <= 80 && (MASKED.test(first) || above.has(row.line))
  return standsAlone ? { is: 'account', account: accountOf(first), rule: 'accountTitle' } : null
}

function isOurs(header: FileRow, table: FileTable): boolean {
  const titles = header.cells.map(plainTitle)
  if (titles.some((title) => /^account (number|name)$/.test(title))) return false
  return titles.includes('mkt val') || table.rows.some((row) => TITLE.test(row.cells[0] ?? ''))
}

export const schwab: PositionsFormat = {
  ...formatOf(LAYOUT, isOurs),
  read: (table) => {
    const above = linesAboveHeaders(table)
    return readSections(table, { ...LAYOUT, kindOf: (row) => kindOf(row, above) })
  },
}
