'use client'

import { useMemo, useRef, useState } from 'react'
import type { Desk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { useAccounts } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import { useBookView } from '@/app/(dashboard)/[portfolioId]/holdings/use-book-view'
import { useClipboard } from '@/app/(dashboard)/[portfolioId]/holdings/use-clipboard'
import { useCursor } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import { useGridActs } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-acts'
import { useGridEvents } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-events'
import { useHoldings } from '@/app/(dashboard)/[portfolioId]/holdings/use-holdings'
import { useImport } from '@/app/(dashboard)/[portfolioId]/holdings/use-import'
import { useQuestions } from '@/app/(dashboard)/[portfolioId]/holdings/use-questions'
import { useUndo } from '@/app/(dashboard)/[portfolioId]/holdings/use-undo'
import type { Book, HoldingRow } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

/** Everything that the holdings screen knows and does. */
export function useHoldingsDesk(book: Book, asOf: IsoDate) {
  const { portfolioId, currency } = book
  const undo = useUndo()
  const questions = useQuestions()
  const holdings = useHoldings(book, { asOf, undo, onSymbol: questions.ask })
  const accounts = useAccounts(book, undo)
  const view = useBookView(book, holdings.entries, accounts.entries, asOf)
  const element = useRef<HTMLTableElement>(null)
  const [cursor, cursorCommands] = useCursor(view.lines, view.columns, element)
  const [lotsOpen, setLotsOpen] = useState<ReadonlySet<string>>(new Set())
  const [classOf, openClass] = useState<HoldingRow | null>(null)
  const pasting = useImport(portfolioId, undo, questions.askAll)
  const desk = useMemo(
    (): Desk => ({
      ...{
        portfolioId,
        asOf,
        currency,
        holdings: holdings.commands,
        accounts: accounts.commands,
        cursor: cursorCommands,
      },
      ...{ openClass, skipSymbol: questions.skip, toggleLots: (id) => setLotsOpen((open) => toggled(open, id)) },
    }),
    [portfolioId, asOf, currency, holdings.commands, accounts.commands, cursorCommands, questions.skip],
  )
  const acts = useGridActs(desk, view, { undo: undo.last, pasteBlock: pasting.open })
  const events = useGridEvents(cursor, cursorCommands, acts)
  useClipboard(element, cursorCommands, acts)
  const standing = view.lines.some(({ id }) => id === cursor.place?.line)
  return {
    ...{ desk, view, pasting, classOf, closeClass: () => openClass(null), skipSymbol: questions.skip },
    accounts: accounts.entries,
    entries: [...holdings.entries, ...accounts.entries],
    grid: {
      ...{ cursor, lotsOpen, events, element, entrance: standing ? null : (view.lines[0]?.id ?? null) },
      asked: questions.rowsOf(holdings.entries),
    },
  }
}

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  set.has(id) ? new Set([...set].filter((other) => other !== id)) : new Set([...set, id])
