import { isNothing } from '@/lib/formats/positions/cells'
import { filled, plainTitle, under } from '@/lib/formats/positions/columns'
import type { FileRow } from '@/lib/formats/positions/positions-file'
import { formatOf, type Layout, type LineKind, type Place } from '@/lib/formats/positions/section-walk'

const NUMBER = /\b([A-Z\d]{3}-[A-Z\d]{5})\b/
const BALANCES = /^(?:money accounts?|cash balance|margin balance|cash)$/i

/**
 * Two downloads. The report of all accounts has the account and the day on each line, with the bank deposit as a line without a symbol. The export of one
 * account has its name in a summary above, and its balances below.
 */
const LAYOUT: Layout = {
  id: 'merrill',
  unnamed: { id: 'merrill', name: 'Merrill' },
  titles: {
    accountId: ['account', 'account number'],
    accountName: ['account nickname'],
    registration: ['account registration'],
    date: ['cob date'],
    symbol: ['symbol'],
    name: ['security description', 'description'],
    cusip: ['cusip'],
    quantity: ['quantity'],
    price: ['price'],
    value: ['value', 'market value'],
    cost: ['cost basis', 'total cost'],
    averageCost: ['unit cost', 'unit cost basis', 'average unit cost'],
  },
  needs: ['symbol', 'name', 'quantity', 'value'],
  rules: {
    isCash: ({ symbol, name }) =>
      BALANCES.test(symbol) ||
      (isNothing(symbol) && /\b(?:direct deposit|bank deposit|deposit progr|preferred deposit|cash)\b/i.test(name)),
  },
  kindOf,
  accountOf: (row, columns) => {
    const id = under(row.cells, columns, 'accountId')
    if (isNothing(id)) return null
    const registration = under(row.cells, columns, 'registration')
    const names = [under(row.cells, columns, 'accountName'), registration]
    return { id, name: names.find((name) => !isNothing(name)) ?? id, registration: plainly(registration) }
  },
}

function kindOf(row: FileRow, { columns, begun }: Place): LineKind | null {
  const cells = filled(row)
  if (/^balances?$/i.test(cells[0] ?? '')) return { is: 'skip', rule: 'header' }
  if (columns || begun) return null
  const named = cells.find((cell) => NUMBER.test(cell))
  const id = named ? NUMBER.exec(named)?.[1] : undefined
  if (!named || !id) return null
  const name = named.replace(id, '').trim() || id
  return { is: 'account', account: { id, name, registration: plainly(name) }, rule: 'preamble' }
}

/** The broker's short names of retirement accounts (IRRA: rollover) in plain words. */
const plainly = (registration: string): string => registration.replace(/^(?:IRRA|IRA|SRA|RRA)\b/, 'IRA')

export const merrill = formatOf(LAYOUT, (header) => {
  const titles = header.cells.map(plainTitle)
  const isReport = titles.includes('cob date') && titles.includes('security description')
  return isReport || titles.some((title) => /^day's (?:value change|price)\b|^unrealized gain\/loss chg/.test(title))
})
