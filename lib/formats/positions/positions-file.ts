import type { ReadAccount, ReadHolding } from '@/lib/core/decide-import/read-file'

/** A line of a file as it stands there: `line` is the physical line, from 1, on which it begins. */
export interface FileRow {
  line: number
  cells: readonly string[]
  /** The line itself, for whoever asks what it was. */
  text: string
}

/** A file that was decoded and cut into cells; nothing of it is left out. Blank lines are rows without cells. */
export interface FileTable {
  name: string
  text: string
  delimiter: ',' | ';' | '\t' | '|' | null
  rows: readonly FileRow[]
}

/** Why a row could not be read; the words are in the catalogue. */
export type RejectReason =
  | 'quantityMissing'
  | 'quantityNotNumber'
  | 'priceNotNumber'
  | 'valueNotNumber'
  | 'symbolMissing'
  | 'symbolInvalid'
  | 'cellsMissing'
  | 'option'
  | 'derivative'
  | 'short'
  | 'currencyUnknown'
  | 'numberAmbiguous'
  | 'lotAlone'
  | 'lotCost'
  | 'lotDate'

/** Why a row is no holding. */
export type SkipRule =
  | 'blank'
  | 'preamble'
  | 'header'
  | 'accountTitle'
  | 'total'
  | 'footer'
  | 'pending'
  | 'otherSection'
  | 'olderSnapshot'
  | 'zero'
  | 'activity'
  | 'lot'

export type NoteCode = 'valueMismatch' | 'perHundred' | 'costUnknown' | 'totalMismatch' | 'priceDerived' | 'cash'

export interface PositionsFile {
  format: string
  accounts: ReadAccount[]
  holdings: ReadHolding[]
  rejected: { line: number; reason: RejectReason; text: string }[]
  skipped: { line: number; rule: SkipRule; text: string }[]
  notes: { line: number; code: NoteCode; values: Record<string, string> }[]
}

/** One format: one file in this folder. */
export interface PositionsFormat {
  id: string
  /** Whether a file is of this format, by what is in it. */
  detects: (table: FileTable) => boolean
  read: (table: FileTable) => PositionsFile
}
