import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ArchiveCard } from '@/app/(dashboard)/[portfolioId]/transfer/archive-card'
import { DeleteAccount } from '@/app/(dashboard)/settings/delete-account'
import { Section } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { confirmMeans } from '@/lib/flows/confirm-means'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings')
  return { title: t('title') }
}

/** What belongs to the account as a whole: its data as one file, and its end. */
export default async function AccountPage() {
  const user = await requireUser()
  const [t, data] = await Promise.all([getTranslations('settings'), getTranslations('archive')])
  const kind = user.demo ? 'Demo' : ''
  const { password } = await confirmMeans(user.id)
  return (
    <ClientMessages only={['auth', 'settings']}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section title={data('title')} description={data('settingsHint')}>
          <ArchiveCard />
        </Section>
        <Section title={t(`delete.title${kind}`)} description={t(`delete.description${kind}`)}>
          <DeleteAccount demo={user.demo} password={password} />
        </Section>
      </div>
    </ClientMessages>
  )
}
