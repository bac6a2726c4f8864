'use client'

import { useTranslations } from 'next-intl'
import { useDesk } from '@/app/(dashboard)/[portfolioId]/holdings/desk-context'
import { MARKS } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import type { BookView } from '@/app/(dashboard)/[portfolioId]/holdings/use-book-view'
import { Money } from '@/components/values/money'

/** Is what the app knows right? How much it knows, and what of it needs a look. */
export function BookAnswer({ view }: { view: BookView }) {
  const t = useTranslations('holdings.answer')
  const { accounts, holdings, figures, marks } = view
  const { currency } = useDesk()
  if (accounts.length === 0) return t('empty')
  const values = {
    positions: holdings.length,
    accounts: accounts.length,
    total: () => <Money value={figures.total} currency={currency} />,
  }
  const wanting = MARKS.filter((mark) => marks[mark] > 0)
  return (
    <>
      {t.rich('known', values)}{' '}
      {holdings.length > 0 &&
        (wanting.length === 0 ? t('allWell') : wanting.map((mark) => `${t(mark, { count: marks[mark] })} `))}
    </>
  )
}
