import type { Probe } from '@/scripts/probes/probe'
import { makeOwner, type Owner } from '@/scripts/probes/security/people'
import { type Answer, ask, innardsIn, type Site } from '@/scripts/probes/security/site'

const STRICT: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(?:same-origin|no-referrer)$/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'content-security-policy': /frame-ancestors 'none'/,
  'x-request-id': /^[\da-f-]{36}$/,
}
const TOLD_TOO_MUCH = ['x-powered-by', 'server', 'x-aspnet-version']

/** Answers of every kind: pages, redirects, refusals, files, what is not there, what cannot be read. */
const addresses = ({ id }: Owner): string[] => [
  ...[
    '/login',
    '/register',
    '/',
    '/portfolios',
    '/settings',
    '/nowhere',
    '/login/',
    '/%E0%A4%A',
    '/_next/static/nowhere.js',
  ],
  ...[
    '/api/health',
    '/api/ready',
    '/api/v1/schema',
    '/api/v1/plan',
    '/api/nowhere',
    '/api/auth/session',
    '/api/auth/csrf',
  ],
  ...[
    '/api/archive',
    '/api/symbols?q=V',
    '/api/jobs/series',
    '/api/plan-file',
    '/icon.svg',
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
  ],
  ...['', '/holdings', '/rebalance', '/targets', '/policy', `/plans/${id('Plan')}`, '/plans/nobody'].map(
    (path) => `/${id('Portfolio')}${path}`,
  ),
  `/api/export/holdings/${id('Portfolio')}?format=csv`,
  `/api/export/plan/${id('Plan')}?format=pdf`,
  `/${'a'.repeat(4_000)}`,
]

function faultsOf(path: string, { status, headers, text }: Answer): string[] {
  const found = Object.entries(STRICT)
    .filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
    .map(([name]) => `${path} (${status}): ${name} is "${headers.get(name) ?? ''}"`)
  for (const name of TOLD_TOO_MUCH) if (headers.has(name)) found.push(`${path}: says ${name}`)
  if (headers.has('access-control-allow-origin')) found.push(`${path}: lets other sites read it`)
  const inside = innardsIn(text)
  if (inside && !/html/.test(headers.get('content-type') ?? '')) found.push(`${path} (${status}): shows ${inside}`)
  return found
}

export const strictHeaders = (site: Site): Probe => ({
  name: 'strict headers on every answer',
  run: async () => {
    const owner = await makeOwner(site)
    const failures: string[] = []
    let tries = 0
    for (const path of addresses(owner)) {
      for (const [method, cookie] of [
        ['GET', owner.cookie],
        ['GET', ''],
        ['HEAD', ''],
        ['POST', owner.cookie],
        ['PUT', ''],
      ] as const) {
        tries += 1
        const answer = await ask(site, path, { method, ...(cookie && { cookie }) })
        failures.push(...faultsOf(`${method} ${path.slice(0, 80)}`, answer))
        if (answer.status >= 500) failures.push(`${method} ${path.slice(0, 80)}: ${answer.status}`)
      }
    }
    return { tries, failures }
  },
})

/** Scripts of a page, each with what stands in its tag. */
const scriptsIn = (html: string): string[] => [...html.matchAll(/<script\b([^>]*)>/gi)].map((match) => match[1] ?? '')
const HANDLER = /<[a-z][^>]*\son[a-z]+\s*=/i

function scriptFaults(path: string, { headers, text }: Answer): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  if (!nonce) return [`${path}: its policy has no nonce`]
  const found: string[] = []
  const scripts = scriptsIn(text)
  if (scripts.length === 0) found.push(`${path}: has no script at all`)
  if (scripts.some((tag) => !tag.includes(`nonce="${nonce}"`))) found.push(`${path}: has a script without the nonce`)
  if (HANDLER.test(text.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')))
    found.push(`${path}: has a handler in a tag`)
  if (/unsafe-eval|script-src[^;]*unsafe-inline/.test(policy)) found.push(`${path}: its policy lets any script run`)
  return found
}

export const nonces = (site: Site): Probe => ({
  name: 'scripts run by a nonce of their own answer',
  run: async () => {
    const owner = await makeOwner(site)
    const paths = addresses(owner).filter((path) => !/^\/(?:api|_next|icon|login\/|%)/.test(path))
    const failures: string[] = []
    const seen = new Set<string>()
    let pages = 0
    for (const path of [...paths, ...paths]) {
      const answer = await ask(site, path, { cookie: owner.cookie })
      if (!/html/.test(answer.headers.get('content-type') ?? '') || (answer.status >= 300 && answer.status < 400))
        continue
      pages += 1
      failures.push(...scriptFaults(path.slice(0, 80), answer))
      const policy = answer.headers.get('content-security-policy') ?? ''
      if (seen.has(policy)) failures.push(`${path.slice(0, 80)}: a nonce was used twice`)
      seen.add(policy)
    }
    return { tries: pages, failures }
  },
})

export const notKept = (site: Site): Probe => ({
  name: 'nothing of a user is kept on the way',
  run: async () => {
    const owner = await makeOwner(site)
    const failures: string[] = []
    const paths = addresses(owner).filter(
      (path) => !/^\/(?:_next|icon|api\/v1\/schema|api\/health|api\/ready|%)/.test(path),
    )
    for (const path of paths) {
      const { headers, status } = await ask(site, path, { cookie: owner.cookie })
      // A redirect and a refused method say nothing of anybody.
      if ((status >= 300 && status < 400) || status === 405) continue
      if (!/no-store/.test(headers.get('cache-control') ?? '')) {
        failures.push(`${path.slice(0, 80)} (${status}): Cache-Control is "${headers.get('cache-control') ?? ''}"`)
      }
    }
    return { tries: paths.length, failures }
  },
})
