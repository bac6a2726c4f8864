import { describe, expect, it } from 'vitest'
import { type Entries, isDue, isUnsaved, quietEntry, sendable } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import { type EntryEvent, happen } from '@/app/(dashboard)/[portfolioId]/holdings/entry-events'

interface Row {
  id: string
  version: number
  a: string
}
interface Texts {
  a: string
  b: string
}

const row = (id: string, version = 1, a = 'old'): Row => ({ id, version, a })
const start: Entries<Row, Texts> = [quietEntry(row('x')), quietEntry(row('y'))]
const run = (...events: EntryEvent<Row, Texts>[]) => events.reduce(happen<Row, Texts>, start)
const first = (entries: Entries<Row, Texts>) => {
  const [entry] = entries
  if (!entry) throw new Error('no entry')
  return entry
}
const type = (texts: Partial<Texts>, errors = {}): EntryEvent<Row, Texts> => ({ kind: 'type', id: 'x', texts, errors })
const send = (texts: Partial<Texts>): EntryEvent<Row, Texts> => ({ kind: 'send', id: 'x', texts })
const stored = (version: number): EntryEvent<Row, Texts> => ({
  kind: 'stored',
  id: 'x',
  row: row('x', version, 'new'),
  at: 1_000,
})
const read = (...rows: Row[]): EntryEvent<Row, Texts> => ({ kind: 'read', rows, at: 1_000_000 })

describe('a row that saves itself', () => {
  it('is due when something is typed, once, and saved by the answer', () => {
    expect(isDue(first(start), [])).toBe(false)
    expect(isDue(first(run(type({ a: 'new' }))), [])).toBe(true)
    expect(isDue(first(run(type({ a: 'new' }), send({ a: 'new' }))), [])).toBe(false)
    expect(first(run(type({ a: 'new' }), send({ a: 'new' }), stored(2)))).toMatchObject({
      texts: {},
      state: 'saved',
      row: { version: 2 },
    })
  })

  it('keeps what is typed while a save is on its way', () => {
    const entry = first(run(type({ a: '1' }), send({ a: '1' }), type({ a: '2', b: '3' }), stored(2)))
    expect(entry.texts).toEqual({ a: '2', b: '3' })
    expect(isDue(entry, [])).toBe(true)
  })

  it('keeps a faulty text at its field and sends the others', () => {
    const entry = first(run(type({ a: 'bad' }, { a: 'key' }), type({ b: 'good' })))
    expect(sendable(entry)).toEqual({ b: 'good' })
    const refused = first(
      run(type({ a: '1', b: '2' }), send({ a: '1', b: '2' }), { kind: 'invalid', id: 'x', errors: { a: 'key' } }),
    )
    expect([sendable(refused), refused.texts]).toEqual([{ b: '2' }, { a: '1', b: '2' }])
    expect(first(run(type({ a: 'bad' }, { a: 'key' }), type({ a: 'ok' }))).errors).toEqual({})
  })

  it('waits for the user after a conflict, and keeps both sides until then', () => {
    const conflict: EntryEvent<Row, Texts> = { kind: 'conflict', id: 'x', theirs: row('x', 5, 'theirs') }
    const met = run(type({ a: 'mine' }), send({ a: 'mine' }), conflict)
    expect(first(met)).toMatchObject({ texts: { a: 'mine' }, theirs: { a: 'theirs' }, row: { a: 'old' } })
    expect(isDue(first(met), [])).toBe(false)
    const mine = first(happen(met, { kind: 'adopt', id: 'x', row: row('x', 5, 'theirs') }))
    expect(mine).toMatchObject({ texts: { a: 'mine' }, theirs: null, row: { version: 5 } })
    expect(isDue(mine, [])).toBe(true)
    expect(first(happen(met, { kind: 'takeTheirs', id: 'x' }))).toEqual(quietEntry(row('x', 5, 'theirs')))
  })

  it('keeps what could not be sent, and is due again when it is tried again', () => {
    const stuck = run(type({ a: '1' }), send({ a: '1' }), { kind: 'stuck', id: 'x', state: 'offline', reason: null })
    expect(isDue(first(stuck), [])).toBe(false)
    expect(first(stuck).texts).toEqual({ a: '1' })
    expect(isDue(first(happen(stuck, { kind: 'retry' })), [])).toBe(true)
  })

  it('waits, when it is new, for the fields that it needs', () => {
    const add: EntryEvent<Row, Texts> = { kind: 'add', row: row('n', 0), texts: { b: '1' }, after: 'x' }
    const added = run(add)
    expect(added.map((entry) => entry.row.id)).toEqual(['x', 'n', 'y'])
    const fresh = added.find((entry) => entry.isNew)
    expect(fresh && [isDue(fresh, ['a']), isDue(fresh, ['b'])]).toEqual([false, true])
  })
})

describe('a page that is read anew', () => {
  it('brings rows, takes rows away, and follows its order', () => {
    expect(run(read(row('z'), row('x', 2, 'new'))).map((entry) => entry.row)).toEqual([row('z'), row('x', 2, 'new')])
  })

  it('leaves alone what is being edited, newer or new', () => {
    expect(first(run(type({ a: 'mine' }), read(row('x', 2, 'theirs')))).row).toEqual(row('x', 1))
    expect(first(run(type({ a: '1' }), send({ a: '1' }), stored(3), read(row('x', 2)))).row.version).toBe(3)
    const add: EntryEvent<Row, Texts> = { kind: 'add', row: row('n', 0), texts: {}, after: null }
    expect(run(add, read(row('x'))).map((entry) => entry.row.id)).toEqual(['x', 'n'])
  })

  it('does not take away a row whose saving it has not heard of', () => {
    const late: EntryEvent<Row, Texts> = { kind: 'read', rows: [row('y')], at: 2_000 }
    expect(run(type({ a: '1' }), send({ a: '1' }), stored(2), late).map((entry) => entry.row.id)).toEqual(['y', 'x'])
  })
})

describe('isUnsaved', () => {
  it('is true as long as leaving would lose something', () => {
    expect([isUnsaved(first(start)), isUnsaved(first(run(type({ a: '1' }))))]).toEqual([false, true])
    expect(isUnsaved(first(run(type({ a: '1' }), send({ a: '1' }), stored(2))))).toBe(false)
    expect(isUnsaved(first(run({ kind: 'remove', id: 'x' })))).toBe(true)
  })
})
