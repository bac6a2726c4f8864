import { guessColumns, headerOf } from '@/lib/formats/positions/generic-columns'
import { entriesOf, type Sink } from '@/lib/formats/positions/generic-entries'
import { sectionsOf } from '@/lib/formats/positions/generic-sections'
import type { FileRow, FileTable, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { startReading } from '@/lib/formats/positions/reading'
import { olderRows } from '@/lib/formats/positions/snapshots'
import { Sums } from '@/lib/formats/positions/sums'

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
  const reading = startReading('generic')
  const { sections, titles } = sectionsOf(file)
  const entries = sections.flatMap((section) => entriesOf(section, titles, file.name))
  const older = olderRows(entries)
  const sink: Sink = { reading, sums: new Sums() }
  for (const entry of entries) {
    if (older.has(entry)) reading.skip(entry.row, 'olderSnapshot')
    else entry.enter(sink)
  }
  return reading.finish(file, () => 'preamble')
}
