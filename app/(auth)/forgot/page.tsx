import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AddressForm } from '@/app/(auth)/address-form'
import { requestResetAction } from '@/app/(auth)/forgot/actions'
import { TextLink } from '@/app/(auth)/text-link'
import { Card } from '@/components/ui/card'
import { sendsMail } from '@/lib/flows/mail-server'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailbox.forgot')
  return { title: t('title') }
}

export default async function ForgotPage() {
  const t = await getTranslations('mailbox.forgot')
  return (
    <ClientMessages only={['auth', 'mailbox']}>
      <Card className="grid gap-4 p-5">
        <div className="grid gap-1">
          <h1 className="text-xl">{t('title')}</h1>
          <p className="text-muted">{t('answer')}</p>
        </div>
        <AddressForm act={requestResetAction} words="mailbox.forgot" sendsMail={sendsMail()} />
      </Card>
      <p>{t.rich('toLogin', { link: (text) => <TextLink href="/login">{text}</TextLink> })}</p>
    </ClientMessages>
  )
}
