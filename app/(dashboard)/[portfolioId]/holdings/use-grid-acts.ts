'use client'

import { choiceIn } from '@/app/(dashboard)/[portfolioId]/holdings/choice-cell'
import { isChosen, isTyped } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import type { Desk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { ShownHolding } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import type { BookView } from '@/app/(dashboard)/[portfolioId]/holdings/use-book-view'
import type { Place } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import type { GridActs } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-events'
import { holdingTexts } from '@/lib/core/holding-fields'

/** What each cell of the grid is for. */
export function useGridActs(desk: Desk, view: BookView, others: Pick<GridActs, 'undo' | 'pasteBlock'>): GridActs {
  const holdingOf = (line: string): ShownHolding | undefined => view.holdings.find(({ row }) => row.id === line)
  const kindOf = (line: string) => view.lines.find(({ id }) => id === line)?.kind
  return {
    ...others,
    canType: ({ line, column }) => {
      const kind = kindOf(line)
      if (kind === 'holding') return isTyped(column)
      return kind === 'cash' ? column === 'value' : column === 'symbol'
    },
    act: ({ line, column }) => {
      const found = holdingOf(line)
      return found ? act(desk, found, column) : false
    },
    remove: (line) => {
      const found = holdingOf(line)
      if (!found) return false
      desk.cursor.step({ line, column: 'symbol' }, 0, 1)
      desk.holdings.remove(line)
      return true
    },
    copy: ({ line, column }) => {
      const found = holdingOf(line)
      if (isChosen(column)) return choiceIn(line, column)?.selectedOptions[0]?.text ?? null
      return found && isTyped(column) ? copied(found, column) : null
    },
  }
}

function act(desk: Desk, { entry, row }: ShownHolding, column: Place['column']): boolean {
  // The server must have the row before its lots or its class can be stored.
  if (column === 'class' && !entry.isNew) desk.openClass(row)
  else if (isChosen(column)) choiceIn(row.id, column)?.focus()
  else if (column === 'lots' && !entry.isNew) desk.toggleLots(row.id)
  else return false
  return true
}

function copied(
  { entry, row }: ShownHolding,
  column: 'symbol' | 'name' | 'quantity' | 'price' | 'pricedOn' | 'unit',
): string {
  if (entry.errors[column]) return entry.texts[column] ?? ''
  return column === 'name' ? row.name : holdingTexts(row)[column]
}
