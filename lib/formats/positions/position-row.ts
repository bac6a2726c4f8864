import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { isNothing, readAmount, readNumber } from '@/lib/formats/positions/cells'
import { classOf } from '@/lib/formats/positions/class-of'
import { perUnit } from '@/lib/formats/positions/exact-amounts'
import type { ReadHolding, RejectReason } from '@/lib/formats/positions/positions-file'
import { type Place, type Reading, USUAL_CURRENCY } from '@/lib/formats/positions/reading'
import { noteOnValue } from '@/lib/formats/positions/value-check'

/** The cells of one position; undefined where the file has no such column. */
export interface PositionCells {
  symbol: string
  name?: string
  quantity: string
  price?: string
  value?: string
  /** What one unit cost. */
  unitCost?: string
  /** What all of it cost; read where the file does not say what one unit cost. */
  cost?: string
  currency: string
  /** What the file itself says of the class; else the directory is asked. */
  class?: ReadHolding['class']
}

/** A symbol of another exchange may mean another security there, so the directory of US listings is asked for dollars only. */
export const classIn = (symbol: string, currency: string): ReadHolding['class'] =>
  currency === USUAL_CURRENCY ? classOf(symbol) : null

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text)

/** Enters an amount of money, or rejects the line where it cannot be read. No account is made for none of a further currency. */
export function readCash(
  reading: Reading,
  place: Place,
  account: string,
  { text, currency, fault = 'valueNotNumber' }: { text: string; currency: string; fault?: RejectReason },
) {
  const amount = readNumber(text)
  if (!amount.ok) return reading.reject(place, amount.problem === 'ambiguous' ? 'numberAmbiguous' : fault)
  if (amount.value === '0' && currency !== reading.account(account).currency) return reading.skip(place, 'zero')
  reading.cash(place, account, amount.value, currency)
}

/** Reads one position into the reading: as a holding, or rejected with its reason, or skipped when there is none of it. */
export function readPosition(reading: Reading, place: Place, account: string, cells: PositionCells) {
  const symbol = normaliseSymbol(cells.symbol)
  if (symbol === '') return reading.reject(place, 'symbolMissing')
  if (symbolProblem(symbol)) return reading.reject(place, 'symbolInvalid')
  if (!isCurrency(cells.currency)) return reading.reject(place, 'currencyUnknown')
  const quantity = readAmount(cells.quantity, 'quantityNotNumber')
  if ('reason' in quantity) return reading.reject(place, quantity.reason)
  if (quantity.value === null) return reading.reject(place, 'quantityMissing')
  if (quantity.value === '0') return reading.skip(place, 'zero')
  if (quantity.value.startsWith('-')) return reading.reject(place, 'short')
  const price = readAmount(cells.price ?? '', 'priceNotNumber')
  if ('reason' in price) return reading.reject(place, price.reason)
  const value = readAmount(cells.value ?? '', 'valueNotNumber')
  if ('reason' in value) return reading.reject(place, value.reason)
  const derived = price.value === null && value.value !== null ? perUnit(value.value, quantity.value) : null
  const holding: ReadHolding = {
    account,
    symbol,
    name: cells.name?.trim() ?? '',
    quantity: quantity.value,
    price: price.value ?? derived,
    value: value.value,
    unitCost: unitCostOf(cells, quantity.value),
    currency: cells.currency,
    class: cells.class === undefined ? classIn(symbol, cells.currency) : cells.class,
    line: place.line,
  }
  reading.hold(place, holding)
  noteAbout(reading, holding, cells, derived)
}

function unitCostOf(cells: PositionCells, quantity: string): string | null {
  const unit = readNumber(cells.unitCost ?? '')
  if (unit.ok) return unit.value
  const all = readNumber(cells.cost ?? '')
  return all.ok ? perUnit(all.value, quantity) : null
}

/** Said where the file has a column for the cost, and nothing readable in it. */
function noteAbout(reading: Reading, holding: ReadHolding, cells: PositionCells, derived: string | null) {
  const { line } = holding
  const cost = cells.unitCost ?? cells.cost
  if (holding.unitCost === null && cost !== undefined) {
    reading.note(line, 'costUnknown', { text: isNothing(cost) ? '' : cost })
  }
  if (derived !== null) return reading.note(line, 'priceDerived', { price: derived })
  const onValue = noteOnValue(holding)
  if (onValue) reading.note(onValue.line, onValue.code, onValue.values)
}
