'use client'

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Column, tabStop } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import type { Line } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'

export interface Place {
  line: string
  column: Column
}

export interface Cursor {
  place: Place | null
  /** What the editor begins with: a typed character replaces, null opens what is there. Undefined while nothing is edited. */
  seed: string | null | undefined
}

export interface CursorCommands {
  goTo: (place: Place) => void
  edit: (place: Place, seed: string | null) => void
  /** Ends editing where it is, and leaves the focus where it went. */
  rest: (from: Place) => void
  /** Up or down; on a way of entry by Tab, down leads back to where it began. */
  leaveRow: (from: Place, up: boolean) => void
  /** On to the next figure, or back; into another line when one was just made of this. */
  leaveCell: (from: Place, back: boolean, into?: string) => void
  step: (from: Place, dx: number, dy: number) => void
  edge: (from: Place, dx: number, dy: number) => void
}

/** Which cell of the grid has the focus, and whether it is being edited. The browser's focus follows it. */
export function useCursor(
  lines: readonly Line[],
  columns: readonly Column[],
  grid: RefObject<HTMLElement | null>,
): [Cursor, CursorCommands] {
  const [cursor, setCursor] = useState<Cursor>({ place: null, seed: undefined })
  const order = useRef(lines)
  order.current = lines
  const shown = useRef(columns)
  shown.current = columns
  const wanted = useRef(false)
  const entryColumn = useRef<Column | null>(null)
  const put = useCallback((place: Place, seed: string | null | undefined) => {
    wanted.current = seed === undefined
    setCursor({ place, seed })
  }, [])
  useEffect(() => {
    if (!wanted.current || !cursor.place) return
    wanted.current = false
    cellAt(grid.current, cursor.place)?.focus()
  }, [cursor, grid])
  const commands = useMemo(() => makeCommands(order, shown, entryColumn, put, setCursor), [put])
  return [cursor, commands]
}

const isAt = (place: Place | null, { line, column }: Place): boolean => place?.line === line && place.column === column

const cellAt = (grid: HTMLElement | null, { line, column }: Place): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-line="${line}"][data-column="${column}"]`) ?? null

function makeCommands(
  order: RefObject<readonly Line[]>,
  shown: RefObject<readonly Column[]>,
  entryColumn: RefObject<Column | null>,
  put: (place: Place, seed: string | null | undefined) => void,
  setCursor: (change: (cursor: Cursor) => Cursor) => void,
): CursorCommands {
  const lineAt = (line: string, dy: number): string => {
    const ids = order.current.map(({ id }) => id)
    const at = ids.indexOf(line)
    return ids[Math.max(0, Math.min(ids.length - 1, at + dy))] ?? line
  }
  const columnAt = (column: Column, dx: number): Column => {
    const columns = shown.current
    const at = Math.max(0, Math.min(columns.length - 1, columns.indexOf(column) + dx))
    return columns[at] ?? column
  }
  const move = ({ line, column }: Place, dx: number, dy: number) => {
    entryColumn.current = null
    put({ line: lineAt(line, dy), column: columnAt(column, dx) }, undefined)
  }
  return {
    goTo: (place) => {
      entryColumn.current = null
      put(place, undefined)
    },
    edit: put,
    rest: (from) => setCursor((now) => (isAt(now.place, from) ? { ...now, seed: undefined } : now)),
    leaveRow: ({ line, column }, up) => {
      const back = entryColumn.current ?? column
      entryColumn.current = null
      put({ line: lineAt(line, up ? -1 : 1), column: up ? column : back }, undefined)
    },
    leaveCell: ({ line, column }, back, into) => {
      const next = tabStop(column, back)
      if (!back) entryColumn.current ??= column
      put({ line: into ?? line, column: next ?? column }, undefined)
    },
    step: move,
    edge: (from, dx, dy) => move(from, dx * shown.current.length, dy * order.current.length),
  }
}
