import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvitationList } from '@/app/(dashboard)/settings/people/invitation-list'
import { Invite } from '@/app/(dashboard)/settings/people/invite'
import { Section } from '@/components/ui/card'
import { requireAdministrator } from '@/lib/auth/administrator'
import { listInvitations } from '@/lib/db/invitations'
import { gateEnv } from '@/lib/env'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

/** What is typed where the installation is started; the same in every language. */
const SETTING = { setting: 'REGISTRATION', open: 'open', invite: 'invite', closed: 'closed' }

/** Who may come in. It shows nothing of what anybody keeps here. */
export default async function PeoplePage() {
  const user = await requireAdministrator()
  const t = await getTranslations('people')
  const mode = gateEnv().REGISTRATION
  const invitations = await listInvitations(user.id)
  return (
    <ClientMessages only={['people']}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section title={t('registration')} description={t('howTo', SETTING)}>
          <p>{t(`answer.${mode}`)}</p>
        </Section>
        <Section
          title={t('invitations.title')}
          description={t('invitations.description')}
          actions={mode !== 'closed' && <Invite />}
        >
          <InvitationList invitations={invitations} now={new Date()} />
        </Section>
      </div>
    </ClientMessages>
  )
}
