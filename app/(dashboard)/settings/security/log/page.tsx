import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventTable } from '@/app/(dashboard)/settings/security/log/event-table'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { isUuid } from '@/lib/core/uuid'
import { listSecurityEvents } from '@/lib/db/security-events'

const PAGE = 50
const PATH = '/settings/security/log'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('security.log')
  return { title: t('title') }
}

/** The user's own events, newest first; `?before=` an event goes further back. */
export default async function SecurityLogPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string | string[] }>
}) {
  const user = await requireUser()
  const { before } = await searchParams
  const from = typeof before === 'string' && isUuid(before) ? before : undefined
  const t = await getTranslations('security.log')
  const found = await listSecurityEvents(user.id, PAGE + 1, from)
  const shown = found.slice(0, PAGE)
  const last = found.length > PAGE ? shown.at(-1) : undefined
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={
        <a
          href="/api/export/security-log"
          download
          className="inline-flex h-8 items-center rounded-md border border-line-strong bg-surface px-3 font-semibold hover:bg-sunken"
        >
          {t('csv')}
        </a>
      }
    >
      {shown.length > 0 ? <EventTable events={shown} /> : <p className="text-muted">{t(from ? 'end' : 'none')}</p>}
      {(from || last) && (
        <nav aria-label={t('pages')} className="flex flex-wrap gap-2">
          {from && <ButtonLink href={PATH}>{t('newest')}</ButtonLink>}
          {last && <ButtonLink href={`${PATH}?before=${last.id}`}>{t('older')}</ButtonLink>}
        </nav>
      )}
    </Section>
  )
}
