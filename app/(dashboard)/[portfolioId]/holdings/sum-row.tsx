'use client'

import { useTranslations } from 'next-intl'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import type { Group } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { type BookFigures, weightOf } from '@/lib/core/book'
import { cents, sum } from '@/lib/core/units'

/** The sum of the rows that are shown; of all of them unless a filter hides some. Always in view. */
export function SumRow({ groups, figures }: { groups: Group[]; figures: BookFigures }) {
  const t = useTranslations()
  const columns = useColumns()
  const rows = groups.flatMap((group) => group.holdings)
  const cash = groups.flatMap((group) => group.cash)
  const held = rows.map(({ row }) => figures.values.get(row.id) ?? 0n)
  const value = cents(sum(held) + sum(cash.map((a) => figures.cash.get(a.id)?.cash ?? 0n)))
  const weight = weightOf(figures, [...rows.map(({ row }) => row.id), ...cash.map((a) => a.id)])
  const cell = 'sticky bottom-0 z-20 h-8 border-t border-line-strong bg-sunken px-2 text-right font-semibold'
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={columns.indexOf('value')} className={`${cell} text-left!`}>
          <span className="sticky left-2 inline-flex items-baseline gap-2">
            {t('units.total')}
            <span className="text-sm font-normal text-muted">
              {t('holdings.grid.positions', { count: rows.length })}
            </span>
          </span>
        </th>
        <td className={cell}>
          <Money value={value} symbol={false} />
        </td>
        <td className={cell}>{weight !== null && <Percent value={weight} />}</td>
        <td colSpan={columns.length - columns.indexOf('weight') - 1} className={cell} />
      </tr>
    </tfoot>
  )
}
