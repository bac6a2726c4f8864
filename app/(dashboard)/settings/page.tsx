import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ArchiveCard } from '@/app/(dashboard)/[portfolioId]/transfer/archive-card'
import { DeleteAccount } from '@/app/(dashboard)/settings/delete-account'
import { PasswordForm } from '@/app/(dashboard)/settings/password-form'
import { SessionList } from '@/app/(dashboard)/settings/session-list'
import { TokenList } from '@/app/(dashboard)/settings/token-list'
import { PageHead, Section } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { listApiTokens } from '@/lib/db/api-tokens'
import { listSessions } from '@/lib/db/sessions'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

export default async function SettingsPage() {
  const user = await requireUser()
  const [t, data] = await Promise.all([getTranslations('settings'), getTranslations('archive')])
  const now = new Date()
  const [sessions, tokens] = await Promise.all([listSessions(user.id, now), listApiTokens(user.id, now)])
  const kind = user.demo ? 'Demo' : ''
  return (
    <ClientMessages only={['auth', 'settings']}>
      <PageHead title={t('title')} answer={user.email ? t('signedInAs', { email: user.email }) : t('demo')} />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
        {user.email && (
          <Section title={t('password.title')} description={t('password.description')}>
            <PasswordForm email={user.email} />
          </Section>
        )}
        <SessionList sessions={sessions} presentId={user.sessionId} />
        <TokenList tokens={tokens} />
        <Section title={data('title')} description={data('settingsHint')}>
          <ArchiveCard />
        </Section>
        <Section title={t(`delete.title${kind}`)} description={t(`delete.description${kind}`)}>
          <DeleteAccount demo={user.demo} />
        </Section>
      </div>
    </ClientMessages>
  )
}
