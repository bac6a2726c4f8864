import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { logOutAction } from '@/app/(auth)/actions'
import { EndOtherSessionsButton, EndSessionButton } from '@/app/(dashboard)/settings/end-session-button'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { RowHead, Table, Td, Th, Tr } from '@/components/ui/table'
import { Instant } from '@/components/values/date'
import { formatInstant } from '@/components/values/format'
import { readUserAgent } from '@/lib/core/user-agent'
import type { SessionSummary } from '@/lib/db/sessions'

/** The devices that are logged in, this one first. */
export async function SessionList({ sessions, presentId }: { sessions: SessionSummary[]; presentId: string }) {
  const t = await getTranslations('settings.sessions')
  const rows = sessions.toSorted((a, b) => Number(b.id === presentId) - Number(a.id === presentId))
  return (
    <Section title={t('title')} description={t('description')} actions={rows.length > 1 && <EndOtherSessionsButton />}>
      <Table label={t('title')}>
        <thead>
          <tr>
            <Th>{t('device')}</Th>
            <Th>{t('lastSeen')}</Th>
            <Th className="max-sm:hidden">{t('since')}</Th>
            <Th>
              <span className="sr-only">{t('action')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((session) => (
            <SessionRow key={session.id} session={session} present={session.id === presentId} />
          ))}
        </tbody>
      </Table>
    </Section>
  )
}

async function SessionRow({ session, present }: { session: SessionSummary; present: boolean }) {
  const t = await getTranslations('settings.sessions')
  const { browser, system } = readUserAgent(session.userAgent)
  const known = { browser: browser ?? t('unknownBrowser'), system: system ?? t('unknownSystem') }
  const device = t('browserOnSystem', known)
  const when = formatInstant(await getLocale(), session.lastSeenAt, await getTimeZone(), 'both')
  return (
    <Tr>
      <RowHead>{device}</RowHead>
      <Td>{present ? t('present') : <Instant value={session.lastSeenAt} />}</Td>
      <Td className="max-sm:hidden">
        <Instant value={session.createdAt} />
      </Td>
      <Td numeric>
        {present ? (
          <form action={logOutAction}>
            <Button type="submit" variant="quiet">
              {t('end')}
            </Button>
          </form>
        ) : (
          <EndSessionButton sessionId={session.id} name={t('endNamed', { device, when })} />
        )}
      </Td>
    </Tr>
  )
}
