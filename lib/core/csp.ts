/** The policy of the page that stands in for the others: its own style and nothing else. */
export const OUTAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The policy of a page: scripts only by this answer's nonce and what those load, everything else from this site alone.
 * `formTargets` are the origins that a form may lead to besides this site. Inline styles are allowed: figures are laid out by them.
 * A development server's scripts are made from texts, which `development` allows.
 */
export function pageCsp(nonce: string, formTargets: readonly string[] = [], development = false): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    ['form-action', "'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
  ].join('; ')
}
