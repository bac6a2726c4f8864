'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useTransition } from 'react'
import { writePreference } from '@/components/ui/preference'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locale'

/** Both languages side by side, each by its own name. What is typed on the page stays. */
export function LocaleSwitch({ label }: { label: string }) {
  const current = useLocale()
  const router = useRouter()
  const [pending, start] = useTransition()
  const choose = (locale: Locale) => {
    writePreference('locale', locale)
    start(() => router.refresh())
  }
  return (
    <fieldset className="inline-flex items-center" aria-busy={pending}>
      <legend className="sr-only">{label}</legend>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          title={LOCALE_NAMES[locale].full}
          onClick={() => choose(locale)}
          className="h-8 rounded-md px-1.5 text-sm text-muted hover:bg-sunken hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {LOCALE_NAMES[locale].short}
        </button>
      ))}
    </fieldset>
  )
}
