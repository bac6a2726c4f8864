import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NoPlans } from '@/app/(dashboard)/[portfolioId]/plans/no-plans'
import { PlanTable } from '@/app/(dashboard)/[portfolioId]/plans/plan-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { listPlans } from '@/lib/db/plans'
import { findPortfolio } from '@/lib/db/portfolios'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans')
  return { title: t('title') }
}

export default async function PlansPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  const portfolio = await findPortfolio(user.id, portfolioId)
  if (!portfolio) notFound()
  const plans = await listPlans(user.id, portfolioId)
  const t = await getTranslations('plans')
  const make = (
    <ButtonLink variant="primary" href={`/${portfolioId}/rebalance`}>
      {t(plans.length > 0 ? 'new' : 'empty.action')}
    </ButtonLink>
  )
  return (
    <ClientMessages only={['plans']}>
      <PageHead
        title={t('title')}
        answer={plans.length > 0 ? t('count', { count: plans.length }) : undefined}
        actions={
          <>
            <ButtonLink href={`/${portfolioId}/plans/import`}>
              {(await getTranslations('planFiles.open'))('action')}
            </ButtonLink>
            {plans.length > 0 && make}
          </>
        }
      />
      {plans.length > 0 ? (
        <PlanTable plans={plans} listPath={`/${portfolioId}/plans`} />
      ) : (
        <NoPlans action={make} currency={portfolio.baseCurrency} />
      )}
    </ClientMessages>
  )
}
