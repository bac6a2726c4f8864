'use client'

import { useMemo, useState } from 'react'
import { type Column, columnsWith } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import type { Entries } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import {
  blankLine,
  type Choice,
  cashLine,
  type Group,
  groupRows,
  type Line,
  linesOf,
  MARKS,
  type Mark,
  marksOf,
  type ShownHolding,
} from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { type EditedTexts, shownRow } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { type AccountEntry, shownAccount } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import { type AccountRow, type Book, type BookFigures, type HoldingRow, measureBook } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

/** The book as it stands on the screen: what is typed counts as if it were stored. */
export interface BookView {
  accounts: AccountRow[]
  holdings: ShownHolding[]
  figures: BookFigures
  groups: Group[]
  lines: Line[]
  columns: readonly Column[]
  /** Something stands in another currency than the portfolio. */
  foreign: boolean
  /** How many rows carry each mark. */
  marks: Record<Mark, number>
  choice: Choice
  choose: (change: Partial<Choice>) => void
  /** The account in which a line stands. */
  accountOf: (line: string | undefined) => string | null
}

export function useBookView(
  stored: Pick<Book, 'currency' | 'rates'>,
  entries: Entries<HoldingRow, EditedTexts>,
  accountEntries: readonly AccountEntry[],
  asOf: IsoDate,
): BookView {
  const { currency, rates } = stored
  const [choice, setChoice] = useState<Choice>({ grouping: 'account', filter: '', only: null, currencies: false })
  const book = useMemo(() => {
    const accounts = accountEntries.filter((entry) => !isLeaving(entry)).map(shownAccount)
    const ids = new Set(accounts.map((account) => account.id))
    const shown = entries.map((entry) => ({ entry, row: shownRow(entry, asOf) }))
    const holdings = shown.filter(({ entry, row }) => ids.has(row.accountId) && !isLeaving(entry))
    const figures = measureBook({ accounts, holdings: holdings.map(({ row }) => row), currency, rates })
    const foreign = [...accounts, ...holdings.map(({ row }) => row)].some((row) => row.currency !== currency)
    return { accounts, holdings, figures, foreign, marks: countMarks(holdings, figures, asOf) }
  }, [entries, accountEntries, currency, rates, asOf])
  const groups = useMemo(() => groupRows(book, choice, asOf), [book, choice, asOf])
  const columns = columnsWith(book.foreign || choice.currencies)
  const lines = useMemo(() => linesOf(groups), [groups])
  return {
    ...book,
    groups,
    lines,
    columns,
    choice,
    choose: (change) => setChoice((now) => ({ ...now, ...change })),
    accountOf: (line) => accountOf(book.accounts, book.holdings, line),
  }
}

/** Removed for the eye at once; back when the removal met something that the user should see. */
const isLeaving = ({ removing, theirs, state }: { removing: boolean; theirs: unknown; state: string }): boolean =>
  removing && !theirs && state !== 'failed'

function countMarks(holdings: readonly ShownHolding[], figures: BookFigures, asOf: IsoDate): Record<Mark, number> {
  // What the directory knows of a new row comes with the answer to its first save.
  const marks = holdings
    .filter(({ entry }) => !entry.isNew)
    .flatMap(({ row }) => marksOf(row, asOf, figures.unrated.has(row.id)))
  const count = (mark: Mark) => marks.filter((other) => other === mark).length
  return Object.fromEntries(MARKS.map((mark) => [mark, count(mark)])) as Record<Mark, number>
}

function accountOf(accounts: AccountRow[], holdings: ShownHolding[], line: string | undefined): string | null {
  const own = accounts.find(({ id }) => line === blankLine(id) || line === cashLine(id))
  return own?.id ?? holdings.find(({ row }) => row.id === line)?.row.accountId ?? null
}
