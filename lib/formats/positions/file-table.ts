import { restored } from '@/lib/formats/csv-text'
import { type Delimiter, detectDelimiter } from '@/lib/formats/positions/delimiter'
import type { FileRow, FileTable } from '@/lib/formats/positions/positions-file'
import { rowCells } from '@/lib/formats/positions/row-cells'

/** A quoted cell that goes on for longer was not meant as one. */
const MOST_LINES_IN_CELL = 20
/** No number, symbol or name is longer; the line keeps its whole text. A cut cell ends in a mark that makes it no number. */
const LONGEST_CELL = 1000
const LINE_END = /\r\n|\n|\r/

/**
 * A decoded text as rows of trimmed cells with the physical line, from 1, on which each begins; blank lines are rows without cells. Quoted cells may
 * hold marks, doubled quotes and line ends. A quote that is never closed is a character of its line and swallows nothing. JSON and XML are
 * rows of one cell. The mark between the cells is the one given, else it is found out.
 */
export function fileTable(text: string, name: string, given: Delimiter | null = null): FileTable {
  const lines = text.split(LINE_END)
  if (lines.at(-1) === '') lines.pop()
  const delimiter = given ?? markOf(text, lines)
  const rows: FileRow[] = []
  for (let i = 0; i < lines.length; ) {
    const taken = takeRow(lines, i, delimiter)
    rows.push({ line: i + 1, cells: taken.cells, text: lines.slice(i, i + taken.lines).join('\n') })
    i += taken.lines
  }
  return { name, text, delimiter, rows }
}

const markOf = (text: string, lines: readonly string[]): Delimiter | null =>
  /^\s*(?:[{<]|\[\s*[[{\]])/.test(text) ? null : detectDelimiter(lines)

function takeRow(
  lines: readonly string[],
  at: number,
  delimiter: Delimiter | null,
): { cells: string[]; lines: number } {
  const first = lines[at] ?? ''
  if (first.trim() === '') return { cells: [], lines: 1 }
  if (delimiter === null) return { cells: [plainCell(first)], lines: 1 }
  const { cells, open } = rowCells(first, delimiter)
  return (open && longRow(lines, at, delimiter)) || { cells: cells.map(plainCell), lines: 1 }
}

/** The row whose last cell goes on over the next lines; null when its quote is not closed as it should be. */
function longRow(
  lines: readonly string[],
  at: number,
  delimiter: Delimiter,
): { cells: string[]; lines: number } | null {
  let text = lines[at] ?? ''
  for (let count = 2; count <= MOST_LINES_IN_CELL && at + count <= lines.length; count += 1) {
    text += `\n${lines[at + count - 1]}`
    const { cells, open, strict } = rowCells(text, delimiter)
    if (!strict) return null
    if (!open) return { cells: cells.map(plainCell), lines: count }
  }
  return null
}

/** Without spaces around it, the apostrophe before what looks like a formula, and the `="…"` that keeps spreadsheets from changing a text. */
const plainCell = (cell: string): string =>
  restored(
    cut(cell.trim())
      .replace(/^="(.*)"$/s, '$1')
      .trim(),
  )

const cut = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text)
