import { request as rawRequest } from 'node:http'
import { actionId } from '@/scripts/probes/action-id'
import type { Probe } from '@/scripts/probes/probe'
import { CASES } from '@/scripts/probes/security/cases'
import { signIn } from '@/scripts/probes/security/cookies'
import { makeOwner, makePerson } from '@/scripts/probes/security/people'
import { digestOf } from '@/scripts/probes/security/rows'
import { argumentsText, type Site } from '@/scripts/probes/security/site'

const FOREIGN = [
  'https://evil.example',
  'null',
  '',
  'http://localhost',
  'http://localhost.evil.example',
  'file://',
  'http://127.0.0.1:1',
]

/** Sends headers that fetch would not let through, `Host` and a missing `Origin` among them. */
export function raw(
  site: Pick<Site, 'origin'>,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Record<string, string>; text: string }> {
  const { hostname, port } = new URL(site.origin)
  return new Promise((resolve, reject) => {
    const asked = rawRequest({ hostname, port, path, method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += chunk))
      answer.on('end', () => {
        const got = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))
        resolve({ status: answer.statusCode ?? 0, headers: got, text })
      })
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

/** Every act, sent by a page of another site with the user's own cookie, and by what names no site. */
export const sameOrigin = (site: Site): Probe => ({
  name: 'acts from other sites are refused',
  run: async () => {
    const owner = await makeOwner(site)
    const before = await digestOf(site.databaseUrl, owner.id('User'))
    const failures: string[] = []
    let tries = 0
    const body = argumentsText([{ id: owner.id('Portfolio') }])
    for (const origin of FOREIGN) {
      for (const name of ['deletePortfolioAction', 'revokeOtherSessionsAction', 'logOutAction']) {
        tries += 1
        const headers: Record<string, string> = {
          ...{ 'Next-Action': actionId(name), 'Content-Type': 'text/plain;charset=UTF-8', Cookie: owner.cookie },
          'Content-Length': String(Buffer.byteLength(body)),
          ...(origin !== '' && { Origin: origin }),
        }
        const { status, text } = await raw(site, '/portfolios', { method: 'POST', headers, body })
        if (status !== 403 || text.includes('"ok":true')) failures.push(`${name} from "${origin}": ${status}`)
      }
      for (const way of Object.keys(CASES).filter((one) => one.startsWith('POST ') && one !== 'POST /api/v1/plan')) {
        tries += 1
        const path = way.slice(5).replace('[...nextauth]', 'signout')
        const headers = { Cookie: owner.cookie, 'Content-Length': '1', ...(origin !== '' && { Origin: origin }) }
        const { status } = await raw(site, path, { method: 'POST', headers, body: 'x' })
        if (status !== 403) failures.push(`${way} from "${origin}": ${status}`)
      }
    }
    if ((await digestOf(site.databaseUrl, owner.id('User'))) !== before) failures.push('something was changed')
    return { tries, failures }
  },
})

const ASKED = [
  ...['/', '/login', '/portfolios', '/login/', '/nowhere'],
  ...['/api/auth/signin', '/api/auth/providers', '/api/auth/csrf'],
]
const FORGED = ['evil.example', 'evil.example:80', 'localhost.evil.example']

/** No address in an answer comes from the request's own word for its host; nor does that word make another site this one. */
export const forgedHost = (site: Site): Probe => ({
  name: 'a forged host is believed nowhere',
  run: async () => {
    const { cookie } = await makePerson(site)
    const failures: string[] = []
    let tries = 0
    for (const host of FORGED) {
      const heads: Record<string, string>[] = [
        { Host: host },
        { 'X-Forwarded-Host': host, 'X-Forwarded-Proto': 'https' },
        { Forwarded: `host=${host}` },
      ]
      for (const path of ASKED) {
        for (const headers of heads.flatMap((head) => [head, { ...head, Cookie: cookie }])) {
          tries += 1
          const answer = await raw(site, path, { headers })
          const told = JSON.stringify(answer.headers) + answer.text
          if (told.includes('evil')) failures.push(`${path} as ${host} by ${Object.keys(headers)}: the answer names it`)
        }
      }
      tries += 1
      const headers = {
        Host: host,
        Origin: `http://${host}`,
        Cookie: cookie,
        'Content-Length': '2',
        'Content-Type': 'text/plain',
      }
      const act = await raw(site, '/portfolios', {
        method: 'POST',
        headers: { ...headers, 'Next-Action': actionId('revokeOtherSessionsAction') },
        body: '[]',
      })
      if (act.status !== 403) failures.push(`an act from http://${host} to that host: ${act.status}`)
    }
    return { tries, failures }
  },
})

const ELSEWHERE = [
  ...['@evil.example', '.evil.example', ':1@evil.example'],
  ...[
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    'https:evil.example',
  ],
  ...[
    '/\t/evil.example',
    '//evil.example/%2e%2e',
    '/%2f%2fevil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ],
  ...[
    'http://localhost@evil.example',
    '///evil.example',
    '/%5cevil.example',
    '////evil.example/..',
    'data:text/html,x',
    '%2f%2fevil.example',
  ],
]

/** Where a browser would go from a page of the site; an address that it cannot read leads nowhere good either. */
function leadsAway(site: Site, location: string): boolean {
  if (!URL.canParse(location, `${site.origin}/login`)) return true
  return new URL(location, `${site.origin}/login`).origin !== site.origin
}

export const openRedirects = (site: Site): Probe => ({
  name: 'no address leads a visitor to another site',
  run: async () => {
    const person = await makePerson(site)
    const failures: string[] = []
    let tries = 0
    for (const target of ELSEWHERE) {
      const signedIn = await signIn(site, person, target)
      const url = /"url":"([^"]*)"/.exec(signedIn.text)?.[1] ?? signedIn.headers.get('location') ?? '/'
      const query = encodeURIComponent(target)
      const asked = [
        `/login?next=${query}`,
        `/login?callbackUrl=${query}`,
        `/api/auth/signin?callbackUrl=${query}`,
        `/api/auth/signout?callbackUrl=${query}`,
        `/${target}`,
      ]
      for (const path of asked) {
        const { headers } = await raw(site, encodeURI(path), { headers: { Cookie: person.cookie } })
        tries += 1
        if (leadsAway(site, headers.location ?? '/')) failures.push(`${path}: leads to ${headers.location}`)
      }
      tries += 1
      if (leadsAway(site, url)) failures.push(`a sign-in with ${target}: leads to ${url}`)
    }
    return { tries, failures }
  },
})
