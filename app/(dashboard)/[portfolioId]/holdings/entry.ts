/** A row that is edited: what is stored, what has been typed since, and how far its saving is. */
export interface Entry<Row, Texts> {
  /** As stored when we last heard of it. Of a new row: what it will be. */
  row: Row
  /** The server has not got it yet. */
  isNew: boolean
  /** Typed and not stored yet, what is on its way included. */
  texts: Partial<Texts>
  /** On its way. */
  sent: Partial<Texts> | null
  /** By field, the full key of the message; such a field waits for the user. The empty name stands for the whole row. */
  errors: Record<string, string>
  /** What was stored elsewhere in the meantime; nothing is sent until the user has chosen. */
  theirs: Row | null
  /** It is to be removed. */
  removing: boolean
  state: 'quiet' | 'saving' | 'saved' | 'offline' | 'failed' | 'gone'
  /** Of a failed one: the full key of the message that says why. */
  reason: string | null
  savedAt: number | null
}

export type Entries<Row, Texts> = readonly Entry<Row, Texts>[]

export const quietEntry = <Row, Texts>(row: Row): Entry<Row, Texts> => ({
  ...{ row, isNew: false, texts: {}, sent: null, errors: {}, theirs: null },
  ...{ removing: false, state: 'quiet', reason: null, savedAt: null },
})

/** The typed fields that may be sent: those without a fault. */
export function sendable<Row, Texts>({ texts, errors }: Pick<Entry<Row, Texts>, 'texts' | 'errors'>): Partial<Texts> {
  const ready = Object.entries(texts).filter(([field]) => !(field in errors))
  return Object.fromEntries(ready) as Partial<Texts>
}

/** True when there is something to send and nothing to wait for. A new row waits until the fields it cannot do without are right. */
export function isDue<Row, Texts>(entry: Entry<Row, Texts>, needed: readonly string[]): boolean {
  if (entry.sent || entry.theirs || '' in entry.errors || (entry.state !== 'quiet' && entry.state !== 'saved'))
    return false
  const ready = sendable(entry)
  return entry.removing || (entry.isNew ? needed.every((field) => field in ready) : Object.keys(ready).length > 0)
}

/** True while leaving the page would lose something. */
export function isUnsaved<Row, Texts>(entry: Entry<Row, Texts>): boolean {
  return entry.isNew || entry.removing || Object.keys(entry.texts).length > 0
}

export const without = <T extends object>(record: T, fields: readonly string[]): T =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field))) as T

/** What has been typed after it was sent, and so is still to be stored. */
export function stillTyped<Texts>(texts: Partial<Texts>, sent: Partial<Texts> | null): Partial<Texts> {
  const done = sent ?? {}
  const left = Object.entries(texts).filter(
    ([field, text]) => !(field in done) || done[field as keyof typeof done] !== text,
  )
  return Object.fromEntries(left) as Partial<Texts>
}
