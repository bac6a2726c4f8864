import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ChangeList } from '@/app/(dashboard)/[portfolioId]/policy/change-list'
import { Facts } from '@/app/(dashboard)/[portfolioId]/policy/facts'
import { Legs } from '@/app/(dashboard)/[portfolioId]/policy/legs'
import { PolicyNav } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { PolicyTable } from '@/app/(dashboard)/[portfolioId]/policy/policy-table'
import { readPolicy } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { RegimeAnswer } from '@/app/(dashboard)/[portfolioId]/policy/regime-answer'
import { ScoreFigure } from '@/app/(dashboard)/[portfolioId]/policy/score-figure'
import { SeriesNote } from '@/app/(dashboard)/[portfolioId]/policy/series-note'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { LEG_SERIES } from '@/lib/core/regime/readings'
import { findPortfolio } from '@/lib/db/portfolios'

interface Props {
  params: Promise<{ portfolioId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy')
  return { title: t('title') }
}

/** Which regime are we in, and how do we know? */
export default async function PolicyPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const reading = await readPolicy(user.id)
  const t = await getTranslations('policy')
  const { measured } = reading
  return (
    <>
      <PageHead title={t('title')} answer={<RegimeAnswer reading={reading} portfolioId={portfolioId} />} />
      <PolicyNav portfolioId={portfolioId} current="regime" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {measured && <ScoreFigure reading={reading} measured={measured} />}
        {measured && (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <ChangeList evaluation={measured} />
            <Facts reading={reading} />
          </div>
        )}
        {measured && <Legs evaluations={reading.evaluations} measured={measured} asOf={reading.asOf} />}
        <PolicyTable reading={reading} />
        <SeriesNote portfolioId={portfolioId} reading={reading} series={[...LEG_SERIES, 'DFEDTARU', 'REPO_TOTAL']} />
      </div>
    </>
  )
}
