/** The languages of the screens; the first one is the default. */
export const LOCALES = ['en', 'zh-CN'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'en'

export function isLocale(text: string | undefined): text is Locale {
  return (LOCALES as readonly (string | undefined)[]).includes(text)
}

/** The best of our languages for an `Accept-Language` header; any Chinese is answered in Simplified Chinese. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? '').split(',').map(parseWish)
  const known = wishes.filter((wish) => wish.locale !== null && wish.weight > 0)
  return known.sort((a, b) => b.weight - a.weight)[0]?.locale ?? DEFAULT_LOCALE
}

function parseWish(entry: string): { locale: Locale | null; weight: number } {
  const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim())
  const q = parameters.find((part) => part.startsWith('q='))?.slice(2)
  const weight = q === undefined ? 1 : Number.parseFloat(q)
  const language = tag.toLowerCase().split('-')[0] ?? ''
  const locale = LOCALES.find((ours) => ours.toLowerCase().split('-')[0] === language) ?? null
  return { locale, weight: Number.isFinite(weight) ? weight : 0 }
}

/** Each language by its own name: a reader who is lost in the other one must find the way back. */
export const LOCALE_NAMES: Record<Locale, { short: string; full: string }> = {
  en: { short: 'EN', full: 'English' },
  'zh-CN': { short: '中文', full: '简体中文' },
}
