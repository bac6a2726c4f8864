'use client'

import { useTranslations } from 'next-intl'
import { useColumns } from '@/app/(dashboard)/[portfolioId]/holdings/columns-context'
import type { Group } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import { ClassName } from '@/app/(dashboard)/[portfolioId]/targets/class-marks'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { type BookFigures, weightOf } from '@/lib/core/book'
import { cents, sum } from '@/lib/core/units'

/** The head of a group, with what its rows are worth together. */
export function GroupRow({ group, figures }: { group: Group; figures: BookFigures }) {
  const t = useTranslations('holdings')
  const columns = useColumns()
  const ids = [...group.holdings.map(({ row }) => row.id), ...group.cash.map((account) => account.id)]
  const held = group.holdings.map(({ row }) => figures.values.get(row.id) ?? 0n)
  const value = cents(sum(held) + sum(group.cash.map(({ id }) => figures.cash.get(id)?.cash ?? 0n)))
  const weight = weightOf(figures, ids)
  const cell = 'h-8 border-b border-line bg-sunken px-2 text-right font-semibold'
  return (
    <tr>
      <th
        scope="rowgroup"
        colSpan={columns.indexOf('value')}
        className="h-8 border-b border-line bg-sunken px-2 text-left"
      >
        <span className="sticky left-2 inline-flex flex-wrap items-baseline gap-x-2">
          <GroupTitle title={group.title} />
          <span className="text-sm font-normal text-muted">
            {t('grid.positions', { count: group.holdings.length })}
          </span>
        </span>
      </th>
      <td className={cell}>
        <Money value={value} symbol={false} />
      </td>
      <td className={cell}>{weight !== null && <Percent value={weight} />}</td>
      <td colSpan={columns.length - columns.indexOf('weight') - 1} className={cell} />
    </tr>
  )
}

function GroupTitle({ title }: { title: Group['title'] }) {
  const t = useTranslations()
  if (title.kind === 'account') {
    return (
      <>
        <span className="font-semibold">{title.account.name}</span>
        <span className="text-sm font-normal text-muted">{t(`units.tax.${title.account.tax}`)}</span>
      </>
    )
  }
  const { key } = title
  if (key === 'split') return <span className="font-semibold">{t('holdings.grid.splitGroup')}</span>
  if (key === 'unclassified' || key === 'cash') return <span className="font-semibold">{t(`units.${key}`)}</span>
  return <ClassName assetClass={key} />
}
