import { dateOrder, parseDate } from '@/lib/core/date-text'
import type { MappedCell, MappedRole, Mapping, TableReading } from '@/lib/core/positions-import'
import { isNothing } from '@/lib/formats/positions/cells'
import { marksOf } from '@/lib/formats/positions/column-marks'
import { decode } from '@/lib/formats/positions/decode'
import { fileTable } from '@/lib/formats/positions/file-table'
import { headerOf } from '@/lib/formats/positions/generic-columns'
import { columnsFrom, mappedSections, rolesOf } from '@/lib/formats/positions/generic-mapping'
import { NUMBER_ROLES, type NumberRole } from '@/lib/formats/positions/generic-numbers'
import { sectionsOf } from '@/lib/formats/positions/generic-sections'
import type { FileRow, FileTable } from '@/lib/formats/positions/positions-file'

const MOST_ROWS = 8
/** Rows that the guess of a line of titles and of a mark looks at. */
const LOOKED_AT = 100
const MOST_COLUMNS = 60

/** How a table of no known format is read: the guess, or a mapping, with what it makes of the first rows. */
export function describeGeneric(
  bytes: Uint8Array,
  name: string,
  mapping: Mapping | null = null,
): Omit<TableReading, 'own' | 'remembered'> {
  const { text, encoding } = decode(bytes, mapping?.encoding ?? null)
  const table = fileTable(text, name, mapping?.delimiter ?? null)
  const guessed = mapping ?? guess(table)
  const header = table.rows.find((row) => row.line === guessed.header) ?? null
  const rows = dataRows(table, guessed)
  const width = Math.min(MOST_COLUMNS, Math.max(header?.cells.length ?? 0, ...rows.map((row) => row.cells.length), 1))
  const columns = Array.from({ length: width }, (_, at) => guessed.columns[at] ?? null)
  const dates = rows.map((row) => row.cells[columns.indexOf('date')] ?? '')
  const settled: Mapping = {
    ...{ ...guessed, encoding, delimiter: table.delimiter, columns },
    decimal: guessed.decimal ?? decimalOf(rows, columns),
    dateOrder: guessed.dateOrder ?? dateOrder(dates),
  }
  return {
    mapping: settled,
    titles: Array.from({ length: width }, (_, at) => header?.cells[at] ?? ''),
    rows: readRows(table, settled, width),
  }
}

function guess(table: FileTable): Mapping {
  const own: Mapping = { encoding: null, delimiter: null, decimal: null, dateOrder: null, header: null, columns: [] }
  const section = sectionsOf(table).sections.find(({ table: found }) => found !== null)
  if (section?.table) {
    const { header, rows, table: found } = section
    const width = Math.max(header?.cells.length ?? 0, ...rows.slice(0, LOOKED_AT).map((row) => row.cells.length), 1)
    return { ...own, header: header?.line ?? null, columns: rolesOf(found.columns, width) }
  }
  return { ...own, header: likelyHeader(table)?.line ?? null }
}

/** The first of the widest rows, when no cell of it is a number. */
function likelyHeader({ rows }: FileTable): FileRow | null {
  const first = rows.slice(0, LOOKED_AT)
  const widest = Math.max(0, ...first.map((row) => row.cells.length))
  const found = first.find((row) => row.cells.length === widest && widest > 0)
  if (!found || headerOf(found) === 'activity') return found ?? null
  return found.cells.every((cell) => !/\d/.test(cell)) ? found : null
}

const dataRows = ({ rows }: FileTable, { header }: Mapping): FileRow[] =>
  rows.filter((row) => row.cells.length > 0 && row.line > (header ?? 0)).slice(0, LOOKED_AT)

function decimalOf(rows: readonly FileRow[], columns: readonly (MappedRole | null)[]): '.' | ',' | null {
  const numbers = NUMBER_ROLES.flatMap((role) => {
    const at = columns.indexOf(role)
    return at < 0 ? [] : rows.map((row) => row.cells[at] ?? '')
  })
  const marks = marksOf(numbers)
  return marks === 'comma' ? ',' : marks === 'point' ? '.' : null
}

/** The first rows below the titles with their cells as they are read under these columns. */
function readRows(table: FileTable, mapping: Mapping, width: number): TableReading['rows'] {
  const lines = new Set(
    dataRows(table, mapping)
      .slice(0, MOST_ROWS)
      .map((row) => row.line),
  )
  const columns = columnsFrom(mapping.columns)
  const roles = rolesOf(columns, width)
  return mappedSections(table, mapping).flatMap((section) =>
    section.rows.flatMap((row) => {
      const read = section.table?.read
      if (!read || !lines.has(row.line)) return []
      const cells = roles.map((role, at): MappedCell => {
        const text = row.cells[at] ?? ''
        if (role === 'date') return dateCell(text, mapping)
        if (!isNumber(role)) return { text, read: null, fault: false }
        const number = read(row, role)
        return number.ok
          ? { text, read: number.value, fault: false }
          : { text, read: null, fault: number.problem !== 'empty' }
      })
      return [{ line: row.line, cells }]
    }),
  )
}

const isNumber = (role: MappedRole | null): role is NumberRole =>
  (NUMBER_ROLES as readonly (string | null)[]).includes(role)

function dateCell(text: string, { dateOrder: order }: Mapping): MappedCell {
  if (isNothing(text)) return { text, read: null, fault: false }
  const date = parseDate(text, order)
  return date.ok ? { text, read: date.value, fault: false } : { text, read: null, fault: true }
}
