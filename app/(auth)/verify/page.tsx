import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { tokenIn } from '@/app/(auth)/link-token'
import { VerifyForm } from '@/app/(auth)/verify/verify-form'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { findLink } from '@/lib/db/one-time-links'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** The address holds a secret: no other site is told it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailbox.verify')
  return { title: t('title'), referrer: 'no-referrer' }
}

/** Opening a link changes nothing, so that a mail scanner confirms no address. */
export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = tokenIn((await searchParams).token)
  const t = await getTranslations('mailbox')
  const works = (await findLink('verify', token, new Date())) !== null
  return (
    <ClientMessages only={['mailbox']}>
      <Card className="grid gap-4 p-5">
        <h1 className="text-xl">{t('verify.title')}</h1>
        {works ? (
          <VerifyForm token={token} />
        ) : (
          <Notice tone="warning">
            <p>{t('over')}</p>
            <p>{t('verify.again')}</p>
          </Notice>
        )}
      </Card>
    </ClientMessages>
  )
}
