import { connect } from 'node:net'
import { actionId } from '@/scripts/probes/action-id'
import type { Probe } from '@/scripts/probes/probe'
import { send } from '@/scripts/probes/security/ownership'
import { makeOwner, makePerson } from '@/scripts/probes/security/people'
import { ask, type Site } from '@/scripts/probes/security/site'

/** What the server says to the head of a request alone; the body never comes. */
function answerToHead(site: Site, path: string, head: Record<string, string>): Promise<string> {
  const { hostname, port, host } = new URL(site.origin)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    const lines = Object.entries({ Host: host, Origin: site.origin, ...head }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    socket.once('connect', () => socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`))
    const done = (text: string) => {
      socket.destroy()
      resolve(text)
    }
    socket.once('data', (data) => done(String(data).split('\r\n')[0] ?? ''))
    socket.once('error', () => done('broken off'))
    socket.setTimeout(5_000, () => done('no answer without the body'))
  })
}

export const tooLarge = (site: Site): Probe => ({
  name: 'too long a body is refused before it is read',
  run: async () => {
    const { cookie } = await makePerson(site)
    const length = { 'Content-Length': String(500 * 1024 * 1024), Cookie: cookie }
    const paths = {
      ...{
        '/api/archive': 'application/zip',
        '/api/plan-file': 'application/json',
        '/api/series-files': 'application/json',
      },
      ...{ '/api/positions-files': 'multipart/form-data; boundary=x', '/api/jobs/prices': 'application/json' },
      ...{ '/api/auth/callback/password': 'application/x-www-form-urlencoded', '/portfolios': 'text/plain' },
    }
    const failures: string[] = []
    for (const [path, type] of Object.entries(paths)) {
      const action: Record<string, string> =
        path === '/portfolios' ? { 'Next-Action': actionId('createPortfolioAction') } : {}
      const said = await answerToHead(site, path, { ...length, ...action, 'Content-Type': type })
      if (!said.includes(' 413 ')) failures.push(`${path}: ${said}`)
    }
    return { tries: Object.keys(paths).length, failures }
  },
})

/** A request that no page sends gets an answer all the same, and a short one. */
export const oddRequests = (site: Site): Probe => ({
  name: 'requests that no page sends are refused quietly',
  run: async () => {
    const owner = await makeOwner(site)
    const { cookie } = owner
    const text = 'text/plain;charset=UTF-8'
    const id = actionId('createPortfolioAction')
    const odd: [string, Record<string, string>, string][] = [
      ...[
        '',
        'garbage',
        '{}',
        '[',
        '["$F1"]',
        '["$@1"]',
        '["$Q1"]',
        '["$1:__proto__:then"]',
        '["$B1"]',
        '[1,2,3,4,5,6,7,8,9,10]',
      ].map((body): [string, Record<string, string>, string] => [
        'an action',
        { 'Next-Action': id, 'Content-Type': text },
        body,
      ]),
      ['an unknown action', { 'Next-Action': 'a'.repeat(42), 'Content-Type': text }, '[]'],
      ['an action with a strange name', { 'Next-Action': 'toString', 'Content-Type': text }, '[]'],
      ['an action of another type', { 'Next-Action': id, 'Content-Type': 'application/json' }, '[]'],
      ['an action of no type', { 'Next-Action': id }, '[]'],
      ['half a form', { 'Next-Action': id, 'Content-Type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disp'],
      ['a form without a boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
      ['a form of a page', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=b'],
      ['a router state that is none', { RSC: '1', 'Next-Router-State-Tree': '%%%' }, ''],
      ['a forwarded action', { 'Next-Action': id, 'Content-Type': text, 'X-Action-Forwarded': '1' }, '[{}]'],
    ]
    const failures: string[] = []
    for (const [name, headers, body] of odd) {
      const method = headers.RSC ? 'GET' : 'POST'
      const { status, text: said } = await ask(site, '/portfolios', {
        method,
        cookie,
        headers,
        ...(method === 'POST' && { body }),
      })
      if (status >= 500) failures.push(`${name} ${JSON.stringify(body).slice(0, 40)}: ${status}`)
      if (said.includes('"ok":true')) failures.push(`${name} was accepted`)
    }
    const plan = await send(
      site,
      'POST /api/plan-file',
      owner,
      { body: '{"a":'.repeat(9_000), type: 'application/json' },
      cookie,
    )
    if (plan.status >= 500) failures.push(`a plan without end: ${plan.status}`)
    return { tries: odd.length + 1, failures }
  },
})
