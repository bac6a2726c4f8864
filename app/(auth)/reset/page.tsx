import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { tokenIn } from '@/app/(auth)/link-token'
import { ResetForm } from '@/app/(auth)/reset/reset-form'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { findLink } from '@/lib/db/one-time-links'
import { ClientMessages } from '@/lib/i18n/client-messages'

/** The address holds a secret: no other site is told it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mailbox.reset')
  return { title: t('title'), referrer: 'no-referrer' }
}

/** Opening a link changes nothing, so that a mail scanner does not use it up. */
export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = tokenIn((await searchParams).token)
  const t = await getTranslations('mailbox')
  const works = (await findLink('reset', token, new Date())) !== null
  return (
    <ClientMessages only={['auth', 'mailbox']}>
      <Card className="grid gap-4 p-5">
        <div className="grid gap-1">
          <h1 className="text-xl">{t('reset.title')}</h1>
          {works && <p className="text-muted">{t('reset.answer')}</p>}
        </div>
        {works ? (
          <ResetForm token={token} />
        ) : (
          <>
            <Notice tone="warning">{t('over')}</Notice>
            <ButtonLink href="/forgot" className="h-9">
              {t('reset.again')}
            </ButtonLink>
          </>
        )}
      </Card>
    </ClientMessages>
  )
}
