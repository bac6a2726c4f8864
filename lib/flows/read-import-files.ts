import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ReadFile } from '@/lib/core/decide-import/read-file'
import type { ImportFile, Mapping, TableReading } from '@/lib/core/positions-import'
import { listImportMappings } from '@/lib/db/import-mappings'
import { type Positions, readPositions, type Unread } from '@/lib/formats/positions'
import { describeGeneric } from '@/lib/formats/positions/generic-description'
import { signatureOf } from '@/lib/formats/positions/generic-mapping'

/** A file as it was sent. */
export interface GivenFile {
  name: string
  bytes: Uint8Array
}

/** How far an import is; `done` of `of` files or holdings. */
export type Progress = (step: { phase: 'read' | 'decide' | 'store'; done: number; of: number }) => void

/** A file with what was read, and its mapping where one is to be remembered. */
export interface OpenedFile {
  shown: ImportFile
  read: ReadFile | null
  hash: string
  remember: { signature: string; mapping: StoredMapping } | null
}

/** A remembered mapping; its titles may stand on another line of the next file, `shift` lines below those that are guessed. */
interface StoredMapping {
  mapping: Mapping
  shift: number | null
}

/**
 * Reads files of positions. A table of no known format is read by the mapping given for it, else by the one that the user last gave to a
 * file with the same titles, else by the guess.
 */
export async function readImportFiles(
  userId: string,
  files: readonly GivenFile[],
  mappings: ReadonlyMap<number, Mapping>,
  progress?: Progress,
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const [at, file] of files.entries()) {
    progress?.({ phase: 'read', done: at, of: files.length })
    opened.push(await openFile(userId, file, mappings.get(at) ?? null))
    // Reading is pure computing: others have their turn between two files.
    await setImmediate()
  }
  progress?.({ phase: 'read', done: files.length, of: files.length })
  return opened
}

async function openFile(userId: string, { name, bytes }: GivenFile, given: Mapping | null): Promise<OpenedFile> {
  const found = readPositions(bytes, name)
  const isTable = found.format === 'generic' || (found.format === null && found.reason === 'unknown')
  if (!isTable) return result(name, bytes, found, null, null)
  const guess = describeGeneric(bytes, name)
  const signature = signed(guess.titles)
  const stored = given || !signature ? null : await remembered(userId, signature, guess.mapping.header)
  const mapping = given ?? stored
  if (!mapping) return result(name, bytes, found, { ...guess, own: false, remembered: false }, null)
  const table = { ...describeGeneric(bytes, name, mapping), own: true, remembered: given === null }
  const remember = given && signature ? { signature, mapping: storable(given, guess.mapping.header) } : null
  return result(name, bytes, readPositions(bytes, name, { mapping }), table, remember)
}

const signed = (titles: readonly string[]): string | null => {
  const signature = signatureOf(titles)
  return signature && createHash('sha256').update(signature).digest('hex')
}

/** How it is encoded and cut is found out anew: the titles could only be recognised where that went well. */
const storable = (mapping: Mapping, guessed: number | null): StoredMapping => ({
  mapping: { ...mapping, encoding: null, delimiter: null },
  shift: mapping.header === null || guessed === null ? null : mapping.header - guessed,
})

async function remembered(userId: string, signature: string, guessed: number | null): Promise<Mapping | null> {
  const stored = (await listImportMappings(userId, [signature])).get(signature) as StoredMapping | undefined
  if (!stored) return null
  const header = stored.shift === null || guessed === null ? null : guessed + stored.shift
  return { ...stored.mapping, header }
}

function result(
  name: string,
  bytes: Uint8Array,
  found: Positions | Unread,
  table: TableReading | null,
  remember: OpenedFile['remember'],
): OpenedFile {
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (found.format === null) {
    const encoding = table?.mapping.encoding ?? null
    const shown = { name, format: null, problem: found.reason, encoding, date: null, lines: 0, table }
    return { shown, read: null, hash, remember: null }
  }
  const { format, encoding, date } = found
  const shown = { name, format, problem: null, encoding, date, lines: found.rows.length, table }
  // The same bytes under two mappings are read in two ways, and both count.
  const read = { ...found, hash: `${hash} ${JSON.stringify(table?.own ? table.mapping : null)}` }
  return { shown, read, hash, remember }
}
