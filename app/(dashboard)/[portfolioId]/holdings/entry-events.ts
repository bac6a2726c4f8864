import {
  type Entries,
  type Entry,
  isUnsaved,
  quietEntry,
  stillTyped,
  without,
} from '@/app/(dashboard)/[portfolioId]/holdings/entry'

/** What is edited has an id and a version that only rises. */
export interface Versioned {
  id: string
  version: number
}

const LATE_PAGE_MS = 5_000

/** What can happen to the rows of a table that saves itself. */
export type EntryEvent<Row, Texts> =
  | { kind: 'add'; row: Row; texts: Partial<Texts>; after: string | null }
  | { kind: 'type'; id: string; texts: Partial<Texts>; errors: Record<string, string> }
  | { kind: 'send'; id: string; texts: Partial<Texts> }
  | { kind: 'stored'; id: string; row: Row; at: number }
  | { kind: 'invalid'; id: string; errors: Record<string, string> }
  | { kind: 'conflict'; id: string; theirs: Row }
  | { kind: 'stuck'; id: string; state: 'offline' | 'failed' | 'gone'; reason: string | null }
  | { kind: 'retry' }
  | { kind: 'adopt'; id: string; row: Row }
  | { kind: 'takeTheirs' | 'remove'; id: string }
  | { kind: 'drop'; id: string }
  | { kind: 'read'; rows: readonly Row[]; at: number }

/** The rows after an event. Nothing that was typed is ever lost here except by the user's own choice. */
export function happen<Row extends Versioned, Texts>(
  entries: Entries<Row, Texts>,
  event: EntryEvent<Row, Texts>,
): Entries<Row, Texts> {
  switch (event.kind) {
    case 'add':
      return inserted(entries, { ...quietEntry<Row, Texts>(event.row), isNew: true, texts: event.texts }, event.after)
    case 'read':
      return merged(entries, event.rows, event.at)
    case 'retry':
      return entries.map((entry) => (isStuck(entry) ? { ...entry, state: 'quiet' } : entry))
    case 'drop':
      return entries.filter((entry) => entry.row.id !== event.id)
    default:
      return entries.map((entry) => (entry.row.id === event.id ? changed(entry, event) : entry))
  }
}

const isStuck = ({ state }: Entry<unknown, unknown>): boolean => state === 'offline' || state === 'failed'

type RowEvent<Row, Texts> = Exclude<EntryEvent<Row, Texts>, { kind: 'add' | 'read' | 'retry' | 'drop' }>

function changed<Row extends Versioned, Texts>(
  entry: Entry<Row, Texts>,
  event: RowEvent<Row, Texts>,
): Entry<Row, Texts> {
  switch (event.kind) {
    case 'type':
      return typed(entry, event.texts, event.errors)
    case 'send':
      return { ...entry, sent: event.texts, state: 'saving' }
    case 'stored':
      return stored(entry, event.row, event.at)
    case 'invalid':
      return { ...entry, sent: null, removing: false, state: 'quiet', errors: { ...entry.errors, ...event.errors } }
    case 'conflict':
      return { ...entry, sent: null, state: 'quiet', theirs: event.theirs }
    case 'stuck':
      return { ...entry, sent: null, state: event.state, reason: event.reason }
    case 'adopt':
      return { ...entry, row: event.row, theirs: null, state: 'quiet' }
    case 'takeTheirs':
      return quietEntry(entry.theirs ?? entry.row)
    case 'remove':
      return { ...entry, removing: true, state: entry.state === 'saving' ? 'saving' : 'quiet' }
  }
}

function typed<Row, Texts>(
  entry: Entry<Row, Texts>,
  texts: Partial<Texts>,
  errors: Record<string, string>,
): Entry<Row, Texts> {
  const others = without(entry.errors, [...Object.keys(texts), ''])
  const state = isStuck(entry) ? 'quiet' : entry.state
  return { ...entry, state, texts: { ...entry.texts, ...texts }, errors: { ...others, ...errors } }
}

function stored<Row, Texts>(entry: Entry<Row, Texts>, row: Row, at: number): Entry<Row, Texts> {
  const texts = stillTyped(entry.texts, entry.sent)
  return { ...entry, row, texts, sent: null, isNew: false, state: 'saved', savedAt: at }
}

function inserted<Row extends Versioned, Texts>(
  entries: Entries<Row, Texts>,
  entry: Entry<Row, Texts>,
  after: string | null,
): Entries<Row, Texts> {
  const at = entries.findIndex((other) => other.row.id === after)
  return at < 0 ? [...entries, entry] : [...entries.slice(0, at + 1), entry, ...entries.slice(at + 1)]
}

/** What the server now has, in its order; a row that is being edited keeps what it was edited from, so that its save finds out. */
function merged<Row extends Versioned, Texts>(
  entries: Entries<Row, Texts>,
  rows: readonly Row[],
  at: number,
): Entries<Row, Texts> {
  const known = new Map(entries.map((entry) => [entry.row.id, entry]))
  const here = new Set(rows.map((row) => row.id))
  const read = rows.map((row) => {
    const entry = known.get(row.id)
    return entry ? refreshed(entry, row) : quietEntry<Row, Texts>(row)
  })
  // A page that was rendered before a row was stored may arrive after the answer that stored it.
  const kept = (entry: Entry<Row, Texts>) => isUnsaved(entry) || at - (entry.savedAt ?? 0) < LATE_PAGE_MS
  return [...read, ...entries.filter((entry) => !here.has(entry.row.id) && kept(entry))]
}

function refreshed<Row extends Versioned, Texts>(entry: Entry<Row, Texts>, row: Row): Entry<Row, Texts> {
  const older = row.version < entry.row.version
  const edited = row.version > entry.row.version && isUnsaved(entry)
  return older || edited || entry.theirs ? entry : { ...entry, row }
}
