import { isNothing } from '@/lib/formats/positions/cells'
import { filled, under } from '@/lib/formats/positions/columns'
import type { FileRow } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place } from '@/lib/formats/positions/section-walk'

/**
 * `positions.csv` of Chase and J.P. Morgan: some sixty columns that begin with the class and its strategy, the account in front when there are several, prices and
 * values in the base currency beside the local ones, and `FOOTNOTES` at the end.
 */
const LAYOUT: Layout = {
  id: 'jpmorgan',
  unnamed: { id: 'jpmorgan', name: 'J.P. Morgan' },
  titles: {
    accountId: ['account number'],
    accountName: ['account name'],
    type: ['asset strategy'],
    name: ['description'],
    symbol: ['ticker'],
    cusip: ['cusip'],
    quantity: ['quantity'],
    price: ['price'],
    value: ['value'],
    cost: ['cost'],
    averageCost: ['unit cost'],
    currency: ['base ccy'],
    date: ['as of'],
  },
  needs: ['type', 'name', 'symbol', 'quantity', 'value'],
  rules: {
    isCash: ({ symbol, cusip, name }) =>
      isNothing(symbol) && isNothing(cusip) && /^(?:us dollar|u\.s\. dollar|usd|cash|cash balance)\b/i.test(name),
  },
  kindOf,
  accountOf: (row, columns) => {
    const id = under(row.cells, columns, 'accountId').replace(/^\.+/, '')
    const name = under(row.cells, columns, 'accountName')
    return id === '' && name === '' ? null : { id: id || name, name: name || id }
  },
}

function kindOf(row: FileRow, { columns, begun }: Place): LineKind | null {
  if (/^footnotes?$/i.test(filled(row)[0] ?? '')) return { is: 'section', rule: 'footer' }
  return begun && !columns ? { is: 'skip', rule: 'footer' } : null
}

export const jpmorgan = formatOf(LAYOUT)
