import type { ReadFile, ReadHolding } from '@/lib/core/decide-import/read-file'
import type { ImportNote, ImportRow } from '@/lib/core/positions-import'

/** The texts and notes of one file by line, handed out to the rows as they are made. */
export interface Lines {
  text: (line: number) => string
  /** The notes of a line, once: a line of several positions gives each those that name its symbol, and the first the rest. */
  notes: (line: number, symbol?: string) => ImportNote[]
}

export function linesOf(file: ReadFile): Lines {
  const texts = new Map(file.rows.map((row) => [row.line, row.text]))
  const notes = new Map<number, ImportNote[]>()
  for (const { line, code, values } of file.notes) {
    if (code === 'cash') continue
    const own = notes.get(line)
    if (own) own.push({ code, values })
    else notes.set(line, [{ code, values }])
  }
  return {
    text: (line) => texts.get(line) ?? '',
    notes: (line, symbol = '') => {
      const all = notes.get(line) ?? []
      const mine = all.filter(({ values }) => values.symbol === undefined || values.symbol === symbol)
      if (all.length > 0)
        notes.set(
          line,
          all.filter((note) => !mine.includes(note)),
        )
      return mine
    },
  }
}

/** A row of which nothing is decided yet. */
export const openRow = (file: number, line: number, lines: Lines, symbol = ''): ImportRow => ({
  file,
  line,
  outcome: 'imported',
  effect: null,
  account: null,
  symbol,
  name: '',
  was: null,
  becomes: null,
  cash: null,
  reserve: null,
  lot: null,
  lots: null,
  own: null,
  into: null,
  why: null,
  notes: lines.notes(line, symbol),
  text: lines.text(line),
})

/** The rows of the lots of a holding, each on its own line; what is said of a line is said of the holding. */
export const openLotRows = (file: number, { account, symbol, name, lots = [] }: ReadHolding, { text }: Lines) =>
  lots.map((read) => {
    const row = openRow(file, read.line, { text, notes: () => [] }, symbol)
    return { row: Object.assign(row, { account, name }), read }
  })

export function reject(row: ImportRow, why: string): void {
  Object.assign(row, {
    outcome: 'rejected',
    effect: null,
    was: null,
    becomes: null,
    cash: null,
    reserve: null,
    lot: null,
    lots: null,
    own: null,
    into: null,
    why,
  })
}

export function skip(row: ImportRow, why: string): void {
  reject(row, why)
  row.outcome = 'skipped'
}

export function merge(row: ImportRow, head: ImportRow): void {
  Object.assign(row, { outcome: 'merged', effect: null, into: { file: head.file, line: head.line } })
}

/** Every row of a file that was given before, skipped. */
export const rowsOfCopy = (file: ReadFile, at: number): ImportRow[] => {
  const lines = linesOf({ ...file, notes: [] })
  return file.rows.map(({ line }) => {
    const row = openRow(at, line, lines)
    skip(row, 'fileTwice')
    return row
  })
}

/** The rows that the format itself rejected or skipped. */
export function decidedRows(file: ReadFile, at: number, lines: Lines): ImportRow[] {
  const rejected = file.rejected.map(({ line, reason, text }) => {
    const row = openRow(at, line, lines)
    reject(row, reason)
    return { ...row, text }
  })
  const skipped = file.skipped.map(({ line, rule, text }) => {
    const row = openRow(at, line, lines)
    skip(row, rule)
    return { ...row, text }
  })
  return [...rejected, ...skipped]
}
