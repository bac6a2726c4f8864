'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef } from 'react'
import {
  addHoldingAction,
  editHoldingAction,
  editLotsAction,
  removeHoldingAction,
  restoreHoldingAction,
} from '@/app/(dashboard)/[portfolioId]/holdings/actions'
import {
  agreesWith,
  type EditedTexts,
  faultsOfTexts,
  formerTexts,
  nextBatch,
} from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { type Commands, type Saving, useSaver } from '@/app/(dashboard)/[portfolioId]/holdings/use-saver'
import type { UndoStack } from '@/app/(dashboard)/[portfolioId]/holdings/use-undo'
import { toastFailure, toastUndo } from '@/components/ui/toast'
import type { Book, HoldingRow } from '@/lib/core/book'
import type { IsoDate } from '@/lib/core/units'

export type HoldingCommands = Commands<HoldingRow, EditedTexts>

/** The holdings of a book as rows that save themselves; the last saves can be undone. */
export function useHoldings(
  { portfolioId, holdings }: Pick<Book, 'portfolioId' | 'holdings'>,
  {
    asOf,
    undo,
    onSymbol,
  }: { asOf: IsoDate; undo: UndoStack /** A row got a symbol; stable. */; onSymbol: (row: HoldingRow) => void },
) {
  const t = useTranslations()
  const commands = useRef<HoldingCommands | null>(null)
  const saving = useMemo((): Saving<HoldingRow, EditedTexts> => {
    const restore = async ({ id, symbol }: HoldingRow) => {
      const result = await restoreHoldingAction({ portfolioId, id }).catch(() => null)
      if (!result?.ok) toastFailure(t('holdings.removed.notRestored', { symbol }))
    }
    return {
      needed: ['symbol'],
      add: ({ id, accountId, symbol }, { lots: _, ...fields }) =>
        addHoldingAction({ portfolioId, id, accountId, fields: { symbol, ...fields } }),
      batch: nextBatch,
      save: ({ id, version }, { lots, ...fields }) =>
        lots
          ? editLotsAction({ portfolioId, id, version, lots, quantity: fields.quantity ?? null })
          : editHoldingAction({ portfolioId, id, version, fields }),
      remove: ({ id, version }) => removeHoldingAction({ portfolioId, id, version }),
      check: (texts) => faultsOfTexts(texts, asOf),
      agrees: (row, texts) => agreesWith(row, texts, asOf),
      onStored: (before, after) => {
        const { id } = after
        if (before.row.symbol !== after.symbol || before.isNew) onSymbol(after)
        if (before.isNew) return undo.push(id, () => commands.current?.remove(id))
        const former = formerTexts(before.row, before.sent ?? {})
        undo.push(id, () => commands.current?.type(id, former))
      },
      onRemoved: (row) => {
        const bringBack = () => void restore(row)
        undo.pushOther(bringBack)
        const label = t('common.action.undo')
        toastUndo(t('holdings.removed.holding', { symbol: row.symbol }), { label, run: () => undo.take(bringBack) })
      },
    }
  }, [portfolioId, asOf, undo, onSymbol, t])
  const saver = useSaver(holdings, saving)
  commands.current = saver.commands
  return saver
}
