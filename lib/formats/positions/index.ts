import type { Mapping, UnreadReason } from '@/lib/core/positions-import'
import type { IsoDate } from '@/lib/core/units'
import { decode, type Encoding } from '@/lib/formats/positions/decode'
import { fileDate } from '@/lib/formats/positions/file-date'
import { fileTable } from '@/lib/formats/positions/file-table'
import { GENERIC, readMapped } from '@/lib/formats/positions/generic'
import { isReadable } from '@/lib/formats/positions/generic-mapping'
import { OTHER_SOURCES } from '@/lib/formats/positions/other-sources'
import type { FileRow, PositionsFile, PositionsFormat } from '@/lib/formats/positions/positions-file'
import { US_BROKERS } from '@/lib/formats/positions/us-brokers'

/** Every format that is read without a mapping, in the order in which a file is tried; the generic one takes what is left. */
export const POSITIONS_FORMATS: readonly PositionsFormat[] = [...OTHER_SOURCES, ...US_BROKERS, GENERIC]

/** Why a file is of no format: nothing in it, no text but a workbook or another binary file, or no columns of holdings. */
export interface Unread {
  format: null
  reason: UnreadReason
}

/** A file as it was read, with the day of its prices where it says one, and its lines. */
export interface Positions extends PositionsFile {
  encoding: Encoding
  date: IsoDate | null
  rows: readonly FileRow[]
}

/**
 * A positions file as bytes: found out by what is in it, never by its name; or a table read as a mapping says. Every row of it is in
 * the answer.
 */
export function readPositions(
  bytes: Uint8Array,
  name: string,
  { mapping = null }: { mapping?: Mapping | null } = {},
): Positions | Unread {
  const binary = binaryKind(bytes)
  if (binary) return { format: null, reason: binary }
  const { text, encoding } = decode(bytes, mapping?.encoding ?? null)
  if (text.trim() === '') return { format: null, reason: 'empty' }
  const table = fileTable(text, name, mapping?.delimiter ?? null)
  const format = mapping ? null : POSITIONS_FORMATS.find((known) => known.detects(table))
  if (mapping ? !isReadable(mapping) : !format) return { format: null, reason: 'unknown' }
  const file = mapping ? readMapped(table, mapping) : format?.read(table)
  if (!file) return { format: null, reason: 'unknown' }
  return { ...file, encoding, date: fileDate(table, file, mapping), rows: table.rows }
}

const WORKBOOKS = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0']
const BINARIES = ['%PDF-', '\u0089PNG', '\u00ff\u00d8\u00ff', '\u001f\u008b']

/** By the first bytes: XLSX and ODS are archives, XLS is a compound file. */
function binaryKind(bytes: Uint8Array): 'workbook' | 'binary' | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (WORKBOOKS.some((mark) => start.startsWith(mark))) return 'workbook'
  return BINARIES.some((mark) => start.startsWith(mark)) ? 'binary' : null
}
