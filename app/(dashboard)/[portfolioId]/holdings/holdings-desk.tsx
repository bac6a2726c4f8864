'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import { AccountsSection } from '@/app/(dashboard)/[portfolioId]/holdings/accounts-section'
import { BookAnswer } from '@/app/(dashboard)/[portfolioId]/holdings/book-answer'
import { ClassDialog } from '@/app/(dashboard)/[portfolioId]/holdings/class-dialog'
import { type Desk, DeskProvider } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { EmptyHoldings } from '@/app/(dashboard)/[portfolioId]/holdings/empty-holdings'
import { Grid } from '@/app/(dashboard)/[portfolioId]/holdings/grid'
import { PasteDialog } from '@/app/(dashboard)/[portfolioId]/holdings/paste-dialog'
import { Toolbar } from '@/app/(dashboard)/[portfolioId]/holdings/toolbar'
import { useBookView } from '@/app/(dashboard)/[portfolioId]/holdings/use-book-view'
import { useCursor } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import { useGridActs } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-acts'
import { useGridEvents } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-events'
import { useHoldings } from '@/app/(dashboard)/[portfolioId]/holdings/use-holdings'
import { useImport } from '@/app/(dashboard)/[portfolioId]/holdings/use-import'
import { useAccounts } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import { useQuestions } from '@/app/(dashboard)/[portfolioId]/holdings/use-questions'
import { useUndo } from '@/app/(dashboard)/[portfolioId]/holdings/use-undo'
import { PageHead } from '@/components/ui/card'
import type { Book, HoldingRow } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

/** The holdings screen: what is stored comes from the server, everything that happens to it happens here. */
export function HoldingsDesk({ book, asOf }: { book: Book; asOf: IsoDate }) {
  const t = useTranslations('holdings')
  const { portfolioId } = book
  const undo = useUndo()
  const questions = useQuestions()
  const holdings = useHoldings(book, { asOf, undo, onSymbol: questions.ask })
  const accounts = useAccounts(book, undo)
  const view = useBookView(holdings.entries, accounts.entries, asOf)
  const grid = useRef<HTMLTableElement>(null)
  const [cursor, cursorCommands] = useCursor(view.lines, grid)
  const [lotsOpen, setLotsOpen] = useState<ReadonlySet<string>>(new Set())
  const [classOf, setClassOf] = useState<HoldingRow | null>(null)
  const pasting = useImport(portfolioId, undo, questions.askAll)
  const desk = useMemo(
    (): Desk => ({
      portfolioId,
      asOf,
      holdings: holdings.commands,
      accounts: accounts.commands,
      cursor: cursorCommands,
      toggleLots: (id) => setLotsOpen((open) => (open.has(id) ? new Set([...open].filter((o) => o !== id)) : new Set([...open, id]))),
      openClass: setClassOf,
      skipSymbol: questions.skip,
    }),
    [portfolioId, asOf, holdings.commands, accounts.commands, cursorCommands, questions.skip],
  )
  const acts = useGridActs(desk, view, { undo: undo.last, pasteBlock: pasting.open })
  const events = useGridEvents(cursor, cursorCommands, acts)
  const standing = view.lines.some(({ id }) => id === cursor.place?.line)
  return (
    <DeskProvider value={desk}>
      <PageHead title={t('title')} answer={<BookAnswer view={view} />} />
      {accounts.entries.length === 0 ? (
        <EmptyHoldings />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
            <Toolbar view={view} entries={[...holdings.entries, ...accounts.entries]} onPaste={() => pasting.open('')} />
            <Grid
              groups={view.groups}
              accounts={accounts.entries}
              figures={view.figures}
              cashCounts={book.cashCounts}
              cursor={cursor}
              entrance={standing ? null : (view.lines[0]?.id ?? null)}
              lotsOpen={lotsOpen}
              asked={questions.rowsOf(holdings.entries)}
              events={events}
              element={grid}
            />
            <p className="text-sm text-muted max-sm:hidden">{t('grid.keys')}</p>
          </div>
          <AccountsSection entries={accounts.entries} cashCounts={book.cashCounts} />
        </div>
      )}
      <ClassDialog row={classOf} onClose={() => setClassOf(null)} onSaid={questions.skip} />
      <PasteDialog
        text={pasting.text}
        accountId={view.accountOf(cursor.place?.line)}
        accounts={view.accounts}
        onClose={pasting.close}
        onImported={pasting.imported}
      />
    </DeskProvider>
  )
}
