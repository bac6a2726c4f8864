import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AssetsFigure } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/assets-figure'
import { RatesFigure } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/rates-figure'
import { ReservesFigure } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/reserves-figure'
import { SheetAnswer } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/sheet-answer'
import { WatchTable } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/watch-table'
import { PolicyNav } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { factsToday, readPolicy } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { SeriesNote } from '@/app/(dashboard)/[portfolioId]/policy/series-note'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import type { StoredSeriesId } from '@/lib/core/feed-series'
import { findPortfolio } from '@/lib/db/portfolios'

interface Props {
  params: Promise<{ portfolioId: string }>
}

const SHOWN: StoredSeriesId[] = [
  ...(['WALCL', 'WSHOSHO', 'TREAST', 'WSHOMCB', 'DFEDTARU', 'DFEDTARL', 'SOFR', 'IORB'] as const),
  ...(['WRESBAL', 'WTREGEN', 'WDTGAL', 'RRPONTSYD', 'SOMA_BILLS', 'CPIAUCSL', 'PAYEMS', 'UNRATE'] as const),
]

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy.sheet')
  return { title: t('title') }
}

/** What the Federal Reserve does with its balance sheet and its rates. */
export default async function BalanceSheetPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const reading = await readPolicy(user.id)
  const facts = factsToday(reading)
  const t = await getTranslations('policy.sheet')
  const { series, asOf } = reading
  return (
    <>
      <PageHead title={t('title')} answer={<SheetAnswer series={series} facts={facts} />} />
      <PolicyNav portfolioId={portfolioId} current="balanceSheet" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <AssetsFigure reading={reading} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
          <RatesFigure series={series} facts={facts} />
          <ReservesFigure series={series} />
        </div>
        <WatchTable series={series} asOf={asOf} />
        <SeriesNote portfolioId={portfolioId} reading={reading} series={SHOWN} />
      </div>
    </>
  )
}
