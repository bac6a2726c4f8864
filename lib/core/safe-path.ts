const NOWHERE = 'http://nowhere.invalid'
const NEVER_AGAIN = /^\/(?:login|register|join|forgot|reset|verify|api)(?:[/?#]|$)/

/** A path on this site from an untrusted text, or `/`: whatever a browser would read as another host, a script or a sign-in page is `/`. */
export function safePath(text: unknown): string {
  if (typeof text !== 'string' || !text.startsWith('/') || !URL.canParse(text, NOWHERE)) return '/'
  const url = new URL(text, NOWHERE)
  const path = `${url.pathname}${url.search}${url.hash}`
  return url.origin === NOWHERE && !path.startsWith('//') && !NEVER_AGAIN.test(path) ? path : '/'
}
