import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RegisterForm } from '@/app/(auth)/register/register-form'
import { Card } from '@/components/ui/card'
import { findUser } from '@/lib/auth/session'
import { safePath } from '@/lib/core/safe-path'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.register')
  return { title: t('title') }
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const path = safePath((await searchParams).next)
  if (await findUser()) redirect(path)
  const t = await getTranslations('auth.register')
  const link = (text: ReactNode) => (
    <Link
      className="font-semibold text-accent underline underline-offset-2"
      href={path === '/' ? '/login' : `/login?next=${encodeURIComponent(path)}`}
    >
      {text}
    </Link>
  )
  return (
    <>
      <Card className="grid gap-4 p-5">
        <h1 className="text-xl">{t('title')}</h1>
        <RegisterForm next={path} />
      </Card>
      <p>{t.rich('toLogin', { link })}</p>
    </>
  )
}
