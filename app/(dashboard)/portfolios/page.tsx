import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CreatePortfolio } from '@/app/(dashboard)/portfolios/create-portfolio'
import { FirstPortfolio } from '@/app/(dashboard)/portfolios/first-portfolio'
import { PortfolioTable } from '@/app/(dashboard)/portfolios/portfolio-table'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { listPortfolios } from '@/lib/db/portfolios'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  searchParams: Promise<{ new?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portfolios')
  return { title: t('title') }
}

export default async function PortfoliosPage({ searchParams }: Props) {
  const user = await requireUser()
  const t = await getTranslations('portfolios')
  const asked = (await searchParams).new !== undefined
  const portfolios = await listPortfolios(user.id)
  const create = (
    <CreatePortfolio key={String(asked)} asked={asked} label={t(portfolios.length > 0 ? 'new' : 'empty.action')} />
  )
  return (
    <ClientMessages only={['portfolios', 'currencies']}>
      <PageHead
        title={t('title')}
        answer={portfolios.length > 0 ? t('count', { count: portfolios.length }) : undefined}
        actions={portfolios.length > 0 ? create : undefined}
      />
      {portfolios.length > 0 ? (
        <PortfolioTable portfolios={portfolios} lastId={user.lastPortfolioId} />
      ) : (
        <FirstPortfolio action={create} />
      )}
    </ClientMessages>
  )
}
