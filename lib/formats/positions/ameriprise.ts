import { isNothing } from '@/lib/formats/positions/cells'
import { plainTitle, under } from '@/lib/formats/positions/columns'
import type { FileRow } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place } from '@/lib/formats/positions/section-walk'

/**
 * One table with the account in its third column, a line `Total …` behind each account or group, and contracts (life insurance, fixed annuities) that have a
 * value but no units: a fixed account is a contract in dollars.
 */
const LAYOUT: Layout = {
  id: 'ameriprise',
  unnamed: { id: 'ameriprise', name: 'Ameriprise' },
  titles: {
    symbol: ['symbol', 'symbol/cusip', 'ticker'],
    name: ['description', 'security description', 'security', 'investment'],
    accountId: ['account number', 'account', 'account name'],
    accountName: ['account name', 'account type', 'account'],
    cusip: ['cusip'],
    quantity: ['quantity', 'shares', 'quantity/shares', 'units'],
    price: ['price', 'last price', 'current price', 'market price'],
    value: ['value', 'market value', 'total value', 'current value'],
    cost: ['cost basis', 'total cost', 'cost'],
    averageCost: ['unit cost', 'average cost', 'cost per share'],
    type: ['asset class', 'asset type', 'security type'],
  },
  needs: ['symbol', 'name', 'accountId', 'quantity', 'value'],
  rules: {
    isCash: ({ symbol, name }) =>
      /^(?:cash|\$cash|usd)$/i.test(symbol) ||
      (isNothing(symbol) &&
        /^(?:cash|ameriprise (?:bank )?insured|ameriprise insured money market|insured money)/i.test(name)),
    inDollars: ({ name }) => /\bfixed account\b/i.test(name),
  },
  kindOf,
}

function kindOf(row: FileRow, { columns }: Place): LineKind | null {
  const first = (row.cells[columns?.symbol ?? 0] ?? '').trim()
  if (!columns || !/^(?:grand )?total\b/i.test(first)) return null
  const value = under(row.cells, columns, 'value')
  return /^(?:grand )?total(?: value| assets)?:?$/i.test(first)
    ? { is: 'total', of: 'file', value }
    : { is: 'skip', rule: 'total' }
}

export const ameriprise = formatOf(LAYOUT, (header, table) => {
  const [first, , third] = header.cells.map(plainTitle)
  const inOrder = first === 'symbol' && third?.startsWith('account') === true
  return /ameriprise/i.test(table.text) || (inOrder && table.rows.some((row) => /^total /i.test(row.cells[0] ?? '')))
})
