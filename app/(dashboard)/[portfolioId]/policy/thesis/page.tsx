import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PolicyNav } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { OwnPrices } from '@/app/(dashboard)/[portfolioId]/policy/prices/own-prices'
import { priceWords } from '@/app/(dashboard)/[portfolioId]/policy/prices/price-words'
import { readPolicy } from '@/app/(dashboard)/[portfolioId]/policy/read-policy'
import { SeriesNote } from '@/app/(dashboard)/[portfolioId]/policy/series-note'
import { tryThesisAction } from '@/app/(dashboard)/[portfolioId]/policy/thesis/actions'
import { readStart } from '@/app/(dashboard)/[portfolioId]/policy/thesis/start'
import { StartForm } from '@/app/(dashboard)/[portfolioId]/policy/thesis/start-form'
import { ThesisAnswer } from '@/app/(dashboard)/[portfolioId]/policy/thesis/thesis-answer'
import { ThesisResult } from '@/app/(dashboard)/[portfolioId]/policy/thesis/thesis-result'
import { PageHead } from '@/components/ui/card'
import { formatDate } from '@/components/values/format'
import { requireUser } from '@/lib/auth/session'
import type { StoredSeriesId } from '@/lib/core/feed-series'
import { ARTICLE } from '@/lib/core/thesis/claims'
import { findPortfolio } from '@/lib/db/portfolios'

interface Props {
  params: Promise<{ portfolioId: string }>
  searchParams: Promise<{ t0?: string | string[] }>
}

const SHOWN: StoredSeriesId[] = [
  ...(['WALCL', 'WRESBAL', 'DFEDTARU', 'SOMA_BILLS', 'PAYEMS', 'UNRATE'] as const),
  ...(['HOUST', 'UMCSENT', 'DGS3MO', 'DGS20', 'DGS30'] as const),
]

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('thesis')
  return { title: t('title') }
}

/** Does the article's thesis hold? */
export default async function ThesisPage({ params, searchParams }: Props) {
  const [{ portfolioId }, { t0 }, user] = await Promise.all([params, searchParams, requireUser()])
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const reading = await readPolicy(user.id)
  const { series, asOf } = reading
  const start = readStart(t0, asOf)
  const input = { series, own: {}, start: start.date, asOf }
  const t = await getTranslations('thesis')
  const locale = await getLocale()
  return (
    <>
      <PageHead title={t('title')} answer={<ThesisAnswer {...input} />} />
      <PolicyNav portfolioId={portfolioId} current="thesis" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <p className="max-w-[70rem]">
          <cite className="not-italic">{t('article.title')}</cite>{' '}
          <span className="text-muted">
            {t('article.cited', {
              publisher: ARTICLE.publisher,
              after: formatDate(locale, ARTICLE.after),
              before: formatDate(locale, ARTICLE.before),
            })}
          </span>
        </p>
        <StartForm portfolioId={portfolioId} start={start} asOf={asOf} />
        <OwnPrices key={start.date} words={await priceWords()} input={{ start: start.date }} action={tryThesisAction}>
          <ThesisResult {...input} />
        </OwnPrices>
        <SeriesNote portfolioId={portfolioId} reading={reading} series={SHOWN} />
      </div>
    </>
  )
}
