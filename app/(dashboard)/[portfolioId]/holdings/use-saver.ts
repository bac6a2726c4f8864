'use client'

import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import {
  type Entries,
  type Entry,
  isDue,
  isUnsaved,
  quietEntry,
  sendable,
} from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import { type EntryEvent, happen, type Versioned } from '@/app/(dashboard)/[portfolioId]/holdings/entry-events'
import type { ActionResult } from '@/lib/core/action-result'

/** How a table saves itself. All functions must be stable. */
export interface Saving<Row, Texts> {
  /** The fields that a new row cannot do without. */
  needed: readonly string[]
  /** What of the typed goes together in the next request; the rest waits for the one after. */
  batch: (ready: Partial<Texts>) => Partial<Texts>
  add: (row: Row, texts: Partial<Texts>) => Promise<ActionResult<Row, Row>>
  save: (row: Row, texts: Partial<Texts>) => Promise<ActionResult<Row, Row>>
  remove: (row: Row) => Promise<ActionResult<undefined, Row>>
  /** Faults that need no server, by field. */
  check: (texts: Partial<Texts>) => Record<string, string>
  /** True when a stored row has just what was typed: a save whose answer was lost is no conflict. */
  agrees: (row: Row, texts: Partial<Texts>) => boolean
  onStored: (before: Entry<Row, Texts>, after: Row) => void
  onRemoved: (row: Row) => void
}

/** What can be done to the rows; stable, so that rows which did not change need not be drawn again. */
export interface Commands<Row, Texts> {
  type: (id: string, texts: Partial<Texts>) => void
  add: (row: Row, texts: Partial<Texts>, after?: string) => void
  remove: (id: string) => void
  /** Goes on from another stored version with what is typed. */
  adopt: (row: Row) => void
  takeTheirs: (id: string) => void
  drop: (id: string) => void
  retry: () => void
}

const RETRY_MS = 5_000

/** Rows that save themselves as they are edited, one request at a time for each, and never lose what was typed. */
export function useSaver<Row extends Versioned, Texts extends object>(
  stored: readonly Row[],
  saving: Saving<Row, Texts>,
): { entries: Entries<Row, Texts>; commands: Commands<Row, Texts> } {
  const [entries, dispatch] = useReducer(happen<Row, Texts>, stored, (rows) =>
    rows.map((row) => quietEntry<Row, Texts>(row)),
  )
  const busy = useRef(new Set<string>())
  useEffect(() => dispatch({ kind: 'read', rows: stored, at: Date.now() }), [stored])
  useEffect(() => {
    for (const entry of entries) {
      const { id } = entry.row
      if (busy.current.has(id) || !isDue(entry, saving.needed)) continue
      busy.current.add(id)
      const texts = saving.batch(sendable(entry))
      dispatch({ kind: 'send', id, texts })
      send(entry, texts, saving)
        .catch((): EntryEvent<Row, Texts> => unreachable(id))
        .then((event) => {
          busy.current.delete(id)
          dispatch(event)
        })
    }
  }, [entries, saving])
  useRetries(entries, dispatch)
  useLeaveWarning(entries)
  return { entries, commands: useCommands(saving, dispatch) }
}

type Dispatch<Row, Texts> = (event: EntryEvent<Row, Texts>) => void

function useCommands<Row extends Versioned, Texts extends object>(
  saving: Saving<Row, Texts>,
  dispatch: Dispatch<Row, Texts>,
): Commands<Row, Texts> {
  const type = useCallback(
    (id: string, texts: Partial<Texts>) => dispatch({ kind: 'type', id, texts, errors: saving.check(texts) }),
    [saving, dispatch],
  )
  return useMemo(
    () => ({
      type,
      add: (row, texts, after) => dispatch({ kind: 'add', row, texts, after: after ?? null }),
      remove: (id) => dispatch({ kind: 'remove', id }),
      adopt: (row) => dispatch({ kind: 'adopt', id: row.id, row }),
      takeTheirs: (id) => dispatch({ kind: 'takeTheirs', id }),
      drop: (id) => dispatch({ kind: 'drop', id }),
      retry: () => dispatch({ kind: 'retry' }),
    }),
    [type, dispatch],
  )
}

/** Sends what is due of a row, and answers what that did to it. */
async function send<Row extends Versioned, Texts extends object>(
  entry: Entry<Row, Texts>,
  texts: Partial<Texts>,
  saving: Saving<Row, Texts>,
): Promise<EntryEvent<Row, Texts>> {
  const { id } = entry.row
  if (entry.removing) {
    if (entry.isNew) return { kind: 'drop', id }
    const removed = await saving.remove(entry.row)
    if (removed.ok) saving.onRemoved(entry.row)
    return removed.ok || removed.code === 'notFound' ? { kind: 'drop', id } : refused(entry, texts, removed, saving)
  }
  const result = entry.isNew ? await saving.add(entry.row, texts) : await saving.save(entry.row, texts)
  if (!result.ok) return refused(entry, texts, result, saving)
  saving.onStored({ ...entry, sent: texts }, result.value)
  return { kind: 'stored', id, row: result.value, at: Date.now() }
}

function refused<Row extends Versioned, Texts extends object>(
  entry: Entry<Row, Texts>,
  texts: Partial<Texts>,
  { code, fields, current }: Extract<ActionResult<unknown, Row>, { ok: false }>,
  saving: Saving<Row, Texts>,
): EntryEvent<Row, Texts> {
  const { id } = entry.row
  if (code === 'notFound') return { kind: 'stuck', id, state: 'gone', reason: null }
  if (code === 'invalid') return { kind: 'invalid', id, errors: faultsOf(texts, fields ?? {}) }
  if (code !== 'conflict' || !current) return { kind: 'stuck', id, state: 'failed', reason: `common.failure.${code}` }
  const same = !entry.removing && saving.agrees(current, texts)
  return same ? { kind: 'stored', id, row: current, at: Date.now() } : { kind: 'conflict', id, theirs: current }
}

/** Faults by field. A fault of something that was not sent belongs to the whole row, or the row would be sent for ever. */
function faultsOf(sent: object, fields: Record<string, string>): Record<string, string> {
  const named = Object.entries(fields).map(([path, key]) => [path.replace(/^fields\./, ''), key] as const)
  const known = named.filter(([field]) => field in sent)
  return known.length > 0 ? Object.fromEntries(known) : { '': named[0]?.[1] ?? 'common.failure.invalid' }
}

const unreachable = (id: string) => {
  const state = navigator.onLine ? ('failed' as const) : ('offline' as const)
  return { kind: 'stuck' as const, id, state, reason: navigator.onLine ? 'common.failure.unexpected' : null }
}

/** What could not be sent is tried again: at once when the connection is back, else every few seconds. */
function useRetries<Row, Texts>(entries: Entries<Row, Texts>, dispatch: Dispatch<Row, Texts>): void {
  const stuck = entries.some((entry) => entry.state === 'offline' || entry.state === 'failed')
  useEffect(() => {
    if (!stuck) return
    const retry = () => dispatch({ kind: 'retry' })
    const timer = window.setInterval(retry, RETRY_MS)
    window.addEventListener('online', retry)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', retry)
    }
  }, [stuck, dispatch])
}

function useLeaveWarning<Row, Texts>(entries: Entries<Row, Texts>): void {
  const unsaved = entries.some(isUnsaved)
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}
