import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PolicyNav } from '@/app/(dashboard)/[portfolioId]/policy/policy-nav'
import { FileList } from '@/app/(dashboard)/[portfolioId]/policy/sources/file-list'
import { FredKeyForm } from '@/app/(dashboard)/[portfolioId]/policy/sources/fred-key-form'
import { FredNotice } from '@/app/(dashboard)/[portfolioId]/policy/sources/fred-notice'
import { RefreshPanel } from '@/app/(dashboard)/[portfolioId]/policy/sources/refresh-panel'
import { ReplacedValues } from '@/app/(dashboard)/[portfolioId]/policy/sources/replaced-values'
import { SeriesTable } from '@/app/(dashboard)/[portfolioId]/policy/sources/series-table'
import { SourceList } from '@/app/(dashboard)/[portfolioId]/policy/sources/source-list'
import { Card, PageHead, Section } from '@/components/ui/card'
import { asOf as today } from '@/lib/auth/clock'
import { requireUser } from '@/lib/auth/session'
import { SOURCES } from '@/lib/core/feed-series'
import { daysBefore } from '@/lib/core/units'
import { listFeedStates } from '@/lib/db/feed-states'
import { findPortfolio } from '@/lib/db/portfolios'
import { listReplaced } from '@/lib/db/series'
import { listSeriesFiles } from '@/lib/db/series-files'
import { findSeriesSetting } from '@/lib/db/series-settings'
import { readKeyStanding } from '@/lib/flows/fred-key'
import { readSeriesSet } from '@/lib/flows/read-series'
import { readRefreshProgress } from '@/lib/flows/refresh-progress'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  params: Promise<{ portfolioId: string }>
}

/** A newest value from before this is not worth a line. */
const SHOWN_DAYS = 800
const MOST_REPLACED = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources')
  return { title: t('title') }
}

export default async function SourcesPage({ params }: Props) {
  const { portfolioId } = await params
  const user = await requireUser()
  if (!(await findPortfolio(user.id, portfolioId))) notFound()
  const asOf = await today()
  const [t, setting, feeds, key, progress, reading, replaced, files] = await Promise.all([
    getTranslations('sources'),
    findSeriesSetting(user.id),
    listFeedStates(),
    readKeyStanding(user.id),
    readRefreshProgress(user.id, new Date()),
    readSeriesSet(user.id, { asOf, since: daysBefore(asOf, SHOWN_DAYS) }),
    listReplaced(MOST_REPLACED),
    listSeriesFiles(user.id),
  ])
  const anyOn = SOURCES.some((source) => setting[source])
  return (
    <ClientMessages only={['sources']}>
      <PageHead
        title={t('title')}
        answer={t(`answer.${anyOn ? 'on' : reading.kind === 'stored' ? 'stored' : 'off'}`, {
          fresh: reading.standings.filter(({ state }) => state === 'fresh').length,
          total: reading.standings.length,
        })}
      />
      <PolicyNav portfolioId={portfolioId} current="sources" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Card className="grid gap-4">
            <SourceList setting={setting} feeds={feeds} />
          </Card>
          <Card className="grid gap-4">
            <RefreshPanel progress={progress} anyOn={anyOn} />
            <FredKeyForm standing={key} />
          </Card>
        </div>
        <Section title={t('table.title')} description={t('table.description')}>
          <SeriesTable standings={reading.standings} />
          <ReplacedValues replaced={replaced} />
          <FredNotice />
        </Section>
        <FileList files={files} />
      </div>
    </ClientMessages>
  )
}
