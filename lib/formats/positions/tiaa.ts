import { filled } from '@/lib/formats/positions/columns'
import { nameAndTicker } from '@/lib/formats/positions/named-symbol'
import type { FileRow } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place } from '@/lib/formats/positions/section-walk'

const BALANCE = /^total balance:?\s*(.*)$/i

/**
 * One table of all plans: a plan's name stands alone, then `Total balance: $…`, then its funds, with the ticker in parentheses behind the name where there
 * is one; `All Investments` closes it, and notes follow. Lines end in a comma. TIAA Traditional is a contract in dollars.
 */
const LAYOUT: Layout = {
  id: 'tiaa',
  unnamed: { id: 'tiaa', name: 'TIAA' },
  titles: {
    name: ['your investments'],
    quantity: ['quantity', 'units', 'shares'],
    price: ['last price', 'price', 'unit value'],
    value: ['total value', 'value'],
    cost: ['cost basis'],
  },
  needs: ['name', 'value'],
  rules: {
    isCash: ({ name }) => /^(?:cash|cash balance|core cash)$/i.test(name),
    inDollars: ({ name }) => /^tiaa (?:traditional|stable value)/i.test(name),
  },
  kindOf,
  cellsOf: (cells) => {
    const { name, ticker } = nameAndTicker(cells.name)
    return { ...cells, name, symbol: ticker }
  },
}

function kindOf(row: FileRow, { columns }: Place): LineKind | null {
  if (!columns) return null
  const cells = filled(row)
  const first = cells[0] ?? ''
  if (/^all investments$/i.test(first)) return { is: 'total', of: 'file', value: row.cells[columns.value ?? 1] ?? '' }
  const balance = BALANCE.exec(first)?.[1]
  if (balance !== undefined) return { is: 'total', of: 'account', value: balance || (cells[1] ?? '') }
  if (cells.length > 1 || /^[*†‡§]/.test(first) || /[.]$/.test(first)) return null
  return first.length > 100 ? null : { is: 'account', account: { id: first, name: first }, rule: 'accountTitle' }
}

export const tiaa = formatOf(LAYOUT)
