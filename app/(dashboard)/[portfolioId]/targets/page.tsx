import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { readFollowing } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { FredNotice } from '@/app/(dashboard)/[portfolioId]/policy/sources/fred-notice'
import { ModelNotes } from '@/app/(dashboard)/[portfolioId]/targets/model-notes'
import { TargetAnswer } from '@/app/(dashboard)/[portfolioId]/targets/target-answer'
import { TargetDesk } from '@/app/(dashboard)/[portfolioId]/targets/target-desk'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { weightsOfHoldings } from '@/lib/core/targets'
import { breakdown } from '@/lib/core/valuation'
import { listAdoptions } from '@/lib/db/adoptions'
import { findPortfolio } from '@/lib/db/portfolios'
import { findSnapshot } from '@/lib/db/snapshot'
import { listTargetModels } from '@/lib/db/target-models'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('targets')
  return { title: t('title') }
}

export default async function TargetsPage({ params }: { params: Promise<{ portfolioId: string }> }) {
  const { portfolioId } = await params
  const user = await requireUser()
  const portfolio = await findPortfolio(user.id, portfolioId)
  const snapshot = portfolio && (await findSnapshot(user.id, portfolioId))
  if (!portfolio || !snapshot) notFound()
  const [adoptions, models] = await Promise.all([listAdoptions(user.id, portfolioId), listTargetModels(user.id)])
  const following = await readFollowing(user.id, portfolio, adoptions[0] ?? null)
  const t = await getTranslations('targets')
  // Holdings stay on the server; what is left is six sums.
  const basis = { ...breakdown(snapshot), unpriced: [] }
  return (
    <>
      <PageHead title={t('title')} answer={<TargetAnswer inForce={adoptions[0] ?? null} basis={basis} />} />
      <ModelNotes />
      <ClientMessages only={['targets', 'following']}>
        <TargetDesk
          portfolioId={portfolioId}
          risk={portfolio.riskLevel}
          basis={basis}
          currency={snapshot.currency}
          held={weightsOfHoldings(basis)}
          models={models}
          adoptions={adoptions}
          following={following}
        />
      </ClientMessages>
      <div className="mt-8">
        <FredNotice />
      </div>
    </>
  )
}
