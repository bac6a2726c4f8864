import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DemoForm } from '@/app/(auth)/demo-form'
import { LoginForm } from '@/app/(auth)/login/login-form'
import { PasskeyButton } from '@/app/(auth)/login/passkey-button'
import { ProviderButton } from '@/app/(auth)/login/provider-button'
import { TextLink } from '@/app/(auth)/text-link'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { oidcProvider } from '@/lib/auth/oidc'
import { findUser } from '@/lib/auth/session'
import { safePath } from '@/lib/core/safe-path'
import { gateEnv } from '@/lib/env'
import { ClientMessages } from '@/lib/i18n/client-messages'

interface Props {
  searchParams: Promise<{ next?: string | string[]; notice?: string | string[]; error?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.login')
  return { title: t('title') }
}

const NOTICES = ['accountDeleted', 'loggedOut', 'passwordReset'] as const

export default async function LoginPage({ searchParams }: Props) {
  const { next, notice, error } = await searchParams
  const path = safePath(next)
  if (await findUser()) redirect(path)
  const t = await getTranslations('auth.login')
  const told = NOTICES.find((known) => known === notice)
  const provider = oidcProvider()
  return (
    <ClientMessages only={['auth', 'mailbox']}>
      {told && <Notice live>{t(told)}</Notice>}
      {error && (
        <Notice tone="error" live>
          {t(error === 'AccessDenied' ? 'refused' : 'interrupted')}
        </Notice>
      )}
      <Card className="grid gap-4 p-5">
        <h1 className="text-xl">{t('title')}</h1>
        <LoginForm next={path}>
          <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('or')}
          </p>
          <PasskeyButton next={path} />
          {provider && <ProviderButton name={provider.name} next={path} />}
          <DemoForm />
        </LoginForm>
      </Card>
      <ToRegister next={path} />
    </ClientMessages>
  )
}

/** The way to an account, where this installation takes new users. */
async function ToRegister({ next }: { next: string }) {
  const t = await getTranslations('auth.login')
  const mode = gateEnv().REGISTRATION
  if (mode !== 'open') return <p className="text-muted">{t(mode === 'invite' ? 'noNewcomers' : 'noneAtAll')}</p>
  const href = next === '/' ? '/register' : `/register?next=${encodeURIComponent(next)}`
  return <p>{t.rich('toRegister', { link: (text) => <TextLink href={href}>{text}</TextLink> })}</p>
}
