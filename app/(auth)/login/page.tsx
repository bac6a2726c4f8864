import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DemoForm } from '@/app/(auth)/demo-form'
import { LoginForm } from '@/app/(auth)/login/login-form'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { findUser } from '@/lib/auth/session'
import { safePath } from '@/lib/core/safe-path'

interface Props {
  searchParams: Promise<{ next?: string | string[]; notice?: string | string[]; error?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.login')
  return { title: t('title') }
}

export default async function LoginPage({ searchParams }: Props) {
  const { next, notice, error } = await searchParams
  const path = safePath(next)
  if (await findUser()) redirect(path)
  const t = await getTranslations('auth.login')
  const link = (text: ReactNode) => (
    <Link
      className="font-semibold text-accent underline underline-offset-2"
      href={path === '/' ? '/register' : `/register?next=${encodeURIComponent(path)}`}
    >
      {text}
    </Link>
  )
  return (
    <>
      {(notice === 'accountDeleted' || notice === 'loggedOut') && <Notice live>{t(notice)}</Notice>}
      {error && (
        <Notice tone="error" live>
          {t('interrupted')}
        </Notice>
      )}
      <Card className="grid gap-4 p-5">
        <h1 className="text-xl">{t('title')}</h1>
        <LoginForm next={path} />
        <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t('or')}
        </p>
        <DemoForm />
      </Card>
      <p>{t.rich('toRegister', { link })}</p>
    </>
  )
}
