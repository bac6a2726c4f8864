import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { symbolProblem } from '@/lib/core/symbol'
import { classOf } from '@/lib/formats/positions/class-of'
import { type Columns, under } from '@/lib/formats/positions/columns'
import { currencyOf, withoutCurrency } from '@/lib/formats/positions/currency-words'
import { perUnit } from '@/lib/formats/positions/exact-amounts'
import type { CellReader, NumberRole } from '@/lib/formats/positions/generic-numbers'
import { symbolOf } from '@/lib/formats/positions/generic-rows'
import { isOption } from '@/lib/formats/positions/option-code'
import type { FileRow, RejectReason, SkipRule } from '@/lib/formats/positions/positions-file'

/** How one table of a file is read. */
export interface Table {
  columns: Columns
  read: CellReader
  /** What the header says; a row may say otherwise. */
  currency: string | null
}

/** A sentence of a footer may stand in the column of symbols, with a year of it in that of quantities. */
const isProse = (text: string): boolean => text.split(/\s+/).length > 3 && /[a-z]/.test(text)

const NOT_NUMBER: Record<'quantity' | 'price' | 'value', RejectReason> = {
  quantity: 'quantityNotNumber',
  price: 'priceNotNumber',
  value: 'valueNotNumber',
}

export type Numbers = { quantity: string | null; price: string | null; value: string | null }

/** Quantity, price and value of a row, null where a cell says nothing; or why the row cannot be read. */
export function numbersOf(row: FileRow, { read }: Table): Numbers | { reason: RejectReason } {
  const numbers: Numbers = { quantity: null, price: null, value: null }
  for (const role of ['quantity', 'price', 'value'] as const) {
    const number = read(row, role)
    if (number.ok) numbers[role] = number.value
    else if (number.problem === 'ambiguous') return { reason: 'numberAmbiguous' }
    else if (number.problem === 'notNumber') return { reason: NOT_NUMBER[role] }
  }
  return numbers
}

/**
 * The currency of a row: by its own cell, by the signs at its amounts, by the header, by its code of a
 * market; the dollar where nobody says. Null for any other.
 */
export function currencyIn(row: FileRow, { columns, currency }: Table, symbol: string): string | null {
  const cell = under(row.cells, columns, 'currency')
  if (cell !== '') return currencyOf(cell)
  const signs = (['price', 'value'] as const).map((role) => withoutCurrency(under(row.cells, columns, role)).sign)
  const sign = signs.find((found) => found !== null)
  return sign ? (currencyOf(sign) ?? (sign === '¥' ? currency : null)) : (currency ?? marketCurrency(symbol) ?? 'USD')
}

/** Six digits are the codes of mainland China's securities and funds. */
function marketCurrency(symbol: string): string | null {
  if (/^\d{6}(?:\.(?:SS|SH|SZ))?$/.test(symbol)) return 'CNY'
  return /^\d{1,5}\.HK$/.test(symbol) ? 'HKD' : null
}

/** A row of a security as a holding; or why it is none. */
export function holdingOf(
  row: FileRow,
  table: Table,
  account: string,
): ReadHolding | { reason: RejectReason } | { rule: SkipRule } {
  const { columns } = table
  const name = under(row.cells, columns, 'name')
  const symbol = symbolOf(row, columns)
  if (isOption(under(row.cells, columns, 'symbol')) || isOption(name)) return { reason: 'option' }
  if (symbol === '') return { reason: 'symbolMissing' }
  if (symbolProblem(symbol) !== null || isProse(under(row.cells, columns, 'symbol'))) return { reason: 'symbolInvalid' }
  const numbers = numbersOf(row, table)
  if ('reason' in numbers) return numbers
  const { quantity, price, value } = numbers
  if (quantity === null)
    return { reason: row.cells.length <= (columns.quantity ?? 0) ? 'cellsMissing' : 'quantityMissing' }
  if (quantity.startsWith('-')) return { reason: 'short' }
  if (quantity === '0' && (value ?? '0') === '0') return { rule: 'zero' }
  if (price?.startsWith('-')) return { reason: 'priceNotNumber' }
  const currency = currencyIn(row, table, symbol)
  if (currency === null) return { reason: 'currencyUnknown' }
  const unitCost = costOf(row, table, quantity)
  const type = under(row.cells, columns, 'type')
  return {
    ...{ account, symbol, name, quantity, price, value, unitCost, currency },
    ...{ class: classOf(symbol) ?? classOfType(type), line: row.line },
  }
}

/** What one unit cost; a total is spread over the units. Null where the file does not say or cannot be read. */
function costOf(row: FileRow, { read, columns }: Table, quantity: string): string | null {
  const number = (role: NumberRole): string | null => {
    const cost = columns[role] === undefined ? null : read(row, role)
    return cost?.ok && !cost.value.startsWith('-') ? cost.value : null
  }
  return number('averageCost') ?? perUnit(number('cost'), quantity)
}

function classOfType(type: string): ReadHolding['class'] {
  if (/money (?:market|fund)|货币基金|货币型/i.test(type)) return 'moneyFunds'
  return /crypto|digital (?:asset|currency)|数字货币|加密/i.test(type) ? 'digital' : null
}
