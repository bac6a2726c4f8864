import fc from 'fast-check'
import type { Probe } from '@/scripts/probes/probe'
import { CASES } from '@/scripts/probes/security/cases'
import { garbage, spoiled } from '@/scripts/probes/security/garbage'
import { send } from '@/scripts/probes/security/ownership'
import { MARK, makeOwner, makePerson, type Owner, type Person } from '@/scripts/probes/security/people'
import { digestOf } from '@/scripts/probes/security/rows'
import {
  type Answer,
  argumentsText,
  ask,
  callAction,
  innardsIn,
  outcomeOf,
  type Site,
} from '@/scripts/probes/security/site'

interface Budget {
  seed: number
  /** How many values each way in is fed with. */
  each: number
}

/** It takes nothing that could be wrong, and ends the session. */
const UNFIT = 'action logOutAction'
/** The whole input of some; what follows it is passed over. */
const WISHLESS = /^\[\{\}[,\]]/
const BETWEEN = 6

interface Fed {
  way: string
  text: string
  answer: Answer
}

function faultOf({ way, text, answer }: Fed): string | null {
  const shown = `${way} with ${text.slice(0, 160)}`
  if (answer.status >= 500) return `${shown}: ${answer.status}`
  if (answer.text.includes(MARK)) return `${shown}: names what is another user's`
  const inside = answer.status >= 400 ? innardsIn(answer.text) : null
  return inside === null ? null : `${shown}: shows ${inside}`
}

/** Runs the works in order, some at a time. */
async function together<T>(works: (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = []
  const waiting = [...works]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done.push(await next())
  }
  await Promise.all(Array.from({ length: BETWEEN }, worker))
  return done
}

const actions = Object.entries(CASES).filter(([way]) => way.startsWith('action ') && way !== UNFIT)

async function feed(site: Site, way: string, cookie: string, args: unknown[]): Promise<Fed> {
  const text = argumentsText(args)
  return { way, text, answer: await callAction(site, way.slice(7), cookie, text) }
}

/** Pure garbage: every action refuses it, and nothing is written, whoever sends it. */
export const garbageToActions = (site: Site, { seed, each }: Budget): Probe => ({
  name: 'garbage to every action: refused, nothing written',
  run: async () => {
    const person = await makePerson(site)
    const before = await digestOf(site.databaseUrl, person.id, ['Session', 'SecurityEvent'])
    const works = actions.flatMap(([way], at) =>
      fc
        .sample(fc.array(garbage, { minLength: 0, maxLength: 2 }), { seed: seed + at, numRuns: each })
        .map((args) => () => feed(site, way, person.cookie, args)),
    )
    const fed = await together(works)
    const failures = fed.flatMap((one) => faultOf(one) ?? [])
    const accepted = fed.filter(({ text, answer }) => outcomeOf(answer) === 'done' && !WISHLESS.test(text))
    failures.push(...accepted.map(({ way, text }) => `${way} accepted ${text.slice(0, 160)}`))
    if ((await digestOf(site.databaseUrl, person.id, ['Session', 'SecurityEvent'])) !== before)
      failures.push('something was written')
    return { tries: works.length, failures }
  },
})

/** Good input with one thing wrong, from its owner: it may be accepted, but it breaks nothing and tells nobody anything. */
export const spoiledToActions = (site: Site, { seed, each }: Budget): Probe => ({
  name: 'spoiled input to every action: an answer, never a fault',
  run: async () => {
    const owner = await makeOwner(site)
    const other = await makePerson(site)
    const failures: string[] = []
    let tries = 0
    for (const [at, [way, one]] of actions.entries()) {
      if (/deleteUser|revoke|changePassword|deletePortfolio/.test(way)) continue
      const good = one.sent(owner).args?.[0]
      const works = fc
        .sample(spoiled(good), { seed: seed + at, numRuns: each })
        .flatMap((bad) => [owner.cookie, other.cookie].map((cookie) => () => feed(site, way, cookie, [bad])))
      tries += works.length
      const fed = await together(works)
      failures.push(
        ...fed.flatMap(
          ({ answer, ...rest }) =>
            faultOf({ ...rest, answer: { ...answer, text: answer.status < 400 ? '' : answer.text } }) ?? [],
        ),
      )
    }
    return { tries, failures }
  },
})

