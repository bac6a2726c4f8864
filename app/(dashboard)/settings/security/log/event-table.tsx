import { getTranslations } from 'next-intl/server'
import { detailWords } from '@/app/(dashboard)/settings/security/log/event-words'
import { ListTable } from '@/components/ui/list-table'
import { RowHead, Td, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { readUserAgent } from '@/lib/core/user-agent'
import type { SecurityEventRow } from '@/lib/db/security-events'

export async function EventTable({ events }: { events: SecurityEventRow[] }) {
  const t = await getTranslations('security.log')
  const columns = [
    { title: t('what') },
    { title: t('when') },
    { title: t('from'), className: 'max-sm:hidden' },
    { title: t('device'), className: 'max-sm:hidden' },
  ]
  return (
    <ListTable label={t('title')} columns={columns}>
      {events.map((event) => (
        <EventRow key={event.id} event={event} />
      ))}
    </ListTable>
  )
}

async function EventRow({ event }: { event: SecurityEventRow }) {
  const t = await getTranslations()
  const { browser, system } = readUserAgent(event.userAgent)
  const known = {
    browser: browser ?? t('settings.sessions.unknownBrowser'),
    system: system ?? t('settings.sessions.unknownSystem'),
  }
  const detail = await detailWords(event)
  return (
    <Tr>
      <RowHead className="py-1 pl-4">
        {t(`security.event.${event.kind}`)}
        {detail && <span className="font-normal break-words text-muted"> {detail}</span>}
        {/* A phone has no room for a column of its own. */}
        <span className="block text-sm font-normal break-all text-muted sm:hidden">{event.address}</span>
      </RowHead>
      <Td className="max-sm:pr-4">
        <Instant value={event.at} />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        {event.address || <span className="text-muted">{t('security.log.unknownAddress')}</span>}
      </Td>
      <Td className="pr-4 max-sm:hidden">{t('settings.sessions.browserOnSystem', known)}</Td>
    </Tr>
  )
}
