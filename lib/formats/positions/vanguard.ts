import { plainTitle } from '@/lib/formats/positions/columns'
import type { FileRow } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place } from '@/lib/formats/positions/section-walk'

/**
 * The stacked download: positions with the account's number on each line, then, under a header of its own, transactions. Older funds and
 * employers' plans come in blocks with other titles. Lines end in a comma; a bond's symbol may be the word `null`.
 */
const LAYOUT: Layout = {
  id: 'vanguard',
  unnamed: { id: 'vanguard', name: 'Vanguard' },
  titles: {
    accountId: ['account number', 'fund account number', 'plan number'],
    accountName: ['plan name', 'account name'],
    name: ['investment name', 'fund name'],
    symbol: ['symbol', 'ticker'],
    quantity: ['shares'],
    price: ['share price', 'price'],
    value: ['total value'],
    cost: ['cost basis', 'total cost'],
  },
  needs: ['accountId', 'name', 'quantity', 'value'],
  rules: {
    isCash: ({ symbol, name }) =>
      /^cash$/i.test(symbol) ||
      (/^(?:null)?$/i.test(symbol) && /^(?:cash|settlement fund|vanguard cash deposit)\b/i.test(name)),
  },
  kindOf,
}

function kindOf(row: FileRow, { columns, begun }: Place): LineKind | null {
  if (row.cells.some((cell) => ['trade date', 'transaction type'].includes(plainTitle(cell))))
    return { is: 'section', rule: 'otherSection' }
  return begun && !columns ? { is: 'skip', rule: 'activity' } : null
}

export const vanguard = formatOf(LAYOUT)
