/** What a column of a positions table holds. */
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

/** The titles by which a format names its columns, in lower case without marks; the first that is there counts. */
export type Titles = Partial<Record<Role, readonly string[]>>

/** Where each column stands; roles that the header does not name are absent. */
export type Columns = Partial<Record<Role, number>>

/** No title is as long; a cell of megabytes must not be looked at letter by letter. */
const LONGEST_TITLE = 200

/** A title without its marks: `Qty (Quantity)` and `Qty #` are `qty`, `Value ($)` and `Value $` are `value`. */
export function plainTitle(cell: string): string {
  return cell
    .slice(0, LONGEST_TITLE)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}/'.&]+/gu, ' ')
    .trim()
}

/** A cell of a header does not begin with a digit; told at a glance, since every line of a file is asked. */
const FIGURE = /^[-+$(]*\d/

/** The columns of a header line; null when a role that is needed has no title, so that the line is no header. */
export function columnsOf(cells: readonly string[], titles: Titles, needs: readonly Role[]): Columns | null {
  if (cells.some((cell) => FIGURE.test(cell))) return null
  const plain = cells.map(plainTitle)
  const columns: Columns = {}
  for (const role of Object.keys(titles) as Role[]) {
    const at = (titles[role] ?? []).map((title) => plain.indexOf(title)).find((i) => i >= 0)
    if (at !== undefined) columns[role] = at
  }
  return needs.every((role) => columns[role] !== undefined) ? columns : null
}

/** The text under a column; empty where the line or the column ends early. */
export const under = (cells: readonly string[], columns: Columns, role: Role): string =>
  (cells[columns[role] ?? -1] ?? '').trim()
