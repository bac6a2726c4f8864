'use client'

import { ChoiceCell } from '@/app/(dashboard)/[portfolioId]/holdings/choice-cell'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import type { HoldingRow } from '@/lib/core/book'
import { CURRENCIES } from '@/lib/core/currency'

const OPTIONS = CURRENCIES.map((value) => ({ value, label: value }))

/** The currency in which a holding is quoted; its price and the costs of its lots stay the numbers that they are. */
export function CurrencySelect({ row }: { row: HoldingRow }) {
  const { holdings, currency } = useDesk()
  return (
    <ChoiceCell
      row={row}
      column="currency"
      options={OPTIONS}
      stored={row.currency}
      usual={currency}
      onStore={(chosen) => holdings.type(row.id, { currency: chosen })}
    />
  )
}