const TYPES = [
  'application/json',
  'text/plain',
  'application/zip',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'x/y',
  '',
]
const BODIES = [
  '',
  '{',
  '[]',
  '{}',
  'null',
  '"',
  '\u0000',
  '--x\r\n',
  '--x--',
  'PK\u0003\u0004',
  '{"__proto__":{}}',
  '[[[[',
  '\ufeff{}',
  '{"a":1e400}',
  `{"a":"${'x'.repeat(200_000)}"}`,
]

/** Every route, with bodies, types, addresses and methods that are not for it. */
export const garbageToRoutes = (site: Site, { seed, each }: Budget): Probe => ({
  name: 'garbage to every route: refused, nothing written',
  run: async () => {
    const owner = await makeOwner(site)
    const person = await makePerson(site)
    const before = await digestOf(site.databaseUrl, person.id, ['Session', 'SecurityEvent'])
    const works = Object.keys(CASES)
      .filter((way) => !/^(?:page|action) |auth/.test(way))
      .flatMap((way, at) =>
        fc
          .sample(requests, { seed: seed + at, numRuns: each * 2 })
          .map((one) => () => feedRoute(site, way, owner, person, one)),
      )
    const fed = await together(works)
    const failures = fed.flatMap((one) => faultOf(one) ?? [])
    if ((await digestOf(site.databaseUrl, person.id, ['Session', 'SecurityEvent'])) !== before)
      failures.push('something was written')
    return { tries: works.length, failures }
  },
})

const requests = fc.record({
  type: fc.constantFrom(...TYPES),
  body: fc.oneof(
    fc.constantFrom(...BODIES),
    garbage.map((value) => argumentsText([value])),
  ),
  query: fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((text) => `?${text}`),
    fc.constantFrom('?format=', '?format=__proto__', '?q=%00', '?q=%ff', '?act=import', '?portfolio=%00', '?id=1&id=2'),
  ),
  place: fc.constantFrom(null, '%00', '..%2f', 'a', '%ff', "'", '00000000-0000-0000-0000-000000000000'),
})

async function feedRoute(
  site: Site,
  way: string,
  owner: Owner,
  { cookie }: Person,
  sent: { type: string; body: string; query: string; place: string | null },
): Promise<Fed> {
  const text = JSON.stringify(sent)
  const [method = '', pattern = ''] = way.split(' ')
  if (sent.place === null)
    return { way, text, answer: await send(site, way, owner, method === 'GET' ? { query: sent.query } : sent, cookie) }
  const path = `${pattern.replace(/\[[^\]]+\]/, () => sent.place ?? '')}${sent.query}`
  const body = method === 'GET' ? {} : { body: sent.body, headers: { 'Content-Type': sent.type } }
  return { way, text, answer: await ask(site, path, { method, cookie, ...body }) }
}

/** The places of every page, filled with what is no id. */
export const garbageToPages = (site: Site, { seed, each }: Budget): Probe => ({
  name: 'garbage in the addresses of pages: not found',
  run: async () => {
    const owner = await makeOwner(site)
    const patterns = Object.keys(CASES).filter((way) => way.startsWith('page '))
    const odd = fc.constantFrom(
      '%00',
      '..',
      'a',
      '%ff',
      '%F0%9F%92%A3',
      "'",
      '0',
      'null',
      '00000000-0000-0000-0000-000000000000',
    )
    const works = patterns.flatMap((way, at) =>
      fc
        .sample(fc.tuple(odd, fc.webQueryParameters(), garbage), { seed: seed + at, numRuns: each })
        .map(([place, query, value]) => async () => {
          const pattern = way.slice(5)
          const filled =
            at % 2 === 0
              ? pattern.replaceAll(/\[[^\]]+\]/g, place)
              : pattern.replace('[portfolioId]', owner.id('Portfolio')).replace('[planId]', place)
          const names = [
            'mode',
            'amount',
            'account',
            'to',
            'before',
            'token',
            'next',
            'start',
            'risk',
            'tab',
            'with',
          ].map((name) => `${name}=${encodeURIComponent(wellFormed(String(value)))}`)
          const path = `${filled}?${query}&${names.join('&')}`.slice(0, 8_000).replace(/%[\dA-F]?$/i, '')
          return { way, text: path, answer: { ...(await ask(site, path, { cookie: owner.cookie })), text: '' } }
        }),
    )
    const fed = await together(works)
    return { tries: works.length, failures: fed.flatMap((one) => faultOf(one) ?? []) }
  },
})

const wellFormed = (text: string): string => text.slice(0, 300).replaceAll(/[\ud800-\udfff]/g, '')
