import { getTranslations } from 'next-intl/server'
import { detailWords } from '@/app/(dashboard)/settings/security/log/event-words'
import { asOf } from '@/lib/auth/clock'
import { findUser } from '@/lib/auth/session'
import { listSecurityEvents, type SecurityEventRow } from '@/lib/db/security-events'
import { attachment, datedFileName } from '@/lib/formats/attachment'
import { type LoggedEvent, securityLogCsv } from '@/lib/formats/security-log-csv'

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' }
/** Far more than a year of an account in use. */
const MOST = 20_000

/** The user's own log of security events as CSV, newest first. */
export async function GET(): Promise<Response> {
  const user = await findUser()
  if (!user) return Response.json({ error: 'signedOut' }, { status: 401, headers: PRIVATE })
  const t = await getTranslations('security.column')
  const heads = {
    at: t('when'),
    kind: t('kind'),
    what: t('what'),
    detail: t('detail'),
    address: t('address'),
    browser: t('browser'),
  }
  const events = await Promise.all((await listSecurityEvents(user.id, MOST)).map(inWords))
  const name = datedFileName('tidemark-security-log', await asOf(), '', 'csv')
  const type = 'text/csv; charset=utf-8; header=present'
  const headers = { ...PRIVATE, 'Content-Type': type, 'Content-Disposition': attachment(name) }
  return new Response(securityLogCsv(heads, events), { headers })
}

async function inWords(event: SecurityEventRow): Promise<LoggedEvent> {
  const t = await getTranslations('security.event')
  const { kind, address, userAgent } = event
  const detail = await detailWords(event)
  return { at: event.at.toISOString(), kind, what: t(kind), detail, address, browser: userAgent }
}
