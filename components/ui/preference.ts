const YEAR_SECONDS = 31_536_000

/** How a page looks and speaks; the server reads these cookies, so that the first picture is already right. */
export type Preference = 'locale' | 'theme' | 'hide' | 'tz'

/** Remembers a choice on this device for a year; null forgets it. */
export function writePreference(name: Preference, value: string | null): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : ''
  const age = value === null ? 0 : YEAR_SECONDS
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some supported browsers and over http
  document.cookie = `${name}=${encodeURIComponent(value ?? '')}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`
}

export function readPreference(name: Preference): string | null {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return entry ? decodeURIComponent(entry.slice(name.length + 1)) : null
}
