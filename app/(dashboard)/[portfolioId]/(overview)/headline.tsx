import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { money } from '@/app/(dashboard)/[portfolioId]/(overview)/texts'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { useOriginName } from '@/app/(dashboard)/[portfolioId]/targets/origin-name'
import { PositionLine } from '@/components/charts/position-line'
import { Explain } from '@/components/ui/explain'
import { formatDate, formatMoney, formatPercent } from '@/components/values/format'
import { Money } from '@/components/values/money'
import { Percent } from '@/components/values/percent'
import { WHOLE } from '@/lib/core/units'

/** The four figures that everything else explains. */
export function Headline({ view }: { view: View }) {
  return (
    <dl className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 xl:grid-cols-4">
      <TotalValue view={view} />
      <Prices view={view} />
      <Drift view={view} />
      <Position view={view} />
    </dl>
  )
}

function Figure({ name, note, children }: { name: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="bg-surface px-4 py-3">
      <dt className="flex min-h-6 items-center gap-1 text-sm text-muted">{name}</dt>
      <dd>
        <span className="flex items-center gap-4 text-2xl font-semibold">{children}</span>
        {note && <span className="block text-sm text-muted">{note}</span>}
      </dd>
    </div>
  )
}

function TotalValue({ view }: { view: View }) {
  const t = useTranslations('overview.headline')
  const locale = useLocale()
  const { total, reserve } = view.overview.comparison.breakdown
  const amount = formatMoney(locale, reserve, view.snapshot.currency)
  return (
    <Figure name={t('total')} note={reserve > 0n ? t.rich('reserve', { amount, money }) : t('noReserve')}>
      <Money value={total} currency={view.snapshot.currency} />
    </Figure>
  )
}

function Prices({ view }: { view: View }) {
  const t = useTranslations()
  const locale = useLocale()
  const { prices, comparison } = view.overview
  const { oldest, newest } = prices
  const state = t('overview.headline.priceState', {
    stale: prices.stale.length,
    unpriced: comparison.breakdown.unpriced.length,
  })
  const known = prices.source && t.has(`units.priceSource.${prices.source}` as 'units.priceSource.demo')
  const source = known ? t(`units.priceSource.${prices.source}` as 'units.priceSource.demo') : null
  return (
    <Figure
      name={t('overview.headline.prices')}
      note={source ? t('overview.headline.fromSource', { state, source }) : state}
    >
      {oldest && newest ? (
        <span className={oldest === newest ? '' : 'text-xl'}>
          {oldest === newest
            ? formatDate(locale, newest)
            : t('overview.headline.dates', { oldest: formatDate(locale, oldest), newest: formatDate(locale, newest) })}
        </span>
      ) : (
        t('overview.headline.noPrices')
      )}
    </Figure>
  )
}

function Drift({ view }: { view: View }) {
  const t = useTranslations('overview')
  const originName = useOriginName()
  const { drift } = view.overview.comparison
  const name = (
    <>
      {t('headline.drift')}
      <Explain label={t('explain.drift.label')}>
        <p className="mb-2 font-semibold text-ink">{t('explain.drift.formula')}</p>
        <p className="text-ink">{t('explain.drift.body')}</p>
      </Explain>
    </>
  )
  if (!view.adoption) {
    const link = (chunks: ReactNode) => (
      <Link className="font-semibold text-accent underline" href={`/${view.portfolio.id}/targets`}>
        {chunks}
      </Link>
    )
    return (
      <Figure name={name} note={t.rich('headline.adoptFirst', { link })}>
        {t('headline.none')}
      </Figure>
    )
  }
  return (
    <Figure name={name} note={t('headline.driftFrom', { target: originName(view.adoption.origin) })}>
      {drift === null ? t('headline.none') : <Percent value={drift} />}
    </Figure>
  )
}

function Position({ view }: { view: View }) {
  const t = useTranslations('overview')
  const risk = useTranslations('units.risk')(view.portfolio.riskLevel)
  const locale = useLocale()
  const { position } = view.overview.comparison
  const name = (
    <>
      {t('headline.position')}
      <Explain label={t('explain.position.label')}>
        <p className="font-semibold text-ink">{t('explain.position.formula')}</p>
        <p className="mb-2 font-semibold text-ink">{t('explain.position.distance')}</p>
        <p className="text-ink">{t('explain.position.body', { risk })}</p>
      </Explain>
    </>
  )
  if (!position) return <Figure name={name}>{t('headline.none')}</Figure>
  const off = formatPercent(locale, position.off, { decimals: 1 })
  const where = position.along < 0 ? 'before' : position.along > WHOLE ? 'past' : 'between'
  return (
    <Figure name={name} note={t(`away.${where}`, { off })}>
      <Percent value={position.along} decimals={0} />
      <PositionLine along={position.along} />
    </Figure>
  )
}
