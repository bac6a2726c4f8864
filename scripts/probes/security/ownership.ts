import type { Probe } from '@/scripts/probes/probe'
import { CASES, type Case, type Sent } from '@/scripts/probes/security/cases'
import { cookieFor, MARK, makeOwner, makePerson, type Owner, type Person } from '@/scripts/probes/security/people'
import { digestOf } from '@/scripts/probes/security/rows'
import { type Answer, argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'

/** The address of a page or a route, with the owner's ids in its places. */
const addressOf = (pattern: string, { id }: Owner): string =>
  pattern
    .replace('[portfolioId]', () => id('Portfolio'))
    .replace('[planId]', () => id('Plan'))
    .replace('[...nextauth]', 'session')

/** Sends what a case says, in somebody's name. */
export function send(site: Site, way: string, owner: Owner, sent: Sent, cookie: string | undefined): Promise<Answer> {
  const [kind = '', target = ''] = way.split(' ')
  const named = cookie === undefined ? {} : { cookie }
  if (kind === 'action') return callAction(site, target, cookie, argumentsText(sent.args ?? []))
  const path = `${addressOf(target, owner)}${sent.query ?? ''}`
  if (kind === 'page' || kind === 'GET') return ask(site, path, named)
  const headers = sent.type ? { 'Content-Type': sent.type } : undefined
  const body = sent.body === undefined ? {} : { body: sent.body }
  return ask(site, path, { method: kind, ...named, ...body, ...(headers && { headers }) })
}

const outcome = (way: string, answer: Answer): string | number =>
  way.startsWith('action ') ? (outcomeOf(answer) ?? answer.status) : answer.status

interface World {
  site: Site
  owner: Owner
  other: Person
}

/** What went wrong when somebody else, and then nobody, came with the owner's ids. */
async function tryCase({ site, owner, other }: World, way: string, one: Case, before: string): Promise<string[]> {
  const found: string[] = []
  const sent = one.sent(owner)
  const answer = await send(site, way, owner, sent, other.cookie)
  const told = outcome(way, answer)
  if (one.told && !one.told.includes(told))
    found.push(`${way}: somebody else was told ${told}, not ${one.told.join(' or ')}`)
  if (answer.status >= 500) found.push(`${way}: ${answer.status} for somebody else`)
  if (answer.text.includes(MARK)) found.push(`${way}: the answer to somebody else names what is the owner's`)
  if (one.kind !== 'open') found.push(...(await tryAsNobody({ site, owner, other }, way, sent)))
  if ((await digestOf(site.databaseUrl, owner.id('User'))) !== before) found.push(`${way}: changed the owner's rows`)
  return found
}

async function tryAsNobody({ site, owner }: World, way: string, sent: Sent): Promise<string[]> {
  const answer = await send(site, way, owner, sent, undefined)
  const told = outcome(way, answer)
  const sound = way.startsWith('page ') ? isToLogin(answer) : ['signedOut', 401].includes(told)
  if (answer.text.includes(MARK)) return [`${way}: the answer to nobody names what is the owner's`]
  return sound ? [] : [`${way}: nobody was told ${told}`]
}

const isToLogin = ({ status, headers }: Answer): boolean =>
  [302, 303, 307].includes(status) && new URL(headers.get('location') ?? '', 'http://x').pathname === '/login'

/** Every page, route and action, with the ids of one user in the hands of another and of nobody. */
export const ownership = (site: Site): Probe => ({
  name: 'another user’s ids find and change nothing',
  run: async () => {
    const world = { site, owner: await makeOwner(site), other: await makePerson(site) }
    const before = await digestOf(site.databaseUrl, world.owner.id('User'))
    const failures: string[] = []
    for (const [way, one] of Object.entries(CASES)) {
      // Some acts end the session that they are sent in.
      world.other.cookie = await cookieFor(site, world.other.id)
      failures.push(...(await tryCase(world, way, one, before)))
    }
    return { tries: Object.keys(CASES).length, failures }
  },
})

/** The same calls in the owner's own name get through: what stopped the other was whose the rows are, and not a fault in the call. */
export const ownershipIsTheReason = (site: Site): Probe => ({
  name: 'the owner’s own calls with the same ids get through',
  run: async () => {
    const owner = await makeOwner(site)
    const cases = Object.entries(CASES).filter(([, { kind }]) => kind === 'another')
    const failures: string[] = []
    for (const [way, one] of cases) {
      const cookie = await cookieFor(site, owner.id('User'))
      const told = outcome(way, await send(site, way, owner, one.sent(owner), cookie))
      const good = way.startsWith('action ') ? ['done', ...(one.ownerTold ?? [])].includes(String(told)) : told === 200
      if (!good) failures.push(`${way}: the owner was told ${told}`)
    }
    return { tries: cases.length, failures }
  },
})
