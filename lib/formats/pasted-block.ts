import { parse } from 'csv-parse/sync'
import { restored } from '@/lib/formats/csv-text'
import { type ColumnRole, MOST_CHARACTERS, MOST_LINES } from '@/lib/formats/paste-limits'
import { guessRoles, headerRoles } from '@/lib/formats/pasted-columns'

export type BlockProblem = 'empty' | 'tooLong' | 'unreadable'

/** How a block was read. Lines are counted from 1, as pasted. */
export interface Block {
  /** One role for each column. */
  roles: ColumnRole[]
  /** True when the first line names the columns and is no data. */
  header: boolean
  /** The first line's cells, if it is a header. */
  titles: string[]
  /** Every data line: never the header, never an empty line. */
  lines: { line: number; cells: string[] }[]
}

const MOST_COLUMNS = 60
const DELIMITERS = ['\t', ';', ','] as const

/** What the user changed of the reading; `null` leaves it to the guess. */
export interface ReadingChoice {
  roles: ColumnRole[] | null
  header: boolean | null
}

/**
 * Reads a block copied from a spreadsheet (tabs) or a CSV text (semicolons or commas), and says which column is what: by the words of its first
 * line, English or Chinese, else by what stands in it. `accounts` are the names that an account column may hold.
 */
export function readBlock(
  text: string,
  accounts: readonly string[],
  choice: ReadingChoice = { roles: null, header: null },
): { ok: true; block: Block } | { ok: false; problem: BlockProblem } {
  if (text.length > MOST_CHARACTERS) return { ok: false, problem: 'tooLong' }
  const rows = readRows(text)
  if (rows === null) return { ok: false, problem: 'unreadable' }
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''))
  const [first] = filled
  if (!first) return { ok: false, problem: 'empty' }
  if (filled.length > MOST_LINES + 1) return { ok: false, problem: 'tooLong' }
  const width = Math.min(MOST_COLUMNS, Math.max(...filled.map((row) => row.cells.length)))
  const named = headerRoles(first.cells, width)
  const header = choice.header ?? named !== null
  const lines = (header ? filled.slice(1) : filled).map((row) => ({ ...row, cells: fitted(row.cells, width) }))
  const guessed =
    (header && named) ||
    guessRoles(
      lines.map((row) => row.cells),
      width,
      accounts,
    )
  const roles = choice.roles ? onceEach(fitRoles(choice.roles, width)) : guessed
  return { ok: true, block: { roles, header, titles: header ? fitted(first.cells, width) : [], lines } }
}

/** Rows of trimmed cells with their line numbers; null when the quoting cannot be read in any way. */
function readRows(text: string): { line: number; cells: string[] }[] | null {
  const body = text.replace(/^\ufeff/, '')
  const delimiter = delimiterOf(body)
  for (const quoting of [{ relaxQuotes: true }, { quote: null }]) {
    try {
      const rows: string[][] = parse(body, { delimiter, relaxColumnCount: true, ...quoting })
      return rows.map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => restored(cell.trim())) }))
    } catch {
      // A lone quotation mark, as in `5" pipe`: read the text again as if they meant nothing.
    }
  }
  return null
}

/** Tabs if there are any, as a spreadsheet copies; else the mark that divides most lines, the semicolon first. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const counts = DELIMITERS.map((mark) => ({ mark, count: lines.filter((line) => line.includes(mark)).length }))
  const [tab, ...others] = counts
  if (tab && tab.count > 0) return tab.mark
  return others.sort((a, b) => b.count - a.count)[0]?.mark ?? ','
}

const fitted = (cells: string[], width: number): string[] => Array.from({ length: width }, (_, i) => cells[i] ?? '')

const fitRoles = (roles: ColumnRole[], width: number): ColumnRole[] =>
  Array.from({ length: width }, (_, i) => roles[i] ?? 'ignore')

/** A role belongs to one column; a second one with it is left out. */
function onceEach(roles: ColumnRole[]): ColumnRole[] {
  return roles.map((role, i) => (roles.indexOf(role) === i ? role : 'ignore'))
}
