import { sameAccountName } from '@/lib/core/account-fields'
import { parseDate } from '@/lib/core/date-text'
import { parseDecimal } from '@/lib/core/decimal'
import { findSymbol } from '@/lib/core/directory'
import { normaliseSymbol } from '@/lib/core/symbol'
import type { ColumnRole } from '@/lib/formats/paste-limits'

/** The words that brokers and people put above a column, whole, in lower case without marks. The first that fits wins. */
const TITLES: Record<Exclude<ColumnRole, 'ignore'>, string> = {
  symbol: 'symbol|ticker|ticker symbol|security id|代码|证券代码|股票代码|基金代码|代号',
  quantity: 'quantity|qty|shares|units|share quantity|数量|股数|份额|持仓数量|持有份额|持股数量',
  price:
    'price|last price|current price|share price|unit price|market price|close|closing price|last|nav|' +
    '价格|现价|最新价|市价|收盘价|单价|净值|单位净值',
  pricedOn: 'price date|date|as of|as of date|pricing date|日期|价格日期|净值日期|报价日期',
  account: 'account|account name|account number|账户|帐户|账户名称|账户名',
  name:
    'name|description|security|security name|security description|investment name|fund name|holding|' +
    '名称|证券名称|股票名称|基金名称|证券简称|简称',
}

const titleKey = (cell: string): string =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|[$%*:]/g, ' ')
    .replace(/[\s/_-]+/g, ' ')
    .trim()

/** The roles that a first line names; null when it does not look like titles: they must name at least the symbol and one more, or be two. */
export function headerRoles(cells: readonly string[], width: number): ColumnRole[] | null {
  const keys = Array.from({ length: width }, (_, i) => titleKey(cells[i] ?? ''))
  const roles: ColumnRole[] = keys.map(() => 'ignore')
  for (const role of Object.keys(TITLES) as (keyof typeof TITLES)[]) {
    const places = TITLES[role].split('|').map((title) => keys.indexOf(title))
    const at = places.find((i) => i >= 0 && roles[i] === 'ignore')
    if (at !== undefined) roles[at] = role
  }
  const named = roles.filter((role) => role !== 'ignore').length
  return named >= 2 || (named === 1 && width === 1) ? roles : null
}

interface Column {
  at: number
  numbers: number
  dates: number
  symbols: number
  known: number
  accounts: number
}

/** Roles by what stands in the columns: share of cells that are numbers, dates, symbols, names of accounts. */
export function guessRoles(rows: readonly string[][], width: number, accounts: readonly string[]): ColumnRole[] {
  const columns = Array.from({ length: width }, (_, at) => measure(rows, at, accounts))
  const roles: ColumnRole[] = columns.map(() => 'ignore')
  const free = (column: Column): boolean => roles[column.at] === 'ignore'
  const give = (role: ColumnRole, column: Column | undefined): void => {
    if (column) roles[column.at] = role
  }
  give(
    'account',
    best(columns, (c) => c.accounts),
  )
  give(
    'symbol',
    best(columns.filter(free), (c) => Math.max(c.known, c.symbols / 2)),
  )
  give(
    'pricedOn',
    best(columns.filter(free), (c) => c.dates),
  )
  const [first, second] = columns.filter((c) => free(c) && c.numbers >= 0.5)
  give('quantity', first)
  give('price', second)
  give(
    'name',
    columns.find((c) => free(c) && c.numbers + c.dates < 0.2 && rows.some((row) => row[c.at] !== '')),
  )
  return roles
}

/** The column with the highest share, the leftmost of equals, if the share is at least a third. */
function best(columns: readonly Column[], share: (column: Column) => number): Column | undefined {
  const [top] = [...columns].sort((a, b) => share(b) - share(a))
  return top && share(top) >= 1 / 3 ? top : undefined
}

function measure(rows: readonly string[][], at: number, accounts: readonly string[]): Column {
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '')
  const share = (fits: (cell: string) => boolean): number =>
    cells.length ? cells.filter(fits).length / cells.length : 0
  const isNumber = (cell: string): boolean => parseDecimal(cell).ok
  return {
    at,
    numbers: share(isNumber),
    dates: share((cell) => parseDate(cell, 'monthFirst').ok),
    symbols: share(
      (cell) =>
        !isNumber(cell) && /^[A-Z\d.^][A-Z\d.^/=-]{0,11}$/.test(normaliseSymbol(cell)) && cell === cell.toUpperCase(),
    ),
    known: share((cell) => findSymbol(cell) !== null),
    accounts: share((cell) => accounts.some((name) => sameAccountName(name, cell))),
  }
}
