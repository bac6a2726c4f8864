import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { money } from '@/app/(dashboard)/[portfolioId]/(overview)/texts'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/components/values/format'
import { hasUncountedCash, lacksRate } from '@/lib/core/base-currency'
import type { Holding } from '@/lib/core/portfolio'

/** What the table leaves out, and says so: holdings without a price, stale prices, the reserve. */
export function ApartNotes({ view }: { view: View }) {
  const t = useTranslations('overview.notes')
  const locale = useLocale()
  const { comparison, prices } = view.overview
  const { unpriced: valueless, reserve } = comparison.breakdown
  const unpriced = valueless.filter((holding) => !lacksRate(holding))
  const amount = formatMoney(locale, reserve, view.snapshot.currency)
  return (
    <div className="grid gap-2 empty:hidden">
      {unpriced.length > 0 && (
        <Notice tone="warning" title={t('unpriced', { count: unpriced.length })}>
          <Rows holdings={unpriced} view={view} />
        </Notice>
      )}
      <RateNotes view={view} />
      {prices.stale.length > 0 && (
        <Notice
          tone="warning"
          title={t('stale', { count: prices.stale.length })}
          action={<ButtonLink href={`/${view.portfolio.id}/prices`}>{t('prices')}</ButtonLink>}
        >
          <Rows holdings={prices.stale} view={view} />
        </Notice>
      )}
      {reserve > 0n && <p className="text-muted">{t.rich('reserve', { amount, money })}</p>}
    </div>
  )
}

/** What no exchange rate leads from, and rates that are old; both lead to where rates are entered. */
function RateNotes({ view }: { view: View }) {
  const t = useTranslations('overview.notes')
  const { account, comparison, prices } = view.overview
  const accounts = view.snapshot.accounts.filter((a) => account === null || a.id === account.id)
  const lacking = [...comparison.breakdown.unpriced.filter(lacksRate), ...accounts.filter(hasUncountedCash)]
  const action = (
    <Link className="text-accent underline" href={`/${view.portfolio.id}/prices/rates`}>
      {t('toRates')}
    </Link>
  )
  return (
    <>
      {lacking.length > 0 && (
        <Notice tone="warning" title={t('unrated', { count: lacking.length })} action={action}>
          {lacking.map((row) => `${'symbol' in row ? row.symbol : row.name} (${row.quoted?.currency})`).join(' · ')}
        </Notice>
      )}
      {prices.staleRates.length > 0 && (
        <Notice tone="warning" title={t('staleRates', { count: prices.staleRates.length })} action={action}>
          {prices.staleRates.map(({ currency }) => currency).join(' · ')}
        </Notice>
      )}
    </>
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
