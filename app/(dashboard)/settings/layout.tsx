import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SettingsNav } from '@/app/(dashboard)/settings/settings-nav'
import { PageHead } from '@/components/ui/card'
import { requireUser } from '@/lib/auth/session'
import { ClientMessages } from '@/lib/i18n/client-messages'

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const user = await requireUser()
  const t = await getTranslations('settings')
  return (
    <>
      <PageHead
        title={t('title')}
        answer={user.email ? t('signedInAs', { email: user.email }) : user.demo && t('demo')}
      />
      <ClientMessages only={['factors']}>
        <SettingsNav admin={user.admin} />
      </ClientMessages>
      <div className="max-w-4xl">{children}</div>
    </>
  )
}
