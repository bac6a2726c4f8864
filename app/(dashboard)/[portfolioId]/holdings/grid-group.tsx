'use client'

import { BlankLine } from '@/app/(dashboard)/[portfolioId]/holdings/blank-line'
import { CashLine } from '@/app/(dashboard)/[portfolioId]/holdings/cash-line'
import type { Column } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { blankLine, cashLine, type Group } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { GroupRow } from '@/app/(dashboard)/[portfolioId]/holdings/group-row'
import { HoldingLines } from '@/app/(dashboard)/[portfolioId]/holdings/holding-lines'
import type { AccountEntry } from '@/app/(dashboard)/[portfolioId]/holdings/use-accounts'
import type { Cursor } from '@/app/(dashboard)/[portfolioId]/holdings/use-cursor'
import type { BookFigures } from '@/lib/core/book'

export interface GroupProps {
  accounts: readonly AccountEntry[]
  figures: BookFigures
  cashCounts: boolean
  cursor: Cursor
  /** Where Tab comes in, while the cursor stands nowhere. */
  entrance: string | null
  lotsOpen: ReadonlySet<string>
  /** The rows below which their symbol is asked about. */
  asked: ReadonlySet<string>
}

/** One group of the grid: its head, its holdings, the blank line to go on, its cash. */
export function GridGroup({ group, ...props }: GroupProps & { group: Group }) {
  const { accounts, figures } = props
  const entryOf = (id: string) => accounts.find((entry) => entry.row.id === id)
  const byClass = group.title.kind === 'class'
  const weightOf = (id: string) => figures.weights.get(id) ?? null
  return (
    <tbody>
      <GroupRow group={group} figures={figures} />
      {group.holdings.map(({ entry, row }) => (
        <HoldingLines
          key={row.id}
          entry={entry}
          value={figures.values.get(row.id) ?? null}
          weight={figures.values.get(row.id) == null ? null : weightOf(row.id)}
          unrated={figures.unrated.has(row.id)}
          lotsOpen={props.lotsOpen.has(row.id)}
          asked={props.asked.has(row.id)}
          account={byClass ? (entryOf(row.accountId)?.row.name ?? '') : null}
          {...standing(props, row.id)}
        />
      ))}
      {group.addTo && <BlankLine account={group.addTo} {...standing(props, blankLine(group.addTo.id))} />}
      {group.cash.map(({ id }) => {
        const entry = entryOf(id)
        const line = {
          cash: figures.cash.get(id)?.cash ?? null,
          weight: figures.unrated.has(id) ? null : weightOf(id),
          counts: props.cashCounts,
          named: byClass,
          ...standing(props, cashLine(id)),
        }
        return entry && <CashLine key={id} entry={entry} {...line} />
      })}
    </tbody>
  )
}

/** Where the cursor stands on a line, and what is edited there. */
function standing(
  { cursor, entrance }: GroupProps,
  line: string,
): { current: Column | null; seed: string | null | undefined } {
  if (cursor.place?.line === line) return { current: cursor.place.column, seed: cursor.seed }
  return { current: entrance === line ? 'symbol' : null, seed: undefined }
}
