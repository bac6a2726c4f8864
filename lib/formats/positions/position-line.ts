import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { symbolProblem } from '@/lib/core/symbol'
import { isNothing, readAmount } from '@/lib/formats/positions/cells'
import { classOf } from '@/lib/formats/positions/class-of'
import { exactly, perUnit } from '@/lib/formats/positions/exact-amounts'
import { cellCusip, cellSymbol, symbolFromName } from '@/lib/formats/positions/named-symbol'
import { isOption } from '@/lib/formats/positions/option-code'
import type { FileRow, PositionsFile, RejectReason, SkipRule } from '@/lib/formats/positions/positions-file'
import { unitCostOf } from '@/lib/formats/positions/unit-cost'
import { noteOnValue } from '@/lib/formats/positions/value-check'

/** The cells of one position by what they hold, as they stand in the file; empty where the file has no such column. */
export interface PositionCells {
  symbol: string
  name: string
  cusip: string
  quantity: string
  price: string
  value: string
  /** Of the whole position. */
  cost: string
  /** Of one unit. */
  averageCost: string
  type: string
  currency: string
}

/** What a format knows of its own lines. */
export interface PositionRules {
  /** A balance of cash, which belongs into the account's cash. */
  isCash: (cells: PositionCells) => boolean
  /** A contract in dollars, without units: one unit is one dollar. */
  inDollars?: (cells: PositionCells) => boolean
  /** The file has a column of costs, so that an empty one is worth a note. */
  showsCost: boolean
}

type Note = PositionsFile['notes'][number]

/** Where a line goes. */
export type Outcome =
  | { is: 'holding'; holding: ReadHolding; notes: Note[] }
  | { is: 'cash'; value: string; currency: string }
  | { is: 'rejected'; reason: RejectReason }
  | { is: 'skipped'; rule: SkipRule }

/** Reads one line as a holding, as cash, as zero or as rejected. The broker's value is kept where quantity × price says otherwise. */
export function outcomeOf(row: FileRow, account: string, cells: PositionCells, rules: PositionRules): Outcome {
  if (isOption(cells.symbol) || isOption(cells.name) || /^options?$/i.test(cells.type)) return rejected('option')
  const value = readAmount(cells.value, 'valueNotNumber')
  if ('reason' in value) return rejected(value.reason)
  if (rules.isCash(cells)) return cashOf(value.value ?? cells.quantity, currencyOf(cells.currency))
  const quantity = quantityOf(cells, value.value, rules)
  if ('reason' in quantity) return rejected(quantity.reason)
  const price = readAmount(cells.price, 'priceNotNumber')
  if ('reason' in price) return rejected(price.reason)
  const currency = currencyOf(cells.currency)
  if (currency === null) return rejected('currencyUnknown')
  const symbol = symbolOf(cells)
  if ('reason' in symbol) return rejected(symbol.reason)
  if (quantity.value.startsWith('-')) return rejected('short')
  if (exactly(quantity.value) === 0n) return { is: 'skipped', rule: 'zero' }
  const known = {
    account,
    symbol: symbol.value,
    quantity: quantity.value,
    value: value.value,
    currency,
    line: row.line,
  }
  return holdingOf(known, price.value, cells, rules)
}

const rejected = (reason: RejectReason): Outcome => ({ is: 'rejected', reason })

type Known = Omit<ReadHolding, 'name' | 'price' | 'unitCost' | 'class'>

function holdingOf(known: Known, stated: string | null, cells: PositionCells, rules: PositionRules): Outcome {
  const { symbol, quantity, value, line } = known
  const price = stated ?? perUnit(value, quantity)
  const name = isNothing(cells.name) ? symbol : cells.name
  const { account, currency } = known
  const fixed = { currency, class: classFor(symbol, cells), line }
  const plain: ReadHolding = { account, symbol, name, quantity, price, value, unitCost: null, ...fixed }
  const onValue = noteOnValue(plain)
  const holding = { ...plain, unitCost: unitCostOf(cells, quantity, onValue?.code === 'perHundred') }
  const notes: Note[] = onValue ? [onValue] : []
  if (stated === null && price !== null) notes.push({ line, code: 'priceDerived', values: { symbol, price } })
  const needsCost = rules.showsCost && holding.class !== 'moneyFunds' && !rules.inDollars?.(cells)
  if (needsCost && holding.unitCost === null)
    notes.push({ line, code: 'costUnknown', values: { symbol, text: cells.cost || cells.averageCost } })
  return { is: 'holding', holding, notes }
}

function cashOf(text: string, currency: string | null): Outcome {
  if (currency === null) return rejected('currencyUnknown')
  const value = readAmount(text, 'valueNotNumber')
  if ('reason' in value) return rejected(value.reason)
  return value.value === null ? { is: 'skipped', rule: 'zero' } : { is: 'cash', value: value.value, currency }
}

function quantityOf(
  cells: PositionCells,
  value: string | null,
  rules: PositionRules,
): { value: string } | { reason: RejectReason } {
  const read = readAmount(cells.quantity, 'quantityNotNumber')
  if ('reason' in read) return read
  if (read.value !== null) return { value: read.value }
  return value !== null && rules.inDollars?.(cells) ? { value } : { reason: 'quantityMissing' }
}

function currencyOf(text: string): string | null {
  const code = text.trim().toUpperCase()
  if (isNothing(code)) return 'USD'
  return /^[A-Z]{3}$/.test(code) ? code : null
}

/** The symbol, else the CUSIP, else the name. */
function symbolOf(cells: PositionCells): { value: string } | { reason: RejectReason } {
  const symbol = cellSymbol(cells.symbol)
  if (symbol !== '') {
    const problem = symbolProblem(symbol)
    if (problem === null) return { value: symbol }
    return problem === 'symbolTooLong' ? { value: symbolFromName(symbol) } : { reason: 'symbolInvalid' }
  }
  const other = cellCusip(cells.cusip) || (isNothing(cells.name) ? '' : symbolFromName(cells.name))
  if (other === '') return { reason: 'symbolMissing' }
  return symbolProblem(other) === null ? { value: other } : { reason: 'symbolInvalid' }
}

function classFor(symbol: string, { type }: PositionCells): ReadHolding['class'] {
  const listed = classOf(symbol)
  if (listed !== null) return listed
  if (/\bcash\b|money market|\bsweep\b/i.test(type)) return 'moneyFunds'
  return /crypto|digital (asset|currency)/i.test(type) ? 'digital' : null
}
