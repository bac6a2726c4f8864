'use client'

import { type KeyboardEvent, type MouseEvent, type SyntheticEvent, useRef } from 'react'
import { COLUMNS } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { placeOf } from '@/app/(dashboard)/[portfolioId]/holdings/use-clipboard'
import type { Cursor, CursorCommands, Place } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'

/** What the grid asks of the screen. */
export interface GridActs {
  /** True when one can type into the cell. */
  canType: (place: Place) => boolean
  /** Does what a cell is for, if that is not typing: opens, toggles. False when it is for nothing. */
  act: (place: Place) => boolean
  /** Removes what stands on the line; false when it cannot be removed. */
  remove: (line: string) => boolean
  /** The text of a cell as it would be typed; null when what it shows is as good. */
  copy: (place: Place) => string | null
  /** A block was pasted. */
  pasteBlock: (text: string) => void
  undo: () => boolean
}

const cellOf = (event: SyntheticEvent) => placeOf(event.target as Element)

const samePlace = (a: Place | null, b: Place): boolean => a?.line === b.line && a.column === b.column

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-COLUMNS.length, 0],
  End: [COLUMNS.length, 0],
  PageUp: [0, -10],
  PageDown: [0, 10],
}

/** The keyboard and the pointer of the grid, as a spreadsheet has them. */
export function useGridEvents(cursor: Cursor, commands: CursorCommands, acts: GridActs) {
  const pressedOn = useRef<Place | null>(null)
  const open = (place: Place, seed: string | null = null): boolean => {
    if (!acts.canType(place)) return acts.act(place)
    commands.edit(place, seed)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const found = cellOf(event)
    if (!found || found.cell !== event.target || event.altKey) return
    if (pressed(event, found.place, open, commands, acts)) event.preventDefault()
  }
  return {
    onKeyDown,
    onFocus: (event: SyntheticEvent) => {
      const found = cellOf(event)
      const elsewhere = found && found.cell === event.target && !samePlace(cursor.place, found.place)
      if (elsewhere) commands.goTo(found.place)
    },
    onPointerDown: () => {
      pressedOn.current = cursor.place
    },
    onClick: (event: MouseEvent) => {
      const found = cellOf(event)
      if (!found || (event.target as Element).closest('button, input, a, select')) return
      const again = samePlace(pressedOn.current, found.place)
      const touch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
      if (!acts.canType(found.place)) acts.act(found.place)
      else if (again || touch) commands.edit(found.place, null)
    },
    onDoubleClick: (event: MouseEvent) => {
      const found = cellOf(event)
      if (found && acts.canType(found.place) && cursor.seed === undefined) commands.edit(found.place, null)
    },
  }
}

/** True when the key meant something here. */
function pressed(
  event: KeyboardEvent,
  place: Place,
  open: (place: Place, seed?: string | null) => boolean,
  commands: CursorCommands,
  acts: GridActs,
): boolean {
  const step = STEPS[event.key]
  const control = event.ctrlKey || event.metaKey
  if (step) {
    if (control) commands.edge(place, Math.sign(step[0]), Math.sign(step[1] || step[0]))
    else commands.step(place, ...step)
    return true
  }
  if (control) return false
  if (event.key === 'Enter' || event.key === 'F2') return open(place)
  if (event.key === ' ' && !acts.canType(place)) return acts.act(place)
  if (event.key === 'Delete') return acts.remove(place.line)
  if (!acts.canType(place)) return false
  if (event.key === 'Backspace') return open(place, '')
  return event.key.length === 1 && event.key !== ' ' && open(place, event.key)
}
