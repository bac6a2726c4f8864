import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { money } from '@/app/(dashboard)/[portfolioId]/(overview)/texts'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/components/values/format'
import type { Holding } from '@/lib/core/portfolio'

/** What the table leaves out, and says so: holdings without a price, stale prices, the reserve. */
export function ApartNotes({ view }: { view: View }) {
  const t = useTranslations('overview.notes')
  const locale = useLocale()
  const { comparison, prices } = view.overview
  const { unpriced, reserve } = comparison.breakdown
  const amount = formatMoney(locale, reserve, view.snapshot.currency)
  return (
    <div className="grid gap-2 empty:hidden">
      {unpriced.length > 0 && (
        <Notice tone="warning" title={t('unpriced', { count: unpriced.length })}>
          <Rows holdings={unpriced} view={view} />
        </Notice>
      )}
      {prices.stale.length > 0 && (
        <Notice tone="warning" title={t('stale', { count: prices.stale.length })}>
          <Rows holdings={prices.stale} view={view} />
        </Notice>
      )}
      {reserve > 0n && <p className="text-muted">{t.rich('reserve', { amount, money })}</p>}
    </div>
  )
}

/** Each holding leads to its row. */
function Rows({ holdings, view }: { holdings: Holding[]; view: View }) {
  const t = useTranslations('overview.notes')
  const names = new Map(view.snapshot.accounts.map((a) => [a.id, a.name]))
  return (
    <ul className="flex flex-wrap gap-x-4">
      {holdings.map((h) => (
        <li key={h.id}>
          <Link className="text-accent underline" href={`/${view.portfolio.id}/holdings#row-${h.id}`}>
            {t('row', { symbol: h.symbol, account: names.get(h.accountId) ?? '' })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
