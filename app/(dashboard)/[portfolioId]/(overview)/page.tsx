import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountsTable } from '@/app/(dashboard)/[portfolioId]/(overview)/accounts-table'
import { Answer } from '@/app/(dashboard)/[portfolioId]/(overview)/answer'
import { ApartNotes } from '@/app/(dashboard)/[portfolioId]/(overview)/apart-notes'
import { Charts } from '@/app/(dashboard)/[portfolioId]/(overview)/charts'
import { ClassCards } from '@/app/(dashboard)/[portfolioId]/(overview)/class-cards'
import { ClassTable } from '@/app/(dashboard)/[portfolioId]/(overview)/class-table'
import { EmptyOverview } from '@/app/(dashboard)/[portfolioId]/(overview)/empty-overview'
import { Headline } from '@/app/(dashboard)/[portfolioId]/(overview)/headline'
import { ScopeSwitch } from '@/app/(dashboard)/[portfolioId]/(overview)/scope-switch'
import type { View } from '@/app/(dashboard)/[portfolioId]/(overview)/view'
import { FollowNotice } from '@/app/(dashboard)/[portfolioId]/following/follow-notice'
import { readFollowing } from '@/app/(dashboard)/[portfolioId]/following/read-following'
import { FredNotice } from '@/app/(dashboard)/[portfolioId]/policy/sources/fred-notice'
import { asOf } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { regimePair } from '@/lib/core/models'
import { describePortfolio, isEmpty } from '@/lib/core/overview'
import { findAdoption } from '@/lib/db/adoptions'
import { findPortfolio } from '@/lib/db/portfolios'
import { findSnapshot } from '@/lib/db/snapshot'

interface Props {
  params: Promise<{ portfolioId: string }>
  searchParams: Promise<{ account?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') }
}

/** Where do I stand, and what would it take? */
export default async function OverviewPage({ params, searchParams }: Props) {
  const [{ portfolioId }, { account }, user] = await Promise.all([params, searchParams, requireUser()])
  const portfolio = await findPortfolio(user.id, portfolioId)
  const snapshot = portfolio && (await findSnapshot(user.id, portfolioId))
  if (!snapshot) notFound()
  if (isEmpty(snapshot)) return <EmptyOverview portfolioId={portfolioId} />
  const adoption = await findAdoption(user.id, portfolioId)
  const following = portfolio.followsRegime ? await readFollowing(user.id, portfolio, adoption) : null
  const scope = { asOf: await asOf(), accountId: [account].flat()[0] ?? null }
  const overview = describePortfolio(snapshot, regimePair(portfolio.riskLevel), adoption, scope)
  if (!overview) notFound()
  const view: View = { portfolio, snapshot, overview, adoption }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Answer view={view} />
      {following && <FollowNotice portfolioId={portfolioId} following={following} />}
      <ScopeSwitch view={view} />
      <Headline view={view} />
      <ClassTable view={view} />
      <ClassCards view={view} />
      <ApartNotes view={view} />
      <Charts view={view} />
      <AccountsTable view={view} />
      {following && <FredNotice />}
    </div>
  )
}
