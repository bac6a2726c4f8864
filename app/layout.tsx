import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/noto-sans-sc/wght.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { CSSProperties, ReactNode } from 'react'
import { readLook } from '@/app/look'
import { TimeZoneCookie } from '@/components/ui/time-zone-cookie'
import { Toaster } from '@/components/ui/toaster'
import { ClientMessages } from '@/lib/i18n/client-messages'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  const product = t('product')
  return { title: { default: product, template: `%s · ${product}` }, description: t('tagline') }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, amountsHidden } = readLook(await cookies())
  const t = await getTranslations()
  const words = { '--word-hidden': JSON.stringify(t('units.amountHidden')) } as CSSProperties
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === 'system' ? undefined : theme}
      data-hide-amounts={amountsHidden ? '' : undefined}
      style={words}
    >
      <body className="font-sans antialiased">
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 rounded-md bg-accent px-3 py-1.5 font-semibold text-on-accent not-focus:sr-only"
        >
          {t('common.skipToContent')}
        </a>
        <ClientMessages only={[]}>
          {children}
          <TimeZoneCookie />
          <Toaster label={t('common.header.notifications')} closeLabel={t('common.action.close')} />
        </ClientMessages>
      </body>
    </html>
  )
}
