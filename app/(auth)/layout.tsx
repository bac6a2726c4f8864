import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readLook } from '@/app/look'
import { LocaleSwitch } from '@/components/ui/locale-switch'
import { Logo } from '@/components/ui/logo'
import { ThemeMenu } from '@/components/ui/theme-menu'
import { ClientMessages } from '@/lib/i18n/client-messages'

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('common')
  const themes = { system: t('header.themeSystem'), light: t('header.themeLight'), dark: t('header.themeDark') }
  const { theme } = readLook(await cookies())
  return (
    <ClientMessages only={['auth']}>
      <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 pt-2 pb-6">
        <header className="flex items-center justify-end gap-1">
          <LocaleSwitch label={t('header.language')} />
          <ThemeMenu label={t('header.theme')} initial={theme} names={themes} />
        </header>
        <main id="content" className="grid flex-1 content-center gap-5 py-8">
          <div className="grid gap-2">
            <p className="flex items-center gap-2.5 text-2xl font-semibold">
              <Logo />
              {t('product')}
            </p>
            <p className="text-lg text-pretty text-muted">{t('tagline')}</p>
          </div>
          {children}
        </main>
        <footer className="border-t border-line pt-3 text-sm text-muted">{t('notice')}</footer>
      </div>
    </ClientMessages>
  )
}
