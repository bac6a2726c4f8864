import { guessRoles } from '@/lib/formats/pasted-columns'
import { readNumber } from '@/lib/formats/positions/cells'
import {
  type Columns,
  columnsOf,
  LONGEST_TITLE,
  plainTitle,
  type Role,
  type Titles,
} from '@/lib/formats/positions/columns'
import { agree, exactly, worth } from '@/lib/formats/positions/exact-amounts'
import type { FileRow } from '@/lib/formats/positions/positions-file'

const words = (text: string): string[] => text.split('|')

/** What people and programs write above the columns of a table of holdings. */
const TITLES: Titles = {
  symbol: words(
    'symbol|ticker|ticker symbol|symbol/ticker|stock symbol|security symbol|stock|asset|coin|instrument|code|security id|' +
      '代码|证券代码|股票代码|基金代码|代号|币种名称',
  ),
  cusip: words('cusip|isin|symbol/cusip|cusip/isin|wkn|sedol'),
  quantity: words(
    'quantity|qty|shares|units|share quantity|number of shares|shares owned|amount held|holdings|position|' +
      'total quantity|total shares|share balance|balance|amount|数量|股数|份额|持仓数量|持有份额|持股数量|持仓|股份余额|证券数量|总持仓',
  ),
  price: words(
    'price|last price|current price|share price|unit price|market price|price per share|close|closing price|close price|last|' +
      'mark price|nav|latest price|quote|last close|价格|现价|最新价|市价|收盘价|单价|净值|单位净值|最新净值|当前价',
  ),
  value: words(
    'market value|current value|value|total value|mkt value|mkt val|marketvalue|ending value|position value|equity|' +
      'account value|balance value|市值|最新市值|持仓市值|证券市值|参考市值|金额|总金额|资产',
  ),
  averageCost: words(
    'average cost|avg cost|average cost basis|cost/share|cost per share|unit cost|average price|avg price|purchase price|' +
      'avg entry price|cost price|average cost per share|price paid|成本价|平均成本|买入均价|持仓成本价|单位成本|持仓均价|摊薄成本价',
  ),
  cost: words(
    'cost basis|total cost|cost basis total|cost|total cost basis|book value|book cost|invested|成本|总成本|持仓成本|成本金额|投入',
  ),
  accountId: words('account number|account no|account id|account|acct|acct no|账号|帐号|资金账号|账户号|账户|帐户'),
  accountName: words('account name|portfolio|account title|账户名称|账户名|组合|组合名称'),
  currency: words('currency|ccy|trading currency|local currency|currency code|币种|货币|交易币种'),
  date: words(
    'date|as of|as of date|snapshot date|position date|report date|valuation date|日期|持仓日期|快照日期|估值日期',
  ),
  type: words(
    'asset class|asset type|security type|investment type|instrument type|product type|type|category|sector|资产类型|类型|类别|证券类别|品种',
  ),
  name: words(
    'name|description|security|security name|security description|investment name|fund name|holding|investment|company|company name|' +
      'asset name|fund|名称|证券名称|股票名称|基金名称|证券简称|简称|股票简称|产品名称',
  ),
}

/** Without a column of symbols these are of a bank statement. */
const VAGUE = new Set(words('holdings|position|balance|amount'))

/** Columns that only a list of transactions has. */
const ACTIVITY = new Set(
  words(
    'action|transaction type|activity|activity type|buy/sell|trade type|run date|settlement date|settle date|transaction date|trade date|' +
      '买卖方向|交易类型|业务类型|成交日期|成交价格|操作|买卖标志',
  ),
)

const CODE_BEHIND = /[\s_-]+(?:usd|eur|gbp|gbx|cad|jpy|cny|hkd)$|\s*[(（]\s*[A-Z]{3}\s*[)）]$|\s*[(（]?[€£¥][)）]?$/i

/** A title in the words of the lists: `marketValue` and `Market Value USD` are `market value`. */
const spelled = (cell: string): string =>
  cell
    .slice(0, LONGEST_TITLE)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(CODE_BEHIND, '')

/** More than any broker's table has. */
const MOST_COLUMNS = 200

/** What every header has somewhere; most rows are told from headers by it at once. */
const IN_HEADERS =
  /quant|qty|share|unit|holding|position|balance|amount|数|股|份|持仓|action|activity|transaction|trade|settle|buy|run date|业务|交易|成交|操作|买卖/i

/** The columns that a row names; `activity` when it is the header of transactions; null when it is no header. */
export function headerOf(row: FileRow): Columns | 'activity' | null {
  if (row.cells.length < 2 || !IN_HEADERS.test(row.text)) return null
  const cells = row.cells.slice(0, MOST_COLUMNS).map(spelled)
  const columns = columnsOf(cells, TITLES, ['quantity'])
  if (cells.some((cell) => ACTIVITY.has(plainTitle(cell))) && (columns || cells.length > 3)) return 'activity'
  if (!columns || (columns.symbol ?? columns.name ?? columns.cusip) === undefined) return null
  const vague = VAGUE.has(plainTitle(cells[columns.quantity ?? -1] ?? ''))
  return vague && columns.symbol === undefined ? null : columns
}

/** Rows looked at where there is no header. */
const FIRST_ROWS = 300

/** The columns of a table without a header, by what stands in them; null when no column of symbols with one of quantities is found. */
export function guessColumns(rows: readonly FileRow[]): Columns | null {
  const sample = rows.filter((row) => row.cells.length > 1).slice(0, FIRST_ROWS)
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...sample.map((row) => row.cells.length)))
  const cells = sample.map((row) => row.cells.slice(0, width))
  const roles = guessRoles(cells, width, [])
  const columns: Columns = {}
  for (const role of ['symbol', 'quantity', 'price', 'name'] as const) {
    const at = roles.indexOf(role)
    if (at >= 0) columns[role] = at
  }
  if (columns.symbol === undefined || columns.quantity === undefined) return null
  const value = roles.findIndex((role, at) => role === 'ignore' && isProduct(cells, columns, at))
  return value < 0 ? columns : { ...columns, value }
}

/** Whether a column holds quantity × price in most rows. */
function isProduct(rows: readonly string[][], columns: Columns, at: number): boolean {
  const number = (row: string[], role: Role): string => {
    const read = readNumber(row[columns[role] ?? -1] ?? '')
    return read.ok ? read.value : ''
  }
  const fits = rows.filter((row) => {
    const product = worth(number(row, 'quantity'), number(row, 'price'))
    const read = readNumber(row[at] ?? '')
    const value = read.ok ? exactly(read.value) : null
    return product !== null && value !== null && agree(product, value, 1)
  })
  return fits.length > 0 && 2 * fits.length > rows.length
}
