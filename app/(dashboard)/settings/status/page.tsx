import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FeedTable } from '@/app/(dashboard)/settings/status/feed-table'
import { JobTable } from '@/app/(dashboard)/settings/status/job-table'
import { ServerFacts } from '@/app/(dashboard)/settings/status/server-facts'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { requireUser } from '@/lib/auth/session'
import { readStatus } from '@/lib/flows/read-status'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('status')
  return { title: t('title') }
}

/** How the installation stands; for administrators, and for nobody else there is no such page. */
export default async function StatusPage() {
  const user = await requireUser()
  if (!user.admin) notFound()
  const at = new Date()
  const [t, status] = await Promise.all([getTranslations('status'), readStatus(at)])
  const failed = status.jobs?.reduce((sum, job) => sum + job.failed, 0) ?? 0
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section title={t('title')} description={t('description')}>
        {failed > 0 && <Notice tone="warning">{t('jobs.someFailed', { count: failed })}</Notice>}
        <ServerFacts status={status} />
      </Section>
      <Section title={t('jobs.title')} description={t(`jobs.in.${status.jobsIn}`)}>
        {status.jobs ? <JobTable jobs={status.jobs} at={at} /> : <Notice tone="error">{t('jobs.unknown')}</Notice>}
      </Section>
      <Section title={t('feeds.title')} description={t('feeds.description')}>
        {status.feeds.length > 0 ? (
          <FeedTable feeds={status.feeds} at={at} />
        ) : (
          <p className="text-muted">{t('feeds.none')}</p>
        )}
      </Section>
    </div>
  )
}
