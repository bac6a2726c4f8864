const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * True when a request that names `origin` (the header's text, null when there is none) and was sent to `host` came from a page of the
 * site at `site`, its configured address. Scheme, name and port must be the site's. The host that was asked is believed only on this
 * machine itself: where the site is a loopback address over http, its other loopback names are the same site.
 */
export function isOwnOrigin(origin: string | null, host: string | null, site: string): boolean {
  const from = origin === null || !URL.canParse(origin) ? null : new URL(origin)
  if (from === null || from.origin !== origin) return false
  const own = new URL(site)
  if (from.origin === own.origin) return true
  const local = [own, from].every((url) => url.protocol === 'http:' && LOOPBACK.test(url.hostname))
  return local && from.host === host
}
