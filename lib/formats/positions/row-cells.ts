import type { Delimiter } from '@/lib/formats/positions/delimiter'

export interface RowCells {
  cells: string[]
  /** True when the text ends within a quoted cell; its quote is then read as a character. */
  open: boolean
  /** False when a quote stands within a quoted cell and is not doubled. */
  strict: boolean
}

/** More than any table of holdings has; the last one keeps the rest of its line as it stands. */
const MOST_CELLS = 500

/**
 * Cuts one row at its marks. A cell that begins with a quotation mark ends at the quotation mark before the next mark; doubled ones inside are
 * one. Quotation marks anywhere else are characters, as in `5" pipe`.
 */
export function rowCells(text: string, delimiter: Delimiter): RowCells {
  const row: RowCells = { cells: [], open: false, strict: true }
  let at = 0
  while (at <= text.length) {
    if (row.cells.length === MOST_CELLS - 1) {
      row.cells.push(text.slice(at))
      break
    }
    const quoted = row.open ? null : quotedCell(text, at, delimiter, row)
    const end = quoted?.end ?? markOrEnd(text, at, delimiter)
    row.cells.push(quoted?.value ?? text.slice(at, end))
    at = end + 1
  }
  return row
}

const markOrEnd = (text: string, from: number, mark: string): number => {
  const found = text.indexOf(mark, from)
  return found < 0 ? text.length : found
}

/** The quoted cell that begins here and where the mark behind it stands; null when there is none. */
function quotedCell(text: string, from: number, mark: string, row: RowCells): { value: string; end: number } | null {
  const start = skipSpaces(text, from)
  if (text[start] !== '"') return null
  let value = ''
  let at = start + 1
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', at)) {
    value += text.slice(at, quote)
    const after = skipSpaces(text, quote + 1)
    if (text[quote + 1] === '"') {
      value += '"'
      at = quote + 2
    } else if (after >= text.length || text[after] === mark) {
      return { value, end: Math.min(after, text.length) }
    } else {
      row.strict = false
      value += '"'
      at = quote + 1
    }
  }
  row.open = true
  return null
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at += 1
  return at
}
