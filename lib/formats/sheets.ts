import type { Bps, Cents, IsoDate, Quantity, UnitPrice } from '@/lib/core/units'

/** A cell with its type; `null` is an empty one. */
export type Cell =
  | { kind: 'text'; value: string }
  | { kind: 'money'; value: Cents }
  | { kind: 'price'; value: UnitPrice }
  | { kind: 'quantity'; value: Quantity }
  | { kind: 'share'; value: Bps }
  | { kind: 'count'; value: number }
  | { kind: 'date'; value: IsoDate }
  | null

export interface Column {
  title: string
  /** True where the last row adds the column up; such a column holds money only. */
  total?: boolean
  /** Right-aligned and narrow, or text. */
  numeric?: boolean
}

/** One table of a workbook, and of its preview on the screen. */
export interface Sheet {
  /** At most 31 characters, without the ones that a workbook forbids in names. */
  name: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** The word at the start of the row of totals; null: the sheet has none. */
  totalLabel: string | null
}

export const text = (value: string | null | undefined): Cell => (value ? { kind: 'text', value } : null)
export const money = (value: Cents | null): Cell => (value === null ? null : { kind: 'money', value })
export const price = (value: UnitPrice | null): Cell => (value === null ? null : { kind: 'price', value })
export const amount = (value: Quantity): Cell => ({ kind: 'quantity', value })
export const share = (value: Bps | null | undefined): Cell =>
  value === null || value === undefined ? null : { kind: 'share', value }
export const count = (value: number): Cell => ({ kind: 'count', value })
export const day = (value: IsoDate | null): Cell => (value === null ? null : { kind: 'date', value })

/** The sum of a column of money, in cents. */
export function columnTotal({ rows }: Pick<Sheet, 'rows'>, column: number): Cents {
  let total = 0n
  for (const row of rows) {
    const cell = row[column]
    if (cell?.kind === 'money') total += cell.value
  }
  return total as Cents
}
