'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Cell } from '@/app/(dashboard)/[portfolioId]/holdings/cell'
import type { Leave } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import { type Column, isChosen, isTyped, type TypedColumn } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { HoldingEditor } from '@/app/(dashboard)/[portfolioId]/holdings/holding-editor'
import { type HoldingEntry, shownRow } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { HoldingValue } from '@/app/(dashboard)/[portfolioId]/holdings/holding-value'
import { RowMarks } from '@/app/(dashboard)/[portfolioId]/holdings/row-marks'
import type { Bps, Cents } from '@/lib/core/units'

interface Props {
  entry: HoldingEntry
  value: Cents | null
  weight: Bps | null
  /** No exchange rate leads from its currency to the portfolio's. */
  unrated: boolean
  /** The column of the cursor, if it stands on this line; where Tab comes in, if it stands nowhere. */
  current: Column | null
  seed: string | null | undefined
  lotsOpen: boolean
  /** Named where the group is not the account. */
  account: string | null
}

/** A holding as a line of the grid. */
export const HoldingLine = memo(function HoldingLine(props: Props) {
  const { entry, current, seed } = props
  const desk = useDesk()
  const columns = useColumns()
  const row = shownRow(entry, desk.asOf)
  const t = useTranslations('holdings')
  return (
    <tr
      id={`row-${row.id}`}
      className="group/row hover:bg-sunken target:bg-accent-soft"
      aria-label={t('grid.row', { symbol: row.symbol })}
    >
      {columns.map((column) => {
        const editing = current === column && seed !== undefined && isTyped(column)
        return (
          <Cell
            key={column}
            line={row.id}
            column={column}
            current={current === column}
            editing={editing}
            readOnly={!isTyped(column) && !isChosen(column)}
            fault={entry.errors[column]}
            symbol={String(entry.texts.symbol ?? row.symbol)}
          >
            {editing ? (
              <LineEditor entry={entry} column={column} seed={seed ?? null} />
            ) : column === 'state' ? (
              <RowMarks entry={entry} row={row} unrated={props.unrated} />
            ) : (
              <HoldingValue {...props} row={row} column={column} />
            )}
          </Cell>
        )
      })}
    </tr>
  )
})

function LineEditor({ entry, column, seed }: { entry: HoldingEntry; column: TypedColumn; seed: string | null }) {
  const { cursor, holdings } = useDesk()
  const { id } = entry.row
  const place = { line: id, column }
  const onDone = (text: string, leave: Leave, before: string) => {
    if (text !== before || entry.errors[column]) holdings.type(id, { [column]: text })
    if (leave === 'stay') cursor.rest(place)
    else if (leave === 'next' || leave === 'back') cursor.leaveCell(place, leave === 'back')
    else cursor.leaveRow(place, leave === 'up')
  }
  return <HoldingEditor entry={entry} column={column} seed={seed} onDone={onDone} onCancel={() => cursor.goTo(place)} />
}
