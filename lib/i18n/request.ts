import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { isLocale, type Locale, preferredLocale } from '@/lib/i18n/locale'
import { validTimeZone } from '@/lib/i18n/time-zone'

/** The language is a choice kept in a cookie, not a part of the address: a link works for a reader of either language. */
async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get('locale')?.value
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language'))
}

export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await requestLocale()
  return {
    locale,
    messages: CATALOGUES[locale],
    timeZone: validTimeZone((await cookies()).get('tz')?.value),
    // One instant for the whole request, so that the server's text and the browser's agree.
    now: new Date(),
  }
})
