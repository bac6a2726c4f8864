import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { type Columns, cellOf, type Titles } from '@/lib/formats/positions/columns'
import type { NamedLot } from '@/lib/formats/positions/lot-line'
import { classIn, enterPosition } from '@/lib/formats/positions/position-row'
import type { FileRow, RejectReason } from '@/lib/formats/positions/positions-file'
import type { Reading } from '@/lib/formats/positions/reading'
import { taxOf } from '@/lib/formats/positions/tax-of'

const OPTIONS = /option|warrant/i
const DERIVATIVES = /future|cfd|forex|swap/i

/** The titles of the section on positions. */
export const POSITION_TITLES = {
  level: ['datadiscriminator'],
  category: ['asset category'],
  currency: ['currency'],
  account: ['account'],
  symbol: ['symbol'],
  acquired: ['open'],
  quantity: ['quantity'],
  averageCost: ['cost price'],
  cost: ['cost basis'],
  price: ['close price'],
  value: ['value', 'market value'],
} satisfies Titles<string>

export type PositionRole = keyof typeof POSITION_TITLES

/** What the other sections say of the statement. */
export interface Statement {
  account: string
  currency: string
  tax: string
  /** Names by symbol, from the section on the instruments. */
  names: Map<string, string>
}

/** A line of the section, with the columns of the titles above it. */
export interface PositionRow {
  row: FileRow
  columns: Columns<PositionRole>
  about: Statement
}

const cellIn = ({ row, columns }: PositionRow, role: PositionRole): string | undefined => cellOf(row, columns, role)
const accountIn = (of: PositionRow): string => cellIn(of, 'account') || of.about.account
const currencyIn = (of: PositionRow): string => cellIn(of, 'currency') ?? of.about.currency

/** A lot is a line with the symbol of its position. */
export const isLot = (of: PositionRow): boolean => /^lot$/i.test(cellIn(of, 'level') ?? '')
export const securityOf = (of: PositionRow): string => [accountIn(of), currencyIn(of), cellIn(of, 'symbol')].join('\t')

export function lotIn(of: PositionRow): NamedLot {
  const figures = { averageCost: cellIn(of, 'averageCost'), cost: cellIn(of, 'cost'), acquired: cellIn(of, 'acquired') }
  const cells = { quantity: cellIn(of, 'quantity') ?? '', ...figures }
  return { place: of.row, security: securityOf(of), cells, fault: contractIn(of) }
}

/** What is no security: the reason why it is left out. */
function contractIn(of: PositionRow): RejectReason | null {
  const category = cellIn(of, 'category') ?? ''
  if (OPTIONS.test(category)) return 'option'
  return DERIVATIVES.test(category) ? 'derivative' : null
}

/** Enters the position of a line and answers with it; null when it is left out. */
export function readOpenPosition(reading: Reading, of: PositionRow): ReadHolding | null {
  const cell = (role: PositionRole) => cellIn(of, role)
  const contract = contractIn(of)
  if (contract) {
    reading.reject(of.row, contract)
    return null
  }
  const [account, currency, symbol] = [accountIn(of), currencyIn(of), cell('symbol') ?? '']
  reading.account(account, { currency: of.about.currency, tax: taxOf(account) })
  return enterPosition(reading, of.row, account, {
    symbol,
    name: of.about.names.get(symbol),
    quantity: cell('quantity') ?? '',
    price: cell('price'),
    value: cell('value'),
    averageCost: cell('averageCost'),
    cost: cell('cost'),
    currency,
    class: classFor(cell('category') ?? '', symbol, currency),
  })
}

function classFor(category: string, symbol: string, currency: string): ReadHolding['class'] {
  if (/crypto/i.test(category)) return 'digital'
  if (/treasury bill/i.test(category)) return 'moneyFunds'
  return /bond/i.test(category) ? null : classIn(symbol, currency)
}
