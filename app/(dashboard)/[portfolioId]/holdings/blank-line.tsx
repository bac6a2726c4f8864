'use client'

import { useTranslations } from 'next-intl'
import { Cell } from '@/app/(dashboard)/[portfolioId]/holdings/cell'
import type { Leave } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import type { Column } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { blankLine } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { newRow } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { SymbolEditor } from '@/app/(dashboard)/[portfolioId]/holdings/symbol-editor'
import { newId } from '@/app/(dashboard)/new-id'
import { Icon } from '@/components/ui/icon'
import type { AccountRow } from '@/lib/core/book'
import { normaliseSymbol } from '@/lib/core/symbol'

interface Props {
  account: AccountRow
  current: Column | null
  seed: string | null | undefined
}

/** The last line of an account: a symbol typed here becomes a holding. */
export function BlankLine({ account, current, seed }: Props) {
  const t = useTranslations('holdings')
  const { holdings, cursor } = useDesk()
  const columns = useColumns()
  const line = blankLine(account.id)
  const place = { line, column: 'symbol' as const }
  const add = (text: string, leave: Leave) => {
    const symbol = normaliseSymbol(text)
    if (symbol === '') return leave === 'stay' ? cursor.rest(place) : cursor.goTo(place)
    const id = newId()
    holdings.add(newRow(id, account, symbol), { symbol })
    if (leave === 'next') cursor.leaveCell(place, false, id)
    else if (leave === 'stay') cursor.rest(place)
    else cursor.goTo(place)
  }
  const editing = current === 'symbol' && seed !== undefined
  return (
    <tr className="group/row" aria-label={t('grid.newRow', { account: account.name })}>
      {columns.map((column) => (
        <Cell
          key={column}
          line={line}
          column={column}
          current={current === column}
          editing={editing && column === 'symbol'}
          readOnly={column !== 'symbol'}
        >
          {column !== 'symbol' ? null : editing ? (
            <SymbolEditor
              label={t('grid.newSymbol', { account: account.name })}
              initial=""
              seed={seed ?? null}
              onDone={add}
              onCancel={() => cursor.goTo(place)}
            />
          ) : (
            <span className="inline-flex items-center gap-1 whitespace-nowrap text-muted">
              <Icon name="plus" className="size-3.5" />
              {t('grid.addSymbol')}
            </span>
          )}
        </Cell>
      ))}
    </tr>
  )
}
