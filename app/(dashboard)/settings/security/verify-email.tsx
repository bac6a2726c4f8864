import { getTranslations } from 'next-intl/server'
import { VerifyEmailButton } from '@/app/(dashboard)/settings/security/verify-email-button'
import { Section } from '@/components/ui/card'
import { findAddress } from '@/lib/db/mailbox-links'
import { sendsMail } from '@/lib/flows/mail-server'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** Asks a user to confirm their address; nothing once it is confirmed, nor for a demo user, who has none. */
export async function VerifyEmail({ userId }: { userId: string }) {
  const known = await findAddress(userId)
  if (!known || known.verified) return null
  const t = await getTranslations('security.verify')
  return (
    <Section title={t('title')} description={t('description')}>
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 break-words">{t('unconfirmed', { email: known.email })}</p>
        <ClientMessages only={['mailbox', 'security']}>
          <VerifyEmailButton sendsMail={sendsMail()} />
        </ClientMessages>
      </div>
    </Section>
  )
}
