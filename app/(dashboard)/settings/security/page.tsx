import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PasswordForm } from '@/app/(dashboard)/settings/password-form'
import { Authenticator } from '@/app/(dashboard)/settings/security/authenticator'
import { PasskeyList } from '@/app/(dashboard)/settings/security/passkey-list'
import { ProviderCard } from '@/app/(dashboard)/settings/security/provider-card'
import { VerifyEmail } from '@/app/(dashboard)/settings/security/verify-email'
import { SessionList } from '@/app/(dashboard)/settings/session-list'
import { TokenList } from '@/app/(dashboard)/settings/token-list'
import { Section } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { listApiTokens } from '@/lib/db/api-tokens'
import { listSessions, type SessionUser } from '@/lib/db/sessions'
import { confirmMeans } from '@/lib/flows/confirm-means'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('factors.nav')
  return { title: t('security') }
}

/** The ways into the account, and where it is open. */
export default async function SecurityPage({
  searchParams,
}: {
  searchParams: Promise<{ notice?: string | string[] }>
}) {
  const user = await requireUser()
  const { notice } = await searchParams
  const now = new Date()
  const [sessions, tokens] = await Promise.all([listSessions(user.id, now), listApiTokens(user.id, now)])
  const t = await getTranslations('factors')
  return (
    <ClientMessages only={['auth', 'factors', 'settings']}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {user.demo ? (
          <p className="text-muted">{t('demo')}</p>
        ) : (
          <WaysIn user={user} providerTaken={notice === 'providerTaken'} />
        )}
        <SessionList sessions={sessions} presentId={user.sessionId} />
        <TokenList tokens={tokens} />
      </div>
    </ClientMessages>
  )
}

async function WaysIn({ user, providerTaken }: { user: SessionUser; providerTaken: boolean }) {
  const t = await getTranslations('settings.password')
  const { password } = await confirmMeans(user.id)
  return (
    <>
      <VerifyEmail userId={user.id} />
      {password && (
        <Section title={t('title')} description={t('description')}>
          <PasswordForm email={user.email ?? ''} />
        </Section>
      )}
      <Authenticator userId={user.id} />
      <PasskeyList userId={user.id} />
      <ProviderCard userId={user.id} taken={providerTaken} />
    </>
  )
}
