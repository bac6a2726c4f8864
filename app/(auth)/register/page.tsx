import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AddressForm } from '@/app/(auth)/address-form'
import { registerAction } from '@/app/(auth)/register/actions'
import { TextLink } from '@/app/(auth)/text-link'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { findUser } from '@/lib/auth/session'
import { safePath } from '@/lib/core/safe-path'
import { gateEnv } from '@/lib/env'
import { sendsMail } from '@/lib/flows/mail-server'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.register')
  return { title: t('title') }
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const path = safePath((await searchParams).next)
  if (await findUser()) redirect(path)
  const t = await getTranslations('auth.register')
  const mode = gateEnv().REGISTRATION
  return (
    <ClientMessages only={['auth', 'mailbox']}>
      <Card className="grid gap-4 p-5">
        <div className="grid gap-1">
          <h1 className="text-xl">{t('title')}</h1>
          {mode === 'open' && <p className="text-muted">{t('answer')}</p>}
        </div>
        {mode === 'open' ? (
          <AddressForm act={registerAction} words="auth.register" sendsMail={sendsMail()} />
        ) : (
          <Notice>{t(mode === 'invite' ? 'byInvitation' : 'closed')}</Notice>
        )}
      </Card>
      <p>
        {t.rich('toLogin', {
          link: (text) => (
            <TextLink href={path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`}>{text}</TextLink>
          ),
        })}
      </p>
    </ClientMessages>
  )
}
