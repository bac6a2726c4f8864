import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { absolute, ONE } from '@/lib/core/units'
import { type Activity, deriveHoldings } from '@/lib/formats/positions/activities'
import { isNothing, readNumber } from '@/lib/formats/positions/cells'
import { type Columns, columnsOf, isBlank, plainTitle, type Titles, under } from '@/lib/formats/positions/columns'
import { exactly } from '@/lib/formats/positions/exact-amounts'
import { isCurrency } from '@/lib/formats/positions/position-row'
import type {
  FileRow,
  FileTable,
  PositionsFile,
  PositionsFormat,
  RejectReason,
} from '@/lib/formats/positions/positions-file'
import { type Reading, rowsUnder, startReading } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'

/**
 * The CSV exports of Portfolio Performance, in English and German: of an account's transactions and of the list of all transactions. What is
 * held follows from them; the cost is what was paid with fees and taxes, as the program counts it.
 */
const TITLES = {
  date: ['date', 'datum'],
  type: ['type', 'typ'],
  value: ['value', 'net transaction value', 'wert', 'gesamtpreis', 'netto transaktionswert'],
  currency: ['transaction currency', 'buchungswährung'],
  shares: ['shares', 'stück'],
  isin: ['isin'],
  ticker: ['ticker symbol', 'symbol'],
  wkn: ['wkn'],
  name: ['security name', 'security', 'wertpapiername', 'wertpapier'],
  account: ['securities account', 'depot', 'account', 'konto', 'cash account'],
  offset: ['offset account', 'gegenkonto'],
} satisfies Titles<string>
type Role = keyof typeof TITLES

const IN = /^(?:buy|kauf|delivery \(inbound\)|einlieferung|(?:security )?transfer \(inbound\)|umbuchung \(eingang\))$/i
const OUT =
  /^(?:sell|verkauf|delivery \(outbound\)|auslieferung|(?:security )?transfer \(outbound\)|umbuchung \(ausgang\))$/i
const TRANSFER_IN = /^(?:(?:security )?transfer \(inbound\)|umbuchung \(eingang\))$/i
const TRANSFER_OUT = /^(?:(?:security )?transfer \(outbound\)|umbuchung \(ausgang\))$/i
/** Types that leave every position as it is, though the row may name a security. */
const NO_POSITION =
  /^(?:dividends?|dividende|interest|interest charge|zinsen|zinsbelastung|deposit|einlage|removal|entnahme|fees?|fees? refund|gebühren|gebührenerstattung|tax(?:es)?|tax refund|steuern|steuerrückerstattung)$/i
const NO_ACCOUNT = 'Portfolio Performance'

const headerIndex = (table: FileTable): number => table.rows.findIndex((row) => !isBlank(row))

function isHeader(row: FileRow | undefined): boolean {
  const cells = row?.cells ?? []
  const columns = columnsOf(cells, TITLES, ['date', 'type', 'value', 'shares', 'name'])
  const isListed = (cell: string): boolean =>
    /^(?:net transaction value|offset account|gegenkonto)$/.test(plainTitle(cell))
  return columns !== null && (columns.currency !== undefined || cells.some(isListed))
}

/** How the file writes its numbers: its German form has a comma for decimals, and semicolons between its cells. */
type Marks = 'point' | 'comma'
const COMMA_NUMBER = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/

/** Whole 10^-18 without its sign, which the exports set by the side they look from; or the reason why it cannot be read. */
function numberIn(text: string, marks: Marks): bigint | RejectReason {
  if (isNothing(text)) return 'quantityMissing'
  if (marks === 'comma') {
    if (!COMMA_NUMBER.test(text)) return 'quantityNotNumber'
    return numberIn(text.replaceAll('.', '').replace(',', '.'), 'point')
  }
  const read = readNumber(text)
  if (read.ok) return absolute(exactly(read.value) ?? 0n)
  return read.problem === 'ambiguous' ? 'numberAmbiguous' : 'quantityNotNumber'
}

interface Reader {
  reading: Reading
  columns: Columns<Role>
  marks: Marks
  /** Whether the file lists both sides of a transfer. */
  bothSides: boolean
}

