import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { LinkProvider, UnlinkProvider } from '@/app/(dashboard)/settings/security/provider-buttons'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { formatInstant } from '@/components/values/format'
import { oidcProvider } from '@/lib/auth/oidc'
import { findLinkedAt } from '@/lib/db/oidc-identities'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** The configured OpenID provider as a way into the account; nothing where none is configured. */
export async function ProviderCard({ userId, taken }: { userId: string; taken: boolean }) {
  const provider = oidcProvider()
  if (!provider) return null
  const t = await getTranslations('people.provider')
  const { name, issuer } = provider
  const linkedAt = await findLinkedAt(userId, issuer)
  const when = linkedAt && formatInstant(await getLocale(), linkedAt, await getTimeZone(), 'date')
  return (
    <Section title={t('title', { name })} description={t('description', { name })}>
      {taken && (
        <Notice tone="error" live>
          {t('taken')}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <p>{when ? t('linked', { when }) : t('notLinked')}</p>
        <ClientMessages only={['auth', 'confirm', 'people']}>
          {linkedAt ? <UnlinkProvider name={name} /> : <LinkProvider name={name} />}
        </ClientMessages>
      </div>
    </Section>
  )
}
