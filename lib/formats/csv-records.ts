/** A record of a CSV text: its cells exactly as they were written, the physical line, from 1, on which it begins, and its own text. */
export interface CsvRecord {
  line: number
  cells: string[]
  text: string
}

/** A strict CSV text (RFC 4180) as records. Blank lines are records of one empty cell. */
export function csvRecords(text: string, delimiter = ','): CsvRecord[] {
  const records: CsvRecord[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const { cells, end } = readRecord(text, at, delimiter)
    const own = text.slice(at, end)
    records.push({ line, cells, text: own.replace(/\r?\n$/, '') })
    line += own.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(own) ? 1 : 0)
    at = end
  }
  return records
}

function readRecord(text: string, start: number, delimiter: string): { cells: string[]; end: number } {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    cells.push(cell.value)
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    return { cells, end: at }
  }
}

function plainCell(text: string, start: number, delimiter: string): { value: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\r' && text[end] !== '\n') end += 1
  return { value: text.slice(start, end), end }
}

/** A quote that is never closed is a character of its cell and swallows nothing. */
function quotedCell(text: string, start: number, delimiter: string): { value: string; end: number } {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return plainCell(text, start, delimiter)
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      // What stands between a closing quote and the next mark belongs to the cell: nothing is dropped.
      const rest = plainCell(text, quote + 1, delimiter)
      return { value: value + rest.value, end: rest.end }
    }
    value += '"'
    at = quote + 2
  }
}