function read(table: FileTable): PositionsFile {
  const reading = startReading('portfolioPerformance')
  const at = headerIndex(table)
  const columns = columnsOf(table.rows[at]?.cells ?? [], TITLES) ?? {}
  const rows = rowsUnder(reading, table, at)
  const bothSides = rows.some((row) => TRANSFER_IN.test(under(row.cells, columns, 'type')))
  const reader: Reader = { reading, columns, marks: table.delimiter === ';' ? 'comma' : 'point', bothSides }
  deriveHoldings(
    reading,
    rows.flatMap((row) => activitiesOf(reader, row)),
  )
  return reading.finish(table, () => 'activity')
}

function activitiesOf(reader: Reader, row: FileRow): Activity[] {
  const { reading, columns } = reader
  const cell = (role: Role): string => under(row.cells, columns, role)
  const type = cell('type')
  const direction = IN.test(type) ? 'in' : OUT.test(type) ? 'out' : null
  if (direction === null) {
    if (!NO_POSITION.test(type) && !isNothing(cell('shares'))) reading.reject(row, 'cellsMissing')
    return []
  }
  // A transfer between cash accounts has no security.
  if (TRANSFER_OUT.test(type) && cell('name') === '' && isNothing(cell('shares'))) return []
  const symbol = symbolOf(cell)
  const { amount, currency } = moneyOf(cell('value'), cell('currency') || currencyIn(cell('offset')))
  const fault = symbol === '' ? 'symbolMissing' : isCurrency(currency) ? null : 'currencyUnknown'
  if (fault) {
    reading.reject(row, fault)
    return []
  }
  const shares = numberIn(cell('shares'), reader.marks)
  const paid = numberIn(amount, reader.marks)
  const account = cell('account') || NO_ACCOUNT
  reading.account(account, { currency, tax: taxOf(account) })
  const activity: Activity = {
    place: row,
    account,
    symbol,
    name: cell('name'),
    currency,
    date: dateOf(cell('date')),
    direction,
    quantity: shares,
    // A transfer brings its cost from the other account, not at the value of the day.
    cost: typeof paid === 'string' || TRANSFER_IN.test(type) ? null : paid * ONE,
  }
  return [activity, ...arrival(reader, type, activity, cell('offset'))]
}

/** The other side of a transfer between two accounts, where the file lists only the side that gives. */
function arrival({ reading, bothSides }: Reader, type: string, activity: Activity, offset: string): Activity[] {
  if (!TRANSFER_OUT.test(type) || bothSides || offset === '') return []
  reading.account(offset, { currency: activity.currency, tax: taxOf(offset) })
  return [{ ...activity, account: offset, direction: 'in', cost: null }]
}

/** `1,234.56`, or `USD 1,234.56` where the amount is not in the currency of the file. */
function moneyOf(text: string, currency: string): { amount: string; currency: string } {
  const [, prefix, amount] = /^([A-Z]{3})\s+(.+)$/.exec(text) ?? []
  return prefix && amount ? { amount, currency: prefix } : { amount: text, currency }
}

/** Cash accounts are commonly named with their currency: `Broker (EUR)`. */
const currencyIn = (account: string): string => /\(([A-Z]{3})\)\s*$/.exec(account)?.[1] ?? ''

/** The ticker, else the ISIN or WKN, else the name: the list of all transactions has nothing but the name. */
function symbolOf(cell: (role: Role) => string): string {
  const symbol = normaliseSymbol(cell('ticker') || cell('isin') || cell('wkn') || cell('name'))
  return symbolProblem(symbol) ? '' : symbol
}

/** `2020-09-21T00:00` and `21.09.2020` as `2020-09-21`; empty for anything else. */
function dateOf(text: string): string {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})/.exec(text) ?? []
  return iso ?? (year ? `${year}-${month}-${day}` : '')
}

/** Portfolio Performance, CSV of transactions. */
export const portfolioPerformance: PositionsFormat = {
  id: 'portfolioPerformance',
  detects: (table) => isHeader(table.rows[headerIndex(table)]),
  read,
}
