'use client'

import { useTranslations } from 'next-intl'
import { CellEditor, type Leave } from '@/app/(dashboard)/[portfolioId]/holdings/cell-editor'
import type { TypedColumn } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import type { HoldingEntry } from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { SymbolEditor } from '@/app/(dashboard)/[portfolioId]/holdings/symbol-editor'
import { holdingTexts } from '@/lib/core/holding-fields'

interface Props {
  entry: HoldingEntry
  column: TypedColumn
  seed: string | null
  onDone: (text: string, leave: Leave, before: string) => void
  onCancel: () => void
}

/** The field for one column of a holding. It opens with what was typed last, else with what is stored, in plain digits. */
export function HoldingEditor({ entry, column, seed, onDone, onCancel }: Props) {
  const t = useTranslations('holdings')
  const stored = holdingTexts(entry.row)[column]
  const initial = entry.texts[column] ?? (column === 'name' ? entry.row.name : stored)
  const label = t('grid.cell', { column: t(`column.${column}`), symbol: entry.row.symbol })
  const editor = {
    label,
    initial,
    seed,
    onCancel,
    // An empty field of a date is one that was left half filled in: it stays what it was.
    onDone: (text: string, leave: Leave) =>
      onDone(column === 'pricedOn' && text === '' ? initial : text, leave, initial),
  }
  if (column === 'symbol') return <SymbolEditor {...editor} />
  if (column === 'name') return <CellEditor {...editor} />
  if (column === 'pricedOn') return <DateEditor {...editor} />
  const secret = column === 'quantity' ? 'amount-input' : ''
  return <CellEditor {...editor} inputMode="decimal" className={`text-right ${secret}`} />
}

/** The browser's date field when it is opened, a text field when somebody starts typing a date. */
function DateEditor(editor: Parameters<typeof CellEditor>[0]) {
  const t = useTranslations('holdings')
  if (editor.seed !== null) return <CellEditor {...editor} className="text-right" placeholder={t('grid.dateForm')} />
  const opens = /^\d{4}-\d{2}-\d{2}$/.test(editor.initial)
  return <CellEditor {...editor} type={opens || editor.initial === '' ? 'date' : 'text'} className="text-right" />
}
