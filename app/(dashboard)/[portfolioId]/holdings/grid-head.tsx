'use client'

import { useTranslations } from 'next-intl'
import { type Column, isNumeric } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'

/** What a column needs before anything stands in it, so that rows which are being filled do not push the others about. */
const LEAST: Partial<Record<Column, string>> = {
  symbol: 'min-w-28',
  name: 'min-w-28 sm:min-w-48',
  class: 'min-w-28',
  quantity: 'min-w-22',
  price: 'min-w-22',
  currency: 'min-w-20',
  pricedOn: 'min-w-26',
  value: 'min-w-26',
  weight: 'min-w-18',
  trading: 'min-w-26',
  state: 'min-w-38',
}

export function GridHead() {
  const t = useTranslations('holdings.column')
  const currency = useTranslations('units.currency')(useDesk().currency)
  const columns = useColumns()
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column}
            scope="col"
            className={
              `sticky top-0 z-20 h-8 border-b border-line bg-sunken px-2 py-1 align-bottom text-sm font-semibold whitespace-nowrap text-muted ` +
              `${isNumeric(column) ? 'text-right' : 'text-left'} ${column === 'symbol' ? 'left-0 z-30 border-r' : ''} ${LEAST[column] ?? ''}`
            }
          >
            {t(column, { currency })}
          </th>
        ))}
      </tr>
    </thead>
  )
}
