'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { HoldingRow } from '@/lib/core/book'

type ChoiceColumn = 'currency' | 'trading'

const idOf = (line: string, column: ChoiceColumn) => `${column}-${line}`

/** The list in a cell of a line. */
export const choiceIn = (line: string, column: ChoiceColumn): HTMLSelectElement | null =>
  document.querySelector<HTMLSelectElement>(`select#${CSS.escape(idOf(line, column))}`)

interface Props<T extends string> {
  row: HoldingRow
  column: ChoiceColumn
  options: readonly { value: T; label: string }[]
  stored: T
  /** The choice that is nothing to look at. */
  usual: T
  onStore: (value: T) => void
}

/**
 * A cell in which one chooses from a list. The pointer opens it and its choice is stored at once; by keyboard the cell's Enter leads in, the
 * arrows choose, and Enter, Tab or leaving stores while Escape does not: going through the list is not several changes.
 */
export function ChoiceCell<T extends string>({ row, column, options, stored, usual, onStore }: Props<T>) {
  const t = useTranslations('holdings')
  const { cursor } = useDesk()
  const place = { line: row.id, column }
  const [chosen, setChosen] = useState<T | null>(null)
  const byKeys = useRef(false)
  const store = (value: T | null) => {
    setChosen(null)
    if (value !== null && value !== stored) onStore(value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    byKeys.current = true
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    store(event.key === 'Enter' ? chosen : null)
    cursor.goTo(place)
  }
  const shown = chosen ?? stored
  return (
    <select
      id={idOf(row.id, column)}
      tabIndex={-1}
      aria-label={t('grid.cell', { column: t(`column.${column}`), symbol: row.symbol })}
      value={shown}
      onPointerDown={() => {
        byKeys.current = false
      }}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        const value = options.find((option) => option.value === event.target.value)?.value ?? stored
        if (byKeys.current) return setChosen(value)
        store(value)
        cursor.goTo(place)
      }}
      onBlur={() => store(chosen)}
      className={`-my-1 h-7 w-full cursor-pointer rounded-sm bg-transparent ${shown === usual ? 'text-muted' : 'font-semibold'}`}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
