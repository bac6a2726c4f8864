'use client'

import { useTranslations } from 'next-intl'
import { ChoiceCell } from '@/app/(dashboard)/[portfolioId]/holdings/choice-cell'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { HoldingRow } from '@/lib/core/book'
import { TRADINGS, tradingOf } from '@/lib/core/trading'

/** What plans may do with a holding. */
export function TradingSelect({ row }: { row: HoldingRow }) {
  const t = useTranslations('holdings.trading')
  const { holdings } = useDesk()
  return (
    <ChoiceCell
      row={row}
      column="trading"
      options={TRADINGS.map((value) => ({ value, label: t(value) }))}
      stored={tradingOf(row)}
      usual="free"
      onStore={(trading) => holdings.type(row.id, { trading })}
    />
  )
}
