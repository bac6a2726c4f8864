import type { HoldingRow } from '@/lib/core/book'
import { type Currency, isCurrency } from '@/lib/core/currency'
import type { Place } from '@/lib/core/decide-import/accounts'
import { decideLot } from '@/lib/core/decide-import/lot'
import { decideLots, type ItemLot, mergeLots, readItemLots, rejectLots } from '@/lib/core/decide-import/lots'
import { decideOwn, type ItemOwn, ownOf, readOwn, sameOwn } from '@/lib/core/decide-import/own'
import { newPrice, priceOf } from '@/lib/core/decide-import/price'
import { exact, type ReadHolding, type ReadLot } from '@/lib/core/decide-import/read-file'
import { merge, reject } from '@/lib/core/decide-import/rows'
import { sameLots } from '@/lib/core/decide-import/same-lots'
import { findSymbol } from '@/lib/core/directory'
import { LONGEST_NAME, oneLine } from '@/lib/core/field-reading'
import type {
  ImportChoices,
  ImportedLot,
  ImportedLots,
  ImportedOwn,
  ImportedValues,
  ImportRow,
} from '@/lib/core/positions-import'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { type IsoDate, ONE, quantity } from '@/lib/core/units'

/** A row of a security that can be held; amounts in 10^-18. */
export interface HoldingItem {
  row: ImportRow
  place: Place
  read: ReadHolding
  symbol: string
  quantity: bigint
  /** As the file states it; null where it was worked out of the value. */
  price: bigint | null
  value: bigint | null
  currency: Currency
  /** The day of the file's prices. */
  date: IsoDate | null
  own: ItemOwn | null
  /** Null where the file says nothing of lots that can be stored. */
  lots: ItemLot[] | null
}

/** A row of a file before it is read, with the rows of its lots. */
interface OpenItem {
  row: ImportRow
  place: Place
  read: ReadHolding
  lots: { row: ImportRow; read: ReadLot }[]
}

/** One holding with the rows that it is made of, the first of them carrying it. */
export interface HoldingGroup {
  target: string
  symbol: string
  stored: HoldingRow | null
  items: HoldingItem[]
  values: ImportedValues
  lot: ImportedLot | null
  lots: ImportedLots | null
  own: ImportedOwn | null
}

export interface How {
  asOf: IsoDate
  cost: ImportChoices['cost']
}

/** Twenty digits before the point: what the store can hold. */
const LARGEST = 10n ** 20n * ONE
const SYMBOL_REASON = { symbolEmpty: 'symbolMissing', symbolTooLong: 'symbolTooLong', symbolInvalid: 'symbolInvalid' }

/** The directory's spelling of a symbol that it knows. */
export function spelled(text: string): string {
  const symbol = normaliseSymbol(text)
  return findSymbol(symbol)?.symbol ?? symbol
}

/** A row as it can be held; null, and rejected with its reason, when it cannot. */
export function readItem(
  { row, place, read, lots: given }: OpenItem,
  { date, asOf }: { date: IsoDate | null; asOf: IsoDate },
): HoldingItem | null {
  const symbol = spelled(read.symbol)
  const { currency } = read
  const held = exact(read.quantity)
  const [price, value] = [exact(read.price), exact(read.value)]
  const fault = symbolProblem(symbol)
  const own = read.own ? readOwn(read.own, asOf) : null
  const tooLarge = held === null || (price === null && read.price !== null) || (value === null && read.value !== null)
  if (fault) reject(row, SYMBOL_REASON[fault])
  else if (!isCurrency(currency)) reject(row, 'currencyNotSupported')
  else if (tooLarge) reject(row, 'tooLarge')
  else if (held < 0n) reject(row, 'short')
  else if (value !== null && value < 0n) reject(row, 'valueNegative')
  else if (typeof own === 'string') reject(row, own)
  else {
    const workedOut = row.notes.some(({ code }) => code === 'priceDerived')
    const lots = read.lots ? readItemLots(given, asOf) : null
    const figures = { quantity: held, price: workedOut ? null : price, value, currency, date }
    return { row, place, read, symbol, ...figures, own, lots }
  }
  rejectLots(given.map((lot) => lot.row))
  return null
}

/** Decides about the rows of one symbol in one account: what they become together, or why they cannot. Null when none is left. */
export function decideGroup(rows: HoldingItem[], stored: HoldingRow | null, how: How): HoldingGroup | null {
  const [head] = rows
  if (!head) return null
  const items = [head, ...rows.slice(1).filter((item) => agrees(head, item))]
  const decided = become(head, items, stored, how)
  if (typeof decided === 'string') {
    for (const item of items) leaveOut(item, decided)
    return null
  }
  for (const { row } of items.slice(1)) merge(row, head.row)
  mergeLots(items)
  return { target: head.place.target ?? '', symbol: head.symbol, stored, items, ...decided }
}

