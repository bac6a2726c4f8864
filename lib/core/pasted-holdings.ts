import { sameAccountName } from '@/lib/core/account-fields'
import { type Book, type HoldingRow, lotTotal } from '@/lib/core/book'
import { type DateOrder, dateOrder } from '@/lib/core/date-text'
import { findSymbol } from '@/lib/core/directory'
import { problem } from '@/lib/core/field-reading'
import { type HoldingChange, type HoldingTexts, type PriceSource, readHolding } from '@/lib/core/holding-fields'
import { type IsoDate, type Quantity, quantity, type UnitPrice } from '@/lib/core/units'

/** One pasted line by field; `account` is null when no column names it. */
export interface PastedLine {
  line: number
  account: string | null
  symbol: string
  name: string
  /** Null when there is no such column: what is stored stays. */
  quantity: string | null
  price: string
  pricedOn: string
}

/** The values of a holding that a paste may change. */
export interface HoldingValues {
  name: string
  quantity: Quantity
  price: UnitPrice | null
  pricedOn: IsoDate | null
  priceSource: PriceSource | null
}

export const PASTE_OUTCOMES = ['add', 'update', 'same', 'merged', 'rejected'] as const
export type PasteOutcome = (typeof PASTE_OUTCOMES)[number]

export type PastedField = 'symbol' | 'name' | 'quantity' | 'price' | 'pricedOn' | 'account'

/** What becomes of one pasted line. Every line has exactly one outcome. */
export interface PasteRow {
  line: number
  outcome: PasteOutcome
  /** Null when the line's account is unknown. */
  accountId: string | null
  symbol: string
  name: string
  was: HoldingValues | null
  becomes: HoldingValues | null
  /** Of a merged line: the line that its quantity is added to. */
  into: number | null
  reason: { field: PastedField; key: string } | null
}

/** What an import stores. */
export type PasteWrite =
  | { kind: 'add'; accountId: string; symbol: string; values: HoldingValues }
  | { kind: 'update'; row: HoldingRow; values: HoldingValues }

interface Read {
  row: PasteRow
  change: HoldingChange
  key: string
}

/**
 * Decides what every pasted line does to the book: adds a holding, updates one, changes nothing, is added to an earlier line of the same symbol and
 * account, or is rejected with its reason. Quantities replace what is stored. Nothing is guessed: a price that differs between two lines of one
 * symbol, a date of unknown order and an unknown account are reasons to reject.
 */
export function decidePaste(
  lines: readonly PastedLine[],
  book: Pick<Book, 'accounts' | 'holdings'>,
  target: { accountId: string | null; asOf: IsoDate },
): { rows: PasteRow[]; writes: PasteWrite[] } {
  const order = dateOrder(lines.map((line) => line.pricedOn))
  const read = lines.map((line) => readLine(line, book, target, order))
  const groups = new Map<string, Read[]>()
  for (const item of read) if (item.row.reason === null) groups.set(item.key, [...(groups.get(item.key) ?? []), item])
  const writes = [...groups.values()].flatMap((group) => decideGroup(group, book))
  return { rows: read.map((item) => item.row), writes }
}

function readLine(
  line: PastedLine,
  book: Pick<Book, 'accounts' | 'holdings'>,
  target: { accountId: string | null; asOf: IsoDate },
  order: DateOrder | null,
): Read {
  const accountId = accountOf(line, book, target.accountId)
  const texts: HoldingTexts = { symbol: line.symbol }
  if (line.quantity !== null) texts.quantity = line.quantity
  if (line.price !== '') texts.price = line.price
  if (line.price !== '' && line.pricedOn !== '') texts.pricedOn = line.pricedOn
  const read = readHolding(texts, { asOf: target.asOf, source: 'pasted', dateOrder: order })
  const symbol = spelling(read.ok ? (read.value.symbol ?? '') : line.symbol)
  const row: PasteRow = {
    ...{ line: line.line, outcome: 'rejected', accountId, symbol, name: line.name },
    ...{ was: null, becomes: null, into: null, reason: null },
  }
  if (accountId === null) row.reason = { field: 'account', key: problem('unknownAccount') }
  else if (!read.ok) row.reason = firstOf(read.fields)
  return { row, change: read.ok ? read.value : {}, key: `${accountId} ${symbol}` }
}

