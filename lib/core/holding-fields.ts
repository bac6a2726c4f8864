import { lotTotal } from '@/lib/core/book'
import type { Currency } from '@/lib/core/currency'
import { type DateOrder, parseDate } from '@/lib/core/date-text'
import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { type FieldProblems, problem, type Reading, readName } from '@/lib/core/field-reading'
import type { Holding } from '@/lib/core/portfolio'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { type Trading, tradingOf } from '@/lib/core/trading'
import { daysBetween, type IsoDate, type Quantity, quantity, type UnitPrice, unitPrice } from '@/lib/core/units'

/** Where a price came from: typed, pasted, the demo's, a broker's positions file, a price file, a feed, or a money fund's dollar. */
export const PRICE_SOURCES = [
  ...(['manual', 'pasted', 'demo', 'broker', 'file'] as const),
  ...(['coinGecko', 'yahoo', 'tiingo', 'alphaVantage', 'par'] as const),
] as const
export type PriceSource = (typeof PRICE_SOURCES)[number]
export const isPriceSource = (text: string): text is PriceSource => (PRICE_SOURCES as readonly string[]).includes(text)

/** The fields of a holding as they are typed; a field that is absent stays as it is. */
export interface HoldingTexts {
  symbol?: string
  name?: string
  quantity?: string
  price?: string
  currency?: Currency
  pricedOn?: string
  unit?: string
  trading?: Trading
  /** Only sent to put a price back as it was. */
  priceSource?: PriceSource
}

/** What a save changes. An absent field stays as it is. */
export interface HoldingChange {
  symbol?: string
  name?: string
  quantity?: Quantity
  price?: UnitPrice | null
  /** Another currency leaves the price and the costs of the lots as they are written. */
  currency?: Currency
  pricedOn?: IsoDate | null
  priceSource?: PriceSource | null
  unit?: Quantity
  trading?: Trading
}

interface How {
  /** Today for the user: a price without a date is of today, and none may be dated after tomorrow, which it is somewhere already. */
  asOf: IsoDate
  source: PriceSource
  dateOrder?: DateOrder | null
}

/**
 * Typed texts as a change: quantity ≥ 0, price > 0 or empty for "unknown", its date real and not after tomorrow, unit > 0, at most 18
 * decimals. A new price without a date is of `asOf`. All faults at once, by field.
 */
export function readHolding(texts: HoldingTexts, how: How): Reading<HoldingChange> {
  const change: HoldingChange = {}
  const fields: FieldProblems = {}
  readWords(texts, change, fields)
  readAmount(texts, 'quantity', change, fields)
  readAmount(texts, 'unit', change, fields)
  readPrice(texts, how, change, fields)
  if (texts.trading !== undefined) change.trading = texts.trading
  if (texts.currency !== undefined) change.currency = texts.currency
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, value: change }
}

function readWords(texts: HoldingTexts, change: HoldingChange, fields: FieldProblems): void {
  if (texts.symbol !== undefined) {
    change.symbol = normaliseSymbol(texts.symbol)
    const fault = symbolProblem(change.symbol)
    if (fault) fields.symbol = problem(fault)
  }
  if (texts.name !== undefined) {
    const name = readName(texts.name, false)
    if (name.ok) change.name = name.value
    else fields.name = name.problem
  }
}

function readAmount(
  texts: HoldingTexts,
  field: 'quantity' | 'unit',
  change: HoldingChange,
  fields: FieldProblems,
): void {
  const text = texts[field]
  if (text === undefined) return
  const parsed = parseDecimal(text)
  if (!parsed.ok) fields[field] = problem(parsed.problem)
  else if (field === 'unit' && parsed.value <= 0n) fields.unit = problem('notPositive')
  else if (parsed.value < 0n) fields.quantity = problem('negative')
  else change[field] = quantity(parsed.value)
}

function readPrice(texts: HoldingTexts, how: How, change: HoldingChange, fields: FieldProblems): void {
  const priceSource = texts.priceSource ?? how.source
  if (texts.price !== undefined && texts.price.trim() === '') {
    Object.assign(change, { price: null, pricedOn: null, priceSource: null })
    return
  }
  if (texts.price !== undefined) {
    const parsed = parseDecimal(texts.price)
    if (!parsed.ok) fields.price = problem(parsed.problem)
    else if (parsed.value <= 0n) fields.price = problem('notPositive')
    else Object.assign(change, { price: unitPrice(parsed.value), pricedOn: how.asOf, priceSource })
  }
  if (texts.pricedOn === undefined) return
  const date = parseDate(texts.pricedOn, how.dateOrder ?? null)
  if (!date.ok) fields.pricedOn = problem(date.problem)
  else if (daysBetween(how.asOf, date.value) > 1) fields.pricedOn = problem('futureDate')
  else Object.assign(change, { pricedOn: date.value, priceSource })
}

/** What a change cannot do to this very row, by field: cut it below its lots, or date a price that is not there. */
export function faultsOf(row: Pick<Holding, 'price' | 'lots'>, change: HoldingChange): FieldProblems {
  const fields: FieldProblems = {}
  const price = change.price === undefined ? row.price : change.price
  if (change.pricedOn && price === null) fields.pricedOn = problem('dateWithoutPrice')
  if (change.quantity !== undefined && change.quantity < lotTotal(row)) fields.quantity = problem('belowLots')
  return fields
}

/** A row's fields as the plain texts that `readHolding` takes back: what an editor opens with and what undo saves again. */
export function holdingTexts(
  row: Holding & { ownName: string; currency: Currency },
): Required<Omit<HoldingTexts, 'priceSource'>> {
  return {
    symbol: row.symbol,
    name: row.ownName,
    quantity: decimalText(row.quantity),
    price: row.price === null ? '' : decimalText(row.price),
    currency: row.currency,
    pricedOn: row.pricedOn ?? '',
    unit: decimalText(row.unit),
    trading: tradingOf(row),
  }
}
