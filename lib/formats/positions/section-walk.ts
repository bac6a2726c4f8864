import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { isNothing, readNumber } from '@/lib/formats/positions/cells'
import { type Columns, columnsOf, filled, type Role, type Titles, under } from '@/lib/formats/positions/columns'
import { exactly } from '@/lib/formats/positions/exact-amounts'
import { enterLot } from '@/lib/formats/positions/lot-line'
import { type NamedAccount, namedAccount } from '@/lib/formats/positions/named-account'
import { type Outcome, outcomeOf, type PositionCells, type PositionRules } from '@/lib/formats/positions/position-line'
import type {
  FileRow,
  FileTable,
  PositionsFile,
  PositionsFormat,
  SkipRule,
} from '@/lib/formats/positions/positions-file'
import { type Reading, startReading } from '@/lib/formats/positions/reading'
import { olderRows } from '@/lib/formats/positions/snapshots'
import { compareTotal } from '@/lib/formats/positions/stated-total'

/** What a line is that is no position; a lot is of the position above it. */
export type LineKind =
  | { is: 'skip'; rule: SkipRule }
  | { is: 'account'; account: NamedAccount; rule: SkipRule }
  | { is: 'total'; of: 'account' | 'file'; value: string }
  | { is: 'section'; rule: SkipRule }
  | { is: 'lot'; acquired: string }

/** Where the walk stands when it meets a line. `columns` is null before the first header and in sections that are passed over. */
export interface Place {
  columns: Columns | null
  /** A header was met. */
  begun: boolean
}

/** A format whose files are tables with headers, titles of accounts above or columns of accounts inside them, totals and footers. */
export interface Layout {
  id: string
  /** The account of positions for which the file names none. */
  unnamed: NamedAccount
  titles: Titles
  /** The roles that make a line a header. */
  needs: readonly Role[]
  rules: Omit<PositionRules, 'showsCost'>
  /** What the format says of a line, before the general rules. */
  kindOf?: (row: FileRow, place: Place) => LineKind | null
  /** The account that a position's own cells name, where it is not the id under one title and the name under another. */
  accountOf?: (row: FileRow, columns: Columns) => NamedAccount | null
  /** The cells of a position, when the columns alone do not give them. */
  cellsOf?: (cells: PositionCells, row: FileRow, columns: Columns) => PositionCells
}

const FULL =
  /^(?:(?:account|positions|grand|portfolio|overall|sub|fund|plan)[ -]?)?total(?:s|:| value)?:?$|^total (?:for|of|value|balance)\b/i
const PENDING = /^pending\b/i
const FOOTER =
  /^(?:[*†‡§¹²³]|\(?\d\)\s|date downloaded|generated|downloaded|brokerage services|the data and|data provided|footnotes?\b|notes?:|disclaimer|disclosures?|important|source:|end of)/i

/** The last cell of a line that is a number: where the totals of ragged lines stand. */
export const lastNumber = (row: FileRow): string => [...row.cells].reverse().find((cell) => readNumber(cell).ok) ?? ''

interface Walk extends Place {
  layout: Layout
  reading: Reading
  older: ReadonlySet<number>
  /** The totals that the file states; some stand above what they sum up. */
  totals: { line: number; total: bigint | null; account: string | null }[]
  /** The account of the last title. */
  account: NamedAccount | null
  /** The position that stands above; null where it is left out. */
  holding: ReadHolding | null
  /** The prose behind the table has begun. */
  ended: boolean
}

/** Reads a whole file: each row is entered once. */
export function readSections(table: FileTable, layout: Layout): PositionsFile {
  const reading = startReading(layout.id)
  const older = olderLines(table, layout)
  const start = { account: null, holding: null, columns: null, begun: false, ended: false }
  const walk: Walk = { layout, reading, older, totals: [], ...start }
  for (const row of table.rows) step(walk, row)
  for (const { line, total, account } of walk.totals) compareTotal(reading, line, total, { accounts: [account] })
  return reading.finish(table, () => 'otherSection')
}

function step(walk: Walk, row: FileRow): void {
  const { layout, reading, columns, begun } = walk
  if (filled(row).length === 0) return
  const header = columnsOf(row.cells, layout.titles, layout.needs)
  if (header) {
    Object.assign(walk, { columns: header, holding: null, begun: true, ended: false })
    reading.skip(row, 'header')
    return
  }
  const kind = layout.kindOf?.(row, { columns, begun }) ?? generalKind(row, columns)
  if (kind?.is === 'lot') enterLotOf(walk, row, kind.acquired)
  else if (kind) follow(walk, row, kind)
  else if (columns) enterInTable(walk, row, columns)
  else reading.skip(row, begun ? 'otherSection' : 'preamble')
}

function follow(walk: Walk, row: FileRow, kind: Exclude<LineKind, { is: 'lot' }>): void {
  const { layout, reading, account } = walk
  walk.holding = null
  if (kind.is === 'total') {
    reading.skip(row, 'total')
    const at = kind.of === 'account' ? namedAccount(reading, account ?? layout.unnamed) : null
    walk.totals.push({ line: row.line, total: exactly(kind.value), account: at })
    return
  }
  reading.skip(row, kind.rule)
  if (kind.is === 'section') walk.columns = null
  if (kind.is === 'account') walk.account = { ...kind.account, id: namedAccount(reading, kind.account) }
}

/** The days of lots are written month first, as the brokers print them that list lots below a position. */
function enterLotOf({ reading, holding, columns }: Walk, row: FileRow, acquired: string): void {
  const { quantity, cost, averageCost } = positionCells(row, columns ?? {})
  enterLot(reading, row, holding, { quantity, cost, averageCost, acquired }, 'monthFirst')
}

