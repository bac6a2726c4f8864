import { type DateOrder, parseDate } from '@/lib/core/date-text'
import { MAPPED_ROLES, type MappedRole, type Mapping } from '@/lib/core/positions-import'
import { type Columns, plainTitle } from '@/lib/formats/positions/columns'
import { type Section, tableSection } from '@/lib/formats/positions/generic-sections'
import type { FileRow, FileTable } from '@/lib/formats/positions/positions-file'

/** Columns by role; a role that is named twice stands where it stands first. */
export function columnsFrom(roles: Mapping['columns']): Columns {
  const columns: Columns = {}
  for (const role of MAPPED_ROLES) {
    const at = roles.indexOf(role)
    if (at >= 0) columns[role] = at
  }
  return columns
}

/** The role of each column of so many. */
export function rolesOf(columns: Columns, width: number): (MappedRole | null)[] {
  const roles: (MappedRole | null)[] = Array.from({ length: width }, () => null)
  for (const role of MAPPED_ROLES) {
    const at = columns[role]
    if (at !== undefined && at < width) roles[at] = role
  }
  return roles
}

/** Whether holdings can be read by it: a quantity, and something that names the security. */
export function isReadable(mapping: Mapping): boolean {
  const { quantity, symbol, name, cusip } = columnsFrom(mapping.columns)
  return quantity !== undefined && (symbol ?? name ?? cusip) !== undefined
}

/** A file's rows as the mapping cuts them: those above the titles, then one table under each line of the same titles. */
export function mappedSections(file: FileTable, mapping: Mapping): Section[] {
  const columns = columnsFrom(mapping.columns)
  const header = file.rows.find((row) => row.line === mapping.header) ?? null
  const above = header ? file.rows.filter((row) => row.line < header.line) : []
  const sections: Section[] = [{ kind: 'before', header: null, rows: above, table: null, title: null }]
  let open: { header: FileRow | null; rows: FileRow[] } = { header, rows: [] }
  const close = (): void => {
    sections.push(tableSection(open.header, columns, open.rows, null, file, mapping.decimal))
  }
  for (const row of file.rows.slice(above.length + (header ? 1 : 0))) {
    if (header && isSameHeader(row, header)) {
      close()
      open = { header: row, rows: [] }
    } else open.rows.push(row)
  }
  close()
  return sections
}

const isSameHeader = (row: FileRow, header: FileRow): boolean =>
  row.cells.length === header.cells.length && row.cells.every((cell, at) => cell === header.cells[at])

/** A date as `YYYY-MM-DD` where the user said how it is written; else, and when it is none, as it stands. */
export function dayText(text: string, order: DateOrder | null): string {
  const date = order === null || text === '' ? null : parseDate(text, order)
  return date?.ok ? date.value : text
}

/** What files with these titles have in common, whatever their marks and spaces; null without titles. */
export function signatureOf(titles: readonly string[]): string | null {
  const plain = titles.map(plainTitle)
  return plain.some((title) => title !== '') ? plain.join('\n') : null
}
