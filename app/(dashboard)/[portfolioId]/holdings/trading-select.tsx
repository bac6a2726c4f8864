'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { HoldingRow } from '@/lib/core/book'
import { TRADINGS, type Trading, tradingOf } from '@/lib/core/trading'

const idOf = (line: string) => `trading-${line}`

/** The field of a line for what plans may do with its holding. */
export const tradingChoice = (line: string): HTMLSelectElement | null =>
  document.querySelector<HTMLSelectElement>(`select#${CSS.escape(idOf(line))}`)

/**
 * What plans may do with a holding. The pointer opens the list at once and its choice is stored at once; by keyboard the cell's Enter leads
 * in, the arrows choose, and Enter, Tab or leaving stores while Escape does not: going through the list is not several changes.
 */
export function TradingSelect({ row }: { row: HoldingRow }) {
  const t = useTranslations('holdings')
  const { cursor, holdings } = useDesk()
  const place = { line: row.id, column: 'trading' as const }
  const stored = tradingOf(row)
  const [chosen, setChosen] = useState<Trading | null>(null)
  const byKeys = useRef(false)
  const store = (trading: Trading | null) => {
    setChosen(null)
    if (trading !== null && trading !== stored) holdings.type(row.id, { trading })
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
      id={idOf(row.id)}
      tabIndex={-1}
      aria-label={t('grid.cell', { column: t('column.trading'), symbol: row.symbol })}
      value={shown}
      onPointerDown={() => {
        byKeys.current = false
      }}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        const trading = TRADINGS.find((word) => word === event.target.value) ?? stored
        if (byKeys.current) return setChosen(trading)
        store(trading)
        cursor.goTo(place)
      }}
      onBlur={() => store(chosen)}
      className={`-my-1 h-7 w-full cursor-pointer rounded-sm bg-transparent ${shown === 'free' ? 'text-muted' : 'font-semibold'}`}
    >
      {TRADINGS.map((word) => (
        <option key={word} value={word}>
          {t(`trading.${word}`)}
        </option>
      ))}
    </select>
  )
}
