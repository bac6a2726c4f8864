'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { COLUMNS, type Column } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import type { CursorCommands, Place } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import type { GridActs } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-events'

/** The place of the cell that an element is or stands in. */
export function placeOf(element: Element | null): { cell: HTMLElement; place: Place } | null {
  const cell = element?.closest<HTMLElement>('[data-line]')
  const { line, column } = cell?.dataset ?? {}
  if (!cell || !line || !(COLUMNS as readonly (string | undefined)[]).includes(column)) return null
  return { cell, place: { line, column: column as Column } }
}

const isField = (element: Element | null): boolean => element?.closest('input, textarea, select, dialog') != null

/**
 * Copy and paste of the grid, and undo. They listen on the document: the browser sends these events to where the last selection was made,
 * which is rarely the cell that has the focus, and a block may be pasted wherever no field takes it.
 */
export function useClipboard(grid: RefObject<HTMLElement | null>, commands: CursorCommands, acts: GridActs): void {
  const latest = useRef({ commands, acts })
  latest.current = { commands, acts }
  useEffect(() => {
    const focused = () => {
      const found = placeOf(document.activeElement)
      return found && grid.current?.contains(found.cell) && found.cell === document.activeElement ? found : null
    }
    const onCopy = (event: ClipboardEvent) => {
      const found = focused()
      if (!found || !window.getSelection()?.isCollapsed) return
      event.clipboardData?.setData('text/plain', latest.current.acts.copy(found.place) ?? found.cell.innerText.trim())
      event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain').trim() ?? ''
      if (text === '' || isField(document.activeElement)) return
      const place = focused()?.place
      if (/[\t\r\n]/.test(text)) latest.current.acts.pasteBlock(text)
      else if (place && latest.current.acts.canType(place)) latest.current.commands.edit(place, text)
      else return
      event.preventDefault()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      if (asked && !isField(document.activeElement) && latest.current.acts.undo()) event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('paste', onPaste)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [grid])
}
