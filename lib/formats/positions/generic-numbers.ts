import type { NumberReading } from '@/lib/formats/positions/cells'
import { type Marks, marksOf, readMarked } from '@/lib/formats/positions/column-marks'
import { type Columns, under } from '@/lib/formats/positions/columns'
import { withoutCurrency } from '@/lib/formats/positions/currency-words'
import type { FileRow } from '@/lib/formats/positions/positions-file'

export const NUMBER_ROLES = ['quantity', 'price', 'value', 'averageCost', 'cost'] as const
export type NumberRole = (typeof NUMBER_ROLES)[number]

const UNITS_BEHIND = /\s*(?:shares?|units?|sh|股|份)$/i

/** The text of a number's cell without what names its unit or its currency. */
const bare = (row: FileRow, columns: Columns, role: NumberRole): string =>
  role === 'quantity'
    ? under(row.cells, columns, role).replace(UNITS_BEHIND, '')
    : withoutCurrency(under(row.cells, columns, role)).text

export type CellReader = (row: FileRow, role: NumberRole) => NumberReading

/**
 * Reads the numbers of a table. Which mark stands before the decimals is decided for each column, by all of its cells; a column that does
 * not tell is read as the others are. With semicolons between the cells nothing is taken for granted.
 * A mark that the user named holds for all.
 */
export function cellReader(
  rows: readonly FileRow[],
  columns: Columns,
  delimiter: string | null,
  decimal: '.' | ',' | null = null,
): CellReader {
  const cellsOf = (role: NumberRole): string[] => rows.map((row) => bare(row, columns, role))
  const said: Marks = decimal === null ? null : decimal === '.' ? 'point' : 'comma'
  const all = said ?? marksOf(NUMBER_ROLES.filter((role) => columns[role] !== undefined).flatMap(cellsOf))
  const marks = new Map<NumberRole, Marks>(NUMBER_ROLES.map((role) => [role, said ?? marksOf(cellsOf(role)) ?? all]))
  const known = new Map<NumberRole, WeakMap<FileRow, NumberReading>>(NUMBER_ROLES.map((role) => [role, new WeakMap()]))
  return (row, role) => {
    const before = known.get(role)?.get(row)
    if (before) return before
    const reading = readMarked(bare(row, columns, role), marks.get(role) ?? null, delimiter === ';')
    known.get(role)?.set(row, reading)
    return reading
  }
}
