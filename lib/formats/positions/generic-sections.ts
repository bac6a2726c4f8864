import type { Columns } from '@/lib/formats/positions/columns'
import { currencyOf } from '@/lib/formats/positions/currency-words'
import { guessColumns, headerOf } from '@/lib/formats/positions/generic-columns'
import type { Table } from '@/lib/formats/positions/generic-holding'
import { cellReader } from '@/lib/formats/positions/generic-numbers'
import { filled, firstText } from '@/lib/formats/positions/generic-rows'
import type { FileRow, FileTable } from '@/lib/formats/positions/positions-file'

/** A stretch of rows under one header; `before` stands above the first, `activity` is a list of transactions. */
export interface Section {
  kind: 'before' | 'activity' | 'table'
  header: FileRow | null
  rows: FileRow[]
  /** Null unless it is a table. */
  table: Table | null
  /** The text above the header, in files that name their accounts so. */
  title: string | null
}

/** A file's rows by the headers above them, and the rows that are titles of accounts. */
export function sectionsOf(file: FileTable): { sections: Section[]; titles: ReadonlySet<FileRow> } {
  const headers = new Map(file.rows.flatMap((row) => withHeader(row)))
  const tables = [...headers].filter(([, header]) => header !== 'activity')
  if (tables.length === 0) {
    const columns = guessColumns(file.rows)
    if (columns) return { sections: [tableSection(null, columns, [...file.rows], null, file)], titles: new Set() }
  }
  const titleOf = titlesAbove(file.rows, headers, tables.length > 1)
  const sections: Section[] = []
  let rows: FileRow[] = []
  let open: { row: FileRow; header: Columns | 'activity' } | null = null
  const close = (): void => {
    sections.push(sectionOf(open, rows, open && (titleOf.get(open.row) ?? null), file))
  }
  for (const row of file.rows) {
    const header = headers.get(row)
    if (!header) {
      rows.push(row)
      continue
    }
    close()
    open = { row, header }
    rows = []
  }
  close()
  return { sections, titles: new Set([...titleOf.values()]) }
}

function withHeader(row: FileRow): [FileRow, Columns | 'activity'][] {
  const header = headerOf(row)
  return header ? [[row, header]] : []
}

const CALLED_SO = /^(?:account(?: name)?|账户(?:名称)?)\s*[:：]\s*/i

/** For each header the line above it that names its account: the last that says `Account:`, else, where several tables follow, the lone text before it. */
function titlesAbove(
  rows: readonly FileRow[],
  headers: ReadonlyMap<FileRow, Columns | 'activity'>,
  several: boolean,
): Map<FileRow, FileRow> {
  const titles = new Map<FileRow, FileRow>()
  let above: FileRow | null = null
  let called: FileRow | null = null
  for (const row of rows) {
    const header = headers.get(row)
    const lone = several && above && !headers.has(above) && filled(above) === 1 ? above : null
    const title = called ?? lone
    if (header && header !== 'activity' && title) titles.set(row, title)
    if (header) called = null
    else if (filled(row) <= 2 && CALLED_SO.test(firstText(row))) called = row
    if (filled(row) > 0) above = row
  }
  return titles
}

function sectionOf(
  open: { row: FileRow; header: Columns | 'activity' } | null,
  rows: FileRow[],
  title: FileRow | null,
  file: FileTable,
): Section {
  if (open === null) return { kind: 'before', header: null, rows, table: null, title: null }
  const { row, header } = open
  if (header === 'activity') return { kind: 'activity', header: row, rows, table: null, title: null }
  return tableSection(row, header, rows, title && titleText(title), file)
}

/** `Account: Roth IRA`, in one cell or in two. */
const titleText = (row: FileRow): string =>
  row.cells
    .filter((cell) => cell !== '')
    .join(' ')
    .replace(CALLED_SO, '')

export const tableSection = (
  header: FileRow | null,
  columns: Columns,
  rows: FileRow[],
  title: string | null,
  file: FileTable,
  decimal: '.' | ',' | null = null,
): Section => ({
  ...{ kind: 'table', header, rows, title },
  table: {
    columns,
    read: cellReader(rows, columns, file.delimiter, decimal),
    currency: header && currencyAbove(header, columns),
  },
})

/** The currency that the title of the values or of the prices names: `Market Value (EUR)`, `市值(元)`. */
function currencyAbove(header: FileRow, columns: Columns): string | null {
  for (const role of ['value', 'price'] as const) {
    const title = header.cells[columns[role] ?? -1] ?? ''
    const named = /[（(]([^)）]+)[)）]/.exec(title)?.[1] ?? /[\s_-]([A-Z]{3})$/i.exec(title)?.[1]
    const currency = named === undefined ? null : currencyOf(named)
    if (currency) return currency
  }
  return null
}
