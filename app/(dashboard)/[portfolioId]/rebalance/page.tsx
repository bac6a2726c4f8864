import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { placeIn } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { NoHoldings, NoTarget } from '@/app/(dashboard)/[portfolioId]/rebalance/before-a-plan'
import { defaultChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { Workbench } from '@/app/(dashboard)/[portfolioId]/rebalance/workbench'
import { PageHead } from '@/components/ui/card'
import { asOf } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { findPlanBase } from '@/lib/flows/preview-plan'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rebalance')
  return { title: t('title') }
}

export default async function RebalancePage({ params, searchParams }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  const base = await findPlanBase(user.id, portfolioId)
  if (!base) notFound()
  const { snapshot, adoption } = base
  const defaults = defaultChoices(snapshot.accounts)
  const place = placeIn(`/${portfolioId}/rebalance`, await searchParams, defaults)
  const t = await getTranslations('rebalance')
  return (
    <ClientMessages only={['plans', 'rebalance']}>
      <PageHead title={t('title')} answer={t('question')} />
      {snapshot.accounts.length === 0 ? (
        <NoHoldings portfolioId={portfolioId} />
      ) : adoption ? (
        <Workbench snapshot={snapshot} adoption={adoption} place={place} asOf={await asOf()} />
      ) : (
        <NoTarget portfolioId={portfolioId} />
      )}
    </ClientMessages>
  )
}
