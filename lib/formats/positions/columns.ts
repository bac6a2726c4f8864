import type { FileRow } from '@/lib/formats/positions/positions-file'

/** No title is as long; a cell of megabytes must not be looked at letter by letter. */
const LONGEST_TITLE = 200

/** A title as it is compared: lower case, words apart by one space, without signs of currencies and brackets. */
export const titleOf = (cell: string): string =>
  cell
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_.]+/g, ' ')
    .replace(/[()[\]$#"']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export type Titles<Role extends string> = Record<Role, readonly string[]>
export type Columns<Role extends string> = Partial<Record<Role, number>>

/** Which column has which role: for each role the first of its titles that the header has. */
export function columnsOf<Role extends string>(cells: readonly string[], titles: Titles<Role>): Columns<Role> {
  const have = cells.map(titleOf)
  const columns: Columns<Role> = {}
  for (const role of Object.keys(titles) as Role[]) {
    const title = titles[role].find((one) => have.includes(one))
    if (title !== undefined) columns[role] = have.indexOf(title)
  }
  return columns
}

/** The cell of a role; undefined when the file has no such column, empty when the row is too short. */
export function cellOf<Role extends string>(row: FileRow, columns: Columns<Role>, role: Role): string | undefined {
  const column = columns[role]
  return column === undefined ? undefined : (row.cells[column] ?? '').trim()
}
