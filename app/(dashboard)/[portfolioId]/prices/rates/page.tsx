import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EcbCard } from '@/app/(dashboard)/[portfolioId]/prices/rates/ecb-card'
import { NeededRates, neededRates } from '@/app/(dashboard)/[portfolioId]/prices/rates/needed-rates'
import { RateFile } from '@/app/(dashboard)/[portfolioId]/prices/rates/rate-file'
import { RateForm } from '@/app/(dashboard)/[portfolioId]/prices/rates/rate-form'
import { StoredRates } from '@/app/(dashboard)/[portfolioId]/prices/rates/stored-rates'
import { Card, PageHead, Section } from '@/components/ui/card'
import { asOf as today } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { isUuid } from '@/lib/core/uuid'
import { findBook } from '@/lib/db/book'
import { findFeedState } from '@/lib/db/feed-states'
import { listNewestRates } from '@/lib/db/fx-rates'
import { isEcbOn } from '@/lib/db/fx-settings'
import { ECB_FEED } from '@/lib/flows/fetch-rates'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('currencies')
  return { title: t('title') }
}

export default async function RatesPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  const book = isUuid(portfolioId) ? await findBook(user.id, portfolioId) : null
  if (!book) notFound()
  const asOf = await today()
  const [t, rates, ecbOn, feed] = await Promise.all([
    getTranslations('currencies'),
    listNewestRates(user.id),
    isEcbOn(user.id),
    findFeedState(ECB_FEED),
  ])
  const needed = neededRates(book, rates, asOf)
  const missing = needed.filter(({ rate }) => rate === null).length
  const stale = needed.filter(({ isStale }) => isStale).length
  return (
    <ClientMessages only={['currencies', 'holdings', 'sources']}>
      <PageHead
        title={t('title')}
        answer={t('answer', { count: needed.length, missing, stale, base: book.currency })}
        actions={
          <Link href={`/${portfolioId}/holdings`} className="text-accent underline-offset-2 hover:underline">
            {t('toHoldings')}
          </Link>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <NeededRates needed={needed} base={book.currency} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <RateForm
              base={book.currency}
              wanted={needed.find(({ rate }) => rate === null)?.currency ?? needed[0]?.currency ?? null}
              asOf={asOf}
            />
          </Card>
          <Card className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <EcbCard on={ecbOn} feed={feed} />
          </Card>
        </div>
        <Section title={t('file.title')} description={t('file.description')}>
          <RateFile />
        </Section>
        <Section title={t('stored.title')} description={t('stored.description')}>
          <StoredRates rates={rates} />
        </Section>
      </div>
    </ClientMessages>
  )
}
