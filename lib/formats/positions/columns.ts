import type { FileRow } from '@/lib/formats/positions/positions-file'

/** What a column of a positions table holds, in most formats. */
export type Role =
  | 'accountId'
  | 'accountName'
  | 'registration'
  | 'symbol'
  | 'name'
  | 'cusip'
  | 'quantity'
  | 'price'
  | 'value'
  | 'cost'
  | 'averageCost'
  | 'type'
  | 'currency'
  | 'date'

/** The titles by which a format names its columns, as `plainTitle` gives them; the first that is there counts. */
export type Titles<R extends string = Role> = Partial<Record<R, readonly string[]>>

/** Where each column stands; roles that the header does not name are absent. */
export type Columns<R extends string = Role> = Partial<Record<R, number>>

/** No title is as long; a cell of megabytes must not be looked at letter by letter. */
export const LONGEST_TITLE = 200
/** What stands in brackets, unless it is the code of a currency; the dollar is the usual one and needs no word. */
const BRACKETED = /\((?!\s*(?!USD)[A-Z]{3}\s*\))[^)]*\)/g

/**
 * A title without its marks: `Qty (Quantity)` and `Qty #` are `qty`, `Value ($)` and `Value $` are `value`, `avg_cost` is `avg cost`. Another currency
 * and the percent sign stay, since they make another column: `Price (EUR)` is `price eur`.
 */
export const plainTitle = (cell: string): string =>
  cell
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .replace(BRACKETED, ' ')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}/'&%€£¥]+/gu, ' ')
    .trim()

/** No cell of a header is a number or a date; told at a glance, since every line of a file is asked. */
const FIGURE = /^[-+$(]*\d[^\p{L}]*$/u

/** The columns of a header line; null when a role that is needed has no title, so that the line is no header. */
export function columnsOf<R extends string>(
  cells: readonly string[],
  titles: Titles<R>,
  needs: readonly NoInfer<R>[] = [],
): Columns<R> | null {
  if (cells.some((cell) => FIGURE.test(cell))) return null
  const plain = cells.map(plainTitle)
  const columns: Columns<R> = {}
  for (const role of Object.keys(titles) as R[]) {
    const at = titles[role]?.map((title) => plain.indexOf(title)).find((i) => i >= 0)
    if (at !== undefined) columns[role] = at
  }
  return needs.every((role) => columns[role] !== undefined) ? columns : null
}

/** The text under a column; empty where the line or the column ends early. */
export const under = <R extends string>(cells: readonly string[], columns: Columns<R>, role: R): string =>
  (cells[columns[role] ?? -1] ?? '').trim()

/** The text under a column; undefined when the file has no such column. */
export const cellOf = <R extends string>(row: FileRow, columns: Columns<R>, role: R): string | undefined =>
  columns[role] === undefined ? undefined : under(row.cells, columns, role)

/** The cells of a line that hold something. */
export const filled = (row: FileRow): string[] => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')

export const isBlank = (row: FileRow): boolean => row.cells.every((cell) => cell.trim() === '')
