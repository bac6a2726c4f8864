import type { Mapping } from '@/lib/core/positions-import'
import { guessColumns, headerOf } from '@/lib/formats/positions/generic-columns'
import { type Entry, entriesOf } from '@/lib/formats/positions/generic-entries'
import { dayText, mappedSections } from '@/lib/formats/positions/generic-mapping'
import { sectionsOf } from '@/lib/formats/positions/generic-sections'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { startReading } from '@/lib/formats/positions/reading'
import { olderRows } from '@/lib/formats/positions/snapshots'

/** Any other table of holdings: its columns are found by their titles, English or Chinese, or by what stands in them. */
export const GENERIC: PositionsFormat = { id: 'generic', detects, read }

const namesTable = (row: FileRow): boolean => {
  const header = headerOf(row)
  return header !== null && header !== 'activity'
}

function detects({ delimiter, rows }: FileTable): boolean {
  return delimiter !== null && (rows.some(namesTable) || guessColumns(rows) !== null)
}

function read(file: FileTable): PositionsFile {
  const { sections, titles } = sectionsOf(file)
  return readEntries(
    file,
    sections.flatMap((section) => entriesOf(section, titles, file.name)),
  )
}

/** A table of holdings, read as its user says. */
export function readMapped(file: FileTable, mapping: Mapping): PositionsFile {
  const entries = mappedSections(file, mapping).flatMap((section) => entriesOf(section, NO_TITLES, file.name))
  return readEntries(
    file,
    entries.map((entry) => ({ ...entry, date: dayText(entry.date, mapping.dateOrder) })),
  )
}

const NO_TITLES: ReadonlySet<FileRow> = new Set()

function readEntries(file: FileTable, entries: readonly Entry[]): PositionsFile {
  const reading = startReading('generic')
  const older = olderRows(entries)
  for (const entry of entries) {
    if (older.has(entry)) reading.skip(entry.row, 'olderSnapshot')
    else entry.enter(reading)
  }
  return reading.finish(file, () => 'preamble')
}
