'use client'

import { useTranslations } from 'next-intl'
import { COLUMNS } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import type { Group } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { type BookFigures, weightOf } from '@/lib/core/book'
import { cents, sum } from '@/lib/core/units'

const BEFORE_VALUE = COLUMNS.indexOf('value')
const AFTER_WEIGHT = COLUMNS.length - COLUMNS.indexOf('weight') - 1

/** The sum of the rows that are shown; of all of them unless a filter hides some. Always in view. */
export function SumRow({ groups, figures }: { groups: Group[]; figures: BookFigures }) {
  const t = useTranslations()
  const rows = groups.flatMap((group) => group.holdings)
  const cash = groups.flatMap((group) => group.cash)
  const value = cents(sum(rows.map(({ row }) => figures.values.get(row.id) ?? 0n)) + sum(cash.map((a) => a.cash)))
  const weight = weightOf(figures, [...rows.map(({ row }) => row.id), ...cash.map((a) => a.id)])
  const cell = 'sticky bottom-0 z-20 h-8 border-t border-line-strong bg-sunken px-2 text-right font-semibold'
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={BEFORE_VALUE} className={`${cell} text-left!`}>
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
        <td colSpan={AFTER_WEIGHT} className={cell} />
      </tr>
    </tfoot>
  )
}
