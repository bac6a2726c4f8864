import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConfirmProvider } from '@/app/(dashboard)/confirm/confirm-provider'
import { DemoBanner } from '@/app/(dashboard)/demo-banner'
import { Header } from '@/app/(dashboard)/header'
import { requireUser } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await requireUser()
  const t = await getTranslations('common')
  return (
    <div className="flex min-h-dvh flex-col">
      {user.demoExpiresAt && <DemoBanner expiresAt={user.demoExpiresAt} />}
      <Header user={user} />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[96rem] flex-1 px-3 py-4 outline-none sm:px-5">
        <ClientMessages only={['confirm']}>
          <ConfirmProvider>{children}</ConfirmProvider>
        </ClientMessages>
      </main>
      <footer className="mx-auto w-full max-w-[96rem] px-3 py-4 text-muted sm:px-5">{t('notice')}</footer>
    </div>
  )
}