function enterInTable(walk: Walk, row: FileRow, columns: Columns): void {
  walk.holding = null
  const hasFigures = hasNumbers(row, columns)
  walk.ended ||= !hasFigures && isFooter(row)
  if (walk.older.has(row.line)) walk.reading.skip(row, 'olderSnapshot')
  else if (walk.ended && !hasFigures) walk.reading.skip(row, 'footer')
  else enterRow(walk, row, columns)
}

/** The lines of an account's older days, in formats that date each line. */
function olderLines(table: FileTable, layout: Layout): ReadonlySet<number> {
  if (!layout.titles.date) return new Set()
  let columns: Columns | null = null
  const rows: { line: number; account: string; date: string; symbol: string }[] = []
  for (const row of table.rows) {
    const header = columnsOf(row.cells, layout.titles, layout.needs)
    columns = header ?? columns
    if (!columns || header) continue
    const [symbol, name] = [under(row.cells, columns, 'symbol'), under(row.cells, columns, 'name')]
    const account = accountIn(layout, row, columns)?.id ?? ''
    rows.push({ line: row.line, account, date: under(row.cells, columns, 'date'), symbol: `${symbol} ${name}` })
  }
  return new Set([...olderRows(rows)].map(({ line }) => line))
}

function generalKind(row: FileRow, columns: Columns | null): LineKind | null {
  const first = filled(row)[0] ?? ''
  const symbol = columns ? under(row.cells, columns, 'symbol') : ''
  const name = columns ? under(row.cells, columns, 'name') : ''
  if (columns && [first, symbol, name].some((text) => PENDING.test(text))) return { is: 'skip', rule: 'pending' }
  if (!FULL.test(first) && !FULL.test(symbol)) return null
  const value = columns ? under(row.cells, columns, 'value') : ''
  const of = columns?.accountId !== undefined || /^(grand|portfolio|overall)/i.test(first) ? 'file' : 'account'
  return { is: 'total', of, value: readNumber(value).ok ? value : lastNumber(row) }
}

/** Prose under a table; a single short word is rather a line that was cut off. */
function isFooter(row: FileRow): boolean {
  const cells = filled(row)
  const first = cells[0] ?? ''
  return (
    FOOTER.test(first) || (cells.length === 1 && /\s/.test(first)) || (first.length > 60 && /\s\S+\s\S+\s/.test(first))
  )
}

const hasNumbers = (row: FileRow, columns: Columns): boolean =>
  filled(row).length > 2 &&
  (['quantity', 'value'] as const).some((role) => readNumber(under(row.cells, columns, role)).ok)

function accountIn(layout: Layout, row: FileRow, columns: Columns): NamedAccount | null {
  if (layout.accountOf) return layout.accountOf(row, columns)
  const id = under(row.cells, columns, 'accountId')
  return isNothing(id) ? null : { id, name: under(row.cells, columns, 'accountName') || id }
}

/** Enters a line of the table; one that ends before its quantity or value was cut off. */
function enterRow(walk: Walk, row: FileRow, columns: Columns): void {
  const { reading, layout, account } = walk
  if (row.cells.length <= Math.max(columns.quantity ?? 0, columns.value ?? 0)) {
    reading.reject(row, 'cellsMissing')
    return
  }
  const at = namedAccount(reading, accountIn(layout, row, columns) ?? account ?? layout.unnamed)
  const plain = positionCells(row, columns)
  const cells = layout.cellsOf?.(plain, row, columns) ?? plain
  const showsCost = columns.cost !== undefined || columns.averageCost !== undefined
  const outcome = outcomeOf(row, at, cells, { ...layout.rules, showsCost })
  enterOutcome(reading, row, at, outcome)
  if (outcome.is === 'holding') walk.holding = outcome.holding
}

function enterOutcome(reading: Reading, row: FileRow, account: string, outcome: Outcome): void {
  if (outcome.is === 'cash') reading.cash(row, account, outcome.value, outcome.currency)
  else if (outcome.is === 'rejected') reading.reject(row, outcome.reason)
  else if (outcome.is === 'skipped') reading.skip(row, outcome.rule)
  else {
    reading.hold(row, outcome.holding)
    for (const { line, code, values } of outcome.notes) reading.note(line, code, values)
  }
}

function positionCells(row: FileRow, columns: Columns): PositionCells {
  const text = (role: Role): string => under(row.cells, columns, role)
  return {
    symbol: text('symbol'),
    name: text('name'),
    cusip: text('cusip'),
    quantity: text('quantity'),
    price: text('price'),
    value: text('value'),
    cost: text('cost'),
    averageCost: text('averageCost'),
    type: text('type'),
    currency: text('currency'),
  }
}

/** Prose and summaries above the first header are shorter than this. */
const HEADER_WITHIN = 200

/** The first line of a file that is a header of a layout. */
export const headerOf = (table: FileTable, layout: Layout): FileRow | null =>
  table.rows.slice(0, HEADER_WITHIN).find((row) => columnsOf(row.cells, layout.titles, layout.needs) !== null) ?? null

/** The format of a layout; `isOurs` where others have the same titles. */
export const formatOf = (
  layout: Layout,
  isOurs: (header: FileRow, table: FileTable) => boolean = () => true,
): PositionsFormat => ({
  id: layout.id,
  detects: (table) => {
    const header = headerOf(table, layout)
    return header !== null && isOurs(header, table)
  },
  read: (table) => readSections(table, layout),
})