const spelling = (symbol: string): string => findSymbol(symbol)?.symbol ?? symbol

function firstOf(fields: Record<string, string>): PasteRow['reason'] {
  const [field = 'symbol', key = ''] = Object.entries(fields)[0] ?? []
  return { field: field as PastedField, key }
}

function accountOf(line: PastedLine, book: Pick<Book, 'accounts'>, fallback: string | null): string | null {
  const { account } = line
  if (account === null || account === '') return book.accounts.some((a) => a.id === fallback) ? fallback : null
  return book.accounts.find((a) => sameAccountName(a.name, account))?.id ?? null
}

/** Lines of one symbol in one account: the first carries the sum, the others are merged into it. */
function decideGroup(group: Read[], book: Pick<Book, 'holdings'>): PasteWrite[] {
  const [head] = group
  if (!head) return []
  const stored = book.holdings.find((row) => `${row.accountId} ${row.symbol}` === head.key) ?? null
  const taken = [head, ...group.slice(1).filter((item) => mergeInto(head, item))]
  const fault = stored ? faultOf(stored, head.change) : head.change.quantity === undefined ? 'empty' : null
  if (fault) {
    for (const { row } of taken)
      Object.assign(row, { outcome: 'rejected', into: null, reason: { field: 'quantity', key: problem(fault) } })
    return []
  }
  const was = stored && valuesOf(stored)
  const becomes = changedValues(was, head, head.row.symbol)
  Object.assign(head.row, { was, becomes, outcome: !was ? 'add' : sameValues(was, becomes) ? 'same' : 'update' })
  if (head.row.outcome === 'same') return []
  if (stored) return [{ kind: 'update', row: stored, values: becomes }]
  return [{ kind: 'add', accountId: head.row.accountId ?? '', symbol: head.row.symbol, values: becomes }]
}

/** Adds a line's quantity to the first line of its symbol; false, with the reason, when their prices disagree. */
function mergeInto(head: Read, item: Read): boolean {
  const { change } = item
  const differs =
    head.change.price &&
    change.price &&
    (head.change.price !== change.price || head.change.pricedOn !== change.pricedOn)
  if (differs) {
    item.row.reason = { field: 'price', key: problem('priceDiffers') }
    return false
  }
  if (change.quantity !== undefined) head.change.quantity = quantity((head.change.quantity ?? 0n) + change.quantity)
  if (change.price && !head.change.price) {
    const { price, pricedOn, priceSource } = change
    Object.assign(head.change, { price, pricedOn, priceSource })
  }
  if (head.row.name === '') head.row.name = item.row.name
  Object.assign(item.row, { outcome: 'merged', into: head.row.line })
  return true
}

const faultOf = (stored: HoldingRow, change: HoldingChange): 'belowLots' | null =>
  change.quantity !== undefined && change.quantity < lotTotal(stored) ? 'belowLots' : null

export const valuesOf = (row: HoldingRow): HoldingValues => ({
  name: row.ownName,
  quantity: row.quantity,
  price: row.price,
  pricedOn: row.pricedOn,
  priceSource: row.priceSource as PriceSource | null,
})

/** A pasted name is kept only where neither the row nor the directory has one. */
function changedValues(was: HoldingValues | null, { row, change }: Read, symbol: string): HoldingValues {
  const known = findSymbol(symbol) !== null
  return {
    name: was?.name || (known ? '' : row.name),
    quantity: change.quantity ?? was?.quantity ?? quantity(0n),
    price: change.price ?? was?.price ?? null,
    pricedOn: change.pricedOn ?? was?.pricedOn ?? null,
    priceSource: change.priceSource ?? was?.priceSource ?? null,
  }
}

/** Where a price came from is no difference: the same price of the same day is the same price. */
function sameValues(a: HoldingValues, b: HoldingValues): boolean {
  return a.name === b.name && a.quantity === b.quantity && a.price === b.price && a.pricedOn === b.pricedOn
}
