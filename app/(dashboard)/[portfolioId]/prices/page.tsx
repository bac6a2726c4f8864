import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PriceDrop } from '@/app/(dashboard)/[portfolioId]/prices/price-drop'
import { PriceTable } from '@/app/(dashboard)/[portfolioId]/prices/price-table'
import { RefreshPanel } from '@/app/(dashboard)/[portfolioId]/prices/refresh-panel'
import { SourceList } from '@/app/(dashboard)/[portfolioId]/prices/source-list'
import { ButtonLink } from '@/components/ui/button'
import { Card, PageHead, Section } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { asOf } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { findPortfolio } from '@/lib/db/portfolios'
import { readPriceKeyStandings } from '@/lib/flows/price-keys'
import { readPriceProgress } from '@/lib/flows/price-progress'
import { readPriceFeeds, readPrices } from '@/lib/flows/read-prices'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prices')
  return { title: t('title') }
}

export default async function PricesPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const [t, reading, progress, feeds, keys] = await Promise.all([
    getTranslations('prices'),
    readPrices(user.id, portfolioId, await asOf()),
    readPriceProgress(user.id, portfolioId, new Date()),
    readPriceFeeds(user.id),
    readPriceKeyStandings(user.id),
  ])
  const { setting, standings, fresh, stale, unpriced } = reading
  const total = standings.length
  const askable = new Set(standings.filter((one) => one.askable).map(({ symbol }) => symbol)).size
  return (
    <ClientMessages only={['prices']}>
      <PageHead
        title={t('title')}
        answer={total > 0 && t('answer', { fresh, total, stale, unpriced })}
        actions={
          <>
            <ButtonLink href={`/${portfolioId}/prices/rates`}>{t('rates')}</ButtonLink>
            <ButtonLink href={`/${portfolioId}/holdings`}>{t('back')}</ButtonLink>
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Card>
          <RefreshPanel
            portfolioId={portfolioId}
            progress={progress}
            anyOn={setting.sources.length > 0}
            askable={askable}
          />
        </Card>
        <Section title={t('table.title')} description={t('table.description')}>
          {total > 0 ? <PriceTable portfolioId={portfolioId} reading={reading} /> : <Empty portfolioId={portfolioId} />}
        </Section>
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-2">
          <Card className="grid gap-4">
            <SourceList on={setting.sources} feeds={feeds} keys={keys} />
          </Card>
          <Section title={t('file.title')} description={t('file.description')}>
            <PriceDrop portfolioId={portfolioId} />
          </Section>
        </div>
      </div>
    </ClientMessages>
  )
}

async function Empty({ portfolioId }: { portfolioId: string }) {
  const t = await getTranslations('prices.empty')
  const action = <ButtonLink href={`/${portfolioId}/holdings`}>{t('action')}</ButtonLink>
  return <EmptyState title={t('title')} body={t('body')} action={action} />
}
