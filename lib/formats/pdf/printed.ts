import type { ClassBars } from '@/lib/formats/pdf/class-bars'

/** One line of text. A muted one is small and grey. */
export interface Line {
  text: string
  bold?: boolean
  muted?: boolean
}

/** What stands in one place of a table: lines, a box to tick, or the bars of a class beside its figures. */
export type PrintedCell = { kind: 'lines'; lines: Line[] } | { kind: 'box' } | { kind: 'bars'; bars: ClassBars }

export interface PrintedColumn {
  /** Empty where the column explains itself. */
  title: string
  /** Right-aligned, and on one line. */
  numeric?: boolean
  oneLine?: boolean
  /** In points, or as wide as its content, or a share of the rest. */
  width: number | 'auto' | '*'
}

export interface PrintedTable {
  kind: 'table'
  label: string
  columns: PrintedColumn[]
  rows: PrintedCell[][]
  totals: PrintedCell[] | null
  small?: boolean
}

export type Block =
  | PrintedTable
  | { kind: 'line'; line: Line }
  | { kind: 'subheading'; text: string }
  /** Names with a figure each. */
  | { kind: 'figures'; rows: [string, string][] }

export interface Part {
  title: string
  blocks: Block[]
}

/** All that a printed plan says, in its order: the pages and the preview of them are both made from it. */
export interface PrintedPlan {
  title: string
  saved: string
  summary: string
  /** Those that have something to say. */
  parts: Part[]
  notices: string[]
  /** At the foot of each page, before its number. */
  foot: string
}

export const line = (text: string, look: Omit<Line, 'text'> = {}): Block => ({ kind: 'line', line: { text, ...look } })

export const textCell = (text: string, look: Omit<Line, 'text'> = {}): PrintedCell => ({
  kind: 'lines',
  lines: [{ text, ...look }],
})

export const linesCell = (lines: Line[]): PrintedCell => ({ kind: 'lines', lines })
