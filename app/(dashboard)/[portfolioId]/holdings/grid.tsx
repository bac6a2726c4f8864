'use client'

import { useTranslations } from 'next-intl'
import { Fragment, type RefObject } from 'react'
import { BlankLine } from '@/app/(dashboard)/[portfolioId]/holdings/blank-line'
import { CashLine } from '@/app/(dashboard)/[portfolioId]/holdings/cash-line'
import { COLUMNS, type Column } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { GridHead } from '@/app/(dashboard)/[portfolioId]/holdings/grid-head'
import { blankLine, cashLine, type Group } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { GroupRow } from '@/app/(dashboard)/[portfolioId]/holdings/group-row'
import { HoldingLines } from '@/app/(dashboard)/[portfolioId]/holdings/holding-lines'
import { SumRow } from '@/app/(dashboard)/[portfolioId]/holdings/sum-row'
import type { AccountEntry } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import type { Cursor } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import type { useGridEvents } from '@/app/(dashboard)/[portfolioId]/holdings/use-grid-events'
import type { BookFigures } from '@/lib/core/book'

interface Props {
  groups: Group[]
  accounts: readonly AccountEntry[]
  figures: BookFigures
  cashCounts: boolean
  cursor: Cursor
  /** Where Tab comes in. */
  entrance: string | null
  lotsOpen: ReadonlySet<string>
  /** The rows below which their symbol is asked about. */
  asked: ReadonlySet<string>
  events: ReturnType<typeof useGridEvents>
  element: RefObject<HTMLTableElement | null>
}

/** The grid: groups of holdings that save themselves, with their cash, a blank line to go on, and the sum in view. */
export function Grid({ groups, accounts, figures, cashCounts, cursor, entrance, lotsOpen, asked, events, element }: Props) {
  const t = useTranslations('holdings')
  const at = (line: string): { current: Column | null; seed: string | null | undefined } => {
    if (cursor.place?.line === line) return { current: cursor.place.column, seed: cursor.seed }
    return { current: entrance === line ? 'symbol' : null, seed: undefined }
  }
  const byId = new Map(accounts.map((entry) => [entry.row.id, entry]))
  return (
    <section className="relative max-h-[max(24rem,calc(100dvh-9rem))] overflow-auto overscroll-x-contain rounded-lg border border-line bg-surface">
      <table
        ref={element}
        role="grid"
        aria-label={t('grid.label')}
        aria-colcount={COLUMNS.length}
        className="w-full border-separate border-spacing-0"
        {...events}
      >
        <GridHead />
        {groups.map((group) => (
          <tbody key={group.key}>
            <GroupRow group={group} figures={figures} />
            {group.holdings.map((item) => (
              <HoldingLines
                key={item.row.id}
                entry={item.entry}
                value={figures.values.get(item.row.id) ?? null}
                weight={item.row.price === null ? null : (figures.weights.get(item.row.id) ?? null)}
                lotsOpen={lotsOpen.has(item.row.id)}
                asked={asked.has(item.row.id)}
                account={group.title.kind === 'class' ? (byId.get(item.row.accountId)?.row.name ?? '') : null}
                {...at(item.row.id)}
              />
            ))}
            {group.addTo && <BlankLine account={group.addTo} {...at(blankLine(group.addTo.id))} />}
            {group.cash.map((account) => {
              const entry = byId.get(account.id)
              if (!entry) return <Fragment key={account.id} />
              const weight = figures.weights.get(account.id) ?? null
              return (
                <CashLine
                  key={account.id}
                  entry={entry}
                  weight={weight}
                  counts={cashCounts}
                  named={group.title.kind === 'class'}
                  {...at(cashLine(account.id))}
                />
              )
            })}
          </tbody>
        ))}
        <SumRow groups={groups} figures={figures} />
      </table>
    </section>
  )
}