/** Whether a further row can be added to the first; the reason is written down when not. */
function agrees(head: HoldingItem, item: HoldingItem): boolean {
  const differs = head.price !== null && item.price !== null && head.price !== item.price
  if (item.currency !== head.currency) leaveOut(item, 'currencyDiffers')
  else if (differs) leaveOut(item, 'priceDiffers')
  else if (limitsDiffer(head.own, item.own)) leaveOut(item, 'limitsDiffer')
  else return true
  return false
}

function leaveOut({ row, lots }: HoldingItem, why: string): void {
  reject(row, why)
  rejectLots((lots ?? []).map((lot) => lot.row))
}

const limitsDiffer = (a: ItemOwn | null, b: ItemOwn | null): boolean =>
  a !== null && b !== null && (a.unit !== b.unit || a.trading !== b.trading)

type Decided = Pick<HoldingGroup, 'values' | 'lot' | 'lots' | 'own'>

function become(head: HoldingItem, items: HoldingItem[], stored: HoldingRow | null, how: How): Decided | string {
  const held = quantity(items.reduce((total, item) => total + item.quantity, 0n))
  const values = items.map((item) => item.value)
  const value = values.includes(null) ? null : values.reduce<bigint>((total, one) => total + (one ?? 0n), 0n)
  const pricing = items.find((item) => item.price !== null)
  const price = pricing?.price ?? null
  const stated = priceOf({ quantity: held, price, value, currency: head.currency, rows: items.length })
  if (held >= LARGEST || (stated.price !== null && stated.price >= LARGEST)) return 'tooLarge'
  const lots = decideLots(items, held)
  const lot = lots ? null : decideLot(items, held, stored, how.cost)
  if (lot === 'belowLots') return lot
  const sameCurrency = stored === null || stored.currency === head.currency
  if (!sameCurrency && stored.lots.length > 0 && lot === null && lots === null) return 'currencyDiffers'
  const was = stored && valuesOf(stored)
  const priced = newPrice(stated.price, was, sameCurrency, {
    ...{ file: head.date, asOf: how.asOf, own: pricing?.own && datedBy(pricing.own) },
  })
  const { notes, ...fresh } = priced
  const becomes = { name: nameOf(head, items, stored), quantity: held, currency: head.currency, ...fresh }
  const said = new Set(head.row.notes.map(({ code }) => code))
  head.row.notes.push(...[...stated.notes, ...notes].filter(({ code }) => !said.has(code)))
  const own = decideOwn(items)
  const same =
    stored !== null &&
    lot === null &&
    sameValues(valuesOf(stored), becomes) &&
    (own === null || sameOwn(ownOf(stored), own)) &&
    (lots === null || sameLots(stored.lots, lots))
  const effect = was === null ? 'add' : same ? 'same' : 'change'
  Object.assign(head.row, {
    ...{ was, becomes, lot, effect },
    lots: lots && { was: stored?.lots.map(withoutId) ?? null, becomes: lots },
    own: own && { was: stored && ownOf(stored), becomes: own },
  })
  return { values: becomes, lot, lots, own }
}

const withoutId = ({ quantity: size, unitCost, acquired }: ImportedLots[number]): ImportedLots[number] => ({
  ...{ quantity: size, unitCost, acquired },
})

const datedBy = ({ pricedOn, priceSource }: ItemOwn) => ({ pricedOn, priceSource })

export const valuesOf = (row: HoldingRow): ImportedValues => ({
  ...{ name: row.ownName, quantity: row.quantity, price: row.price, currency: row.currency },
  ...{ pricedOn: row.pricedOn, priceSource: row.priceSource },
})

const sameValues = (a: ImportedValues, b: ImportedValues): boolean =>
  (Object.keys(a) as (keyof ImportedValues)[]).every((field) => a[field] === b[field])

/** A file's name is kept only where neither the row nor the directory has one; our own file has the name that was shown. */
function nameOf(head: HoldingItem, items: HoldingItem[], stored: HoldingRow | null): string {
  const own = items.find((item) => item.own !== null)
  if (own) return ownName(head, oneLine(own.read.name), stored)
  if (stored?.ownName || findSymbol(head.symbol)) return stored?.ownName ?? ''
  const name =
    items.map(({ read }) => oneLine(read.name)).find((text) => text !== '' && text.toUpperCase() !== head.symbol) ?? ''
  return cut(head, name)
}

function ownName(head: HoldingItem, name: string, stored: HoldingRow | null): string {
  if (stored && stored.name === name) return stored.ownName
  return name === findSymbol(head.symbol)?.name ? '' : cut(head, name)
}

function cut(head: HoldingItem, name: string): string {
  if ([...name].length <= LONGEST_NAME) return name
  head.row.notes.push({ code: 'nameCut', values: { name } })
  return [...name].slice(0, LONGEST_NAME).join('').trim()
}
