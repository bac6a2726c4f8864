import { isNothing } from '@/lib/formats/positions/cells'
import { filled } from '@/lib/formats/positions/columns'
import { nameAndTicker } from '@/lib/formats/positions/named-symbol'
import type { FileRow, FileTable } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place } from '@/lib/formats/positions/section-walk'

const BROKER = /t\.? ?rowe ?price|troweprice/i
const NUMBERED = /^(.*?)[\s(#:–-]+((?:[Xx*.]{2,}-?)?[\dA-Z]*\d{3,}(?:-\d+)?)\)?$/

/**
 * Holdings with the account on each line, or above the lines of each account; the ticker in its own column or in parentheses behind the name of
 * the fund. The titles differ between funds, brokerage and plans, so several are taken.
 */
const LAYOUT: Layout = {
  id: 'tRowePrice',
  unnamed: { id: 'tRowePrice', name: 'T. Rowe Price' },
  titles: {
    accountId: ['account number', 'account', 'account name', 'plan name'],
    accountName: ['account name', 'account type', 'registration', 'plan name', 'account'],
    symbol: ['ticker', 'symbol', 'ticker symbol', 'symbol/cusip'],
    name: [
      'fund name',
      'investment name',
      'fund',
      'investment',
      'security',
      'security name',
      'holding',
      'description',
      'name',
    ],
    cusip: ['cusip'],
    quantity: ['shares', 'quantity', 'units', 'shares/units', 'number of shares'],
    price: ['share price', 'price', 'nav', 'last price', 'current price', 'unit price', 'price/nav'],
    value: ['market value', 'value', 'current value', 'balance', 'total value', 'current balance'],
    cost: ['cost basis', 'total cost', 'total cost basis'],
    averageCost: ['average cost', 'average cost per share', 'unit cost'],
    type: ['asset class', 'asset type', 'security type', 'investment type'],
  },
  needs: ['name', 'quantity', 'value'],
  rules: {
    isCash: ({ symbol, name }) =>
      /^cash$/i.test(symbol) ||
      (isNothing(symbol) &&
        /^(?:cash|cash balance|fdic insured deposit|bank deposit|core account|sweep)\b/i.test(name)),
  },
  kindOf,
  cellsOf: (cells) => {
    if (!isNothing(cells.symbol)) return cells
    const { name, ticker } = nameAndTicker(cells.name)
    return { ...cells, name, symbol: ticker }
  },
}

function kindOf(row: FileRow, { begun }: Place): LineKind | null {
  const cells = filled(row)
  const [, name, id] = NUMBERED.exec(cells[0] ?? '') ?? []
  if (cells.length > 1 || !id || (cells[0]?.length ?? 0) > 80 || /\bas of\b|download/i.test(cells[0] ?? '')) return null
  return { is: 'account', account: { id, name: name || id }, rule: begun ? 'accountTitle' : 'preamble' }
}

/** The broker is named outside the table, or most of the positions are its own funds. */
function isNamed(header: FileRow, table: FileTable): boolean {
  const outside = table.rows.some((row) => filled(row).length <= 2 && BROKER.test(row.text))
  const body = table.rows.filter((row) => row.line > header.line && filled(row).length > 2)
  return outside || body.filter((row) => BROKER.test(row.text)).length * 2 > body.length
}

export const tRowePrice = formatOf(LAYOUT, isNamed)
