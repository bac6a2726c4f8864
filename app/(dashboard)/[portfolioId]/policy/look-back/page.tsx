import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { lookBackAction } from '@/app/(dashboard)/[portfolioId]/policy/look-back/actions'
import { readChoices } from '@/app/(dashboard)/[portfolioId]/policy/look-back/choices'
import { FindingSentence } from '@/app/(dashboard)/[portfolioId]/policy/look-back/finding-sentence'
import { LookBackResult } from '@/app/(dashboard)/[portfolioId]/policy/look-back/look-back-result'
import { runLookBack } from '@/app/(dashboard)/[portfolioId]/policy/look-back/run-look-back'
import { TermsForm } from '@/app/(dashboard)/[portfolioId]/policy/look-back/terms-form'
import { PolicyNav } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { OwnPrices } from '@/app/(dashboard)/[portfolioId]/policy/prices/own-prices'
import { priceWords } from '@/app/(dashboard)/[portfolioId]/policy/prices/price-words'
import { readPolicy } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { SeriesNote } from '@/app/(dashboard)/[portfolioId]/policy/series-note'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { LEG_SERIES } from '@/lib/core/regime/readings'
import { findPortfolio } from '@/lib/db/portfolios'

interface Props {
  params: Promise<{ portfolioId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lookBack')
  return { title: t('title') }
}

/** What following the measured regime would have done, hypothetically. */
export default async function LookBackPage({ params, searchParams }: Props) {
  const [{ portfolioId }, asked, user] = await Promise.all([params, searchParams, requireUser()])
  const portfolio = await findPortfolio(user.id, portfolioId)
  if (!portfolio) notFound()
  const reading = await readPolicy(user.id)
  const choices = readChoices(asked, portfolio.riskLevel)
  const result = runLookBack(reading, choices, {})
  const t = await getTranslations('lookBack')
  return (
    <>
      <PageHead title={t('title')} answer={<FindingSentence result={result} />} />
      <PolicyNav portfolioId={portfolioId} current="lookBack" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <TermsForm key={JSON.stringify(choices)} portfolioId={portfolioId} choices={choices} />
        <OwnPrices
          key={`prices ${JSON.stringify(choices)}`}
          words={await priceWords()}
          input={choices}
          action={lookBackAction}
        >
          <LookBackResult result={result} />
        </OwnPrices>
        <SeriesNote portfolioId={portfolioId} reading={reading} series={['DGS20', 'DGS30', 'DGS3MO', ...LEG_SERIES]} />
      </div>
    </>
  )
}
