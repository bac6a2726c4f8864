'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/values/format'

interface Props {
  label: string
  /** From zero. */
  page: number
  size: number
  total: number
  onPage: (page: number) => void
}

/** The way through many rows; nothing where they fit on one page. */
export function Pager({ label, page, size, total, onPage }: Props) {
  const t = useTranslations('import.rows')
  const locale = useLocale()
  if (total <= size) return null
  const [from, to] = [page * size + 1, Math.min(total, (page + 1) * size)]
  const place = { from: formatCount(locale, from), to: formatCount(locale, to), total: formatCount(locale, total) }
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('earlierPage')}
      </Button>
      <span role="status">{t('page', place)}</span>
      <Button disabled={to === total} onClick={() => onPage(page + 1)}>
        {t('laterPage')}
      </Button>
    </nav>
  )
}
