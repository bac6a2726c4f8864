import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { normaliseSymbol, symbolProblem } from '@/lib/core/symbol'
import { isNothing, readAmount, readNumber } from '@/lib/formats/positions/cells'
import { classOf } from '@/lib/formats/positions/class-of'
import { perUnit } from '@/lib/formats/positions/exact-amounts'
import type { RejectReason } from '@/lib/formats/positions/positions-file'
import { type Place, type Reading, USUAL_CURRENCY } from '@/lib/formats/positions/reading'
import { type CostCells, unitCostOf } from '@/lib/formats/positions/unit-cost'
import { noteOnValue } from '@/lib/formats/positions/value-check'

/** The cells of one position; undefined where the file has no such column. */
interface PositionTexts extends CostCells {
  symbol: string
  name?: string
  quantity: string
  price?: string
  value?: string
  currency: string
  /** What the file itself says of the class; else the directory is asked. */
  class?: ReadHolding['class']
}

/** A symbol of another exchange may mean another security there, so the directory of US listings is asked for dollars only. */
export const classIn = (symbol: string, currency: string): ReadHolding['class'] =>
  currency === USUAL_CURRENCY ? classOf(symbol) : null

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text)

/** Enters an amount of money, or rejects the line where it cannot be read. No account is made for none of a further currency. */
export function enterCash(
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

/** Enters one position and answers with it; or rejects it with its reason, or skips it when there is none of it. */
export function enterPosition(
  reading: Reading,
  place: Place,
  account: string,
  cells: PositionTexts,
): ReadHolding | null {
  const read = readTexts(cells)
  if (read === 'zero') reading.skip(place, 'zero')
  else if ('reason' in read) reading.reject(place, read.reason)
  else return hold(reading, place, account, cells, read)
  return null
}

interface Figures {
  symbol: string
  quantity: string
  price: string | null
  value: string | null
}

function readTexts(cells: PositionTexts): Figures | { reason: RejectReason } | 'zero' {
  const symbol = normaliseSymbol(cells.symbol)
  if (symbol === '') return { reason: 'symbolMissing' }
  if (symbolProblem(symbol)) return { reason: 'symbolInvalid' }
  if (!isCurrency(cells.currency)) return { reason: 'currencyUnknown' }
  const quantity = readAmount(cells.quantity, 'quantityNotNumber')
  if ('reason' in quantity) return quantity
  if (quantity.value === null) return { reason: 'quantityMissing' }
  if (quantity.value === '0') return 'zero'
  if (quantity.value.startsWith('-')) return { reason: 'short' }
  const price = readAmount(cells.price ?? '', 'priceNotNumber')
  if ('reason' in price) return price
  const value = readAmount(cells.value ?? '', 'valueNotNumber')
  if ('reason' in value) return value
  return { symbol, quantity: quantity.value, price: price.value, value: value.value }
}

function hold(reading: Reading, place: Place, account: string, cells: PositionTexts, read: Figures): ReadHolding {
  const { symbol, quantity, price, value } = read
  const derived = price === null && value !== null ? perUnit(value, quantity) : null
  const holding: ReadHolding = {
    account,
    symbol,
    name: cells.name?.trim() ?? '',
    quantity,
    price: price ?? derived,
    value,
    unitCost: null,
    currency: cells.currency,
    class: cells.class === undefined ? classIn(symbol, cells.currency) : cells.class,
    line: place.line,
  }
  const onValue = derived === null ? noteOnValue(holding) : null
  holding.unitCost = unitCostOf(cells, quantity, onValue?.code === 'perHundred')
  reading.hold(place, holding)
  const cost = cells.averageCost ?? cells.cost
  if (holding.unitCost === null && cost !== undefined) {
    reading.note(place.line, 'costUnknown', { text: isNothing(cost) ? '' : cost })
  }
  if (derived !== null) reading.note(place.line, 'priceDerived', { price: derived })
  if (onValue) reading.note(onValue.line, onValue.code, onValue.values)
  return holding
}
