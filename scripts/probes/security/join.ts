// What the links to join promise: each makes one account, opening it does nothing, and a closed door stays closed.
import { randomUUID } from 'node:crypto'
import { newEmail } from '@/e2e/seed'
import { db } from '@/lib/db/client'
import { findLink, type LinkKind, makeLink } from '@/lib/db/one-time-links'
import type { Probe } from '@/scripts/probes/probe'
import { makePerson, type Person } from '@/scripts/probes/security/people'
import { argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'

const AT_ONCE = 20
const HOUR_MS = 3_600_000

type Found = { tries: number; failures: string[] }

const linkFor = (kind: LinkKind, email?: string) =>
  makeLink(kind, email === undefined ? {} : { email }, HOUR_MS, new Date())

const join = (site: Site, given: Record<string, string>) =>
  callAction(site, 'joinAction', undefined, argumentsText([given]), '/join')

async function joinsOnce(site: Site): Promise<Found> {
  const failures: string[] = []
  for (const kind of ['register', 'invite', 'setup'] as const) {
    await db().rateLimit.deleteMany({ where: {} })
    const emails = Array.from({ length: AT_ONCE }, newEmail)
    const token = await linkFor(kind, kind === 'register' ? emails[0] : undefined)
    const send = (email: string, i: number) => {
      const own = { token, password: `otter ${i} under the mossy weir` }
      return join(site, kind === 'register' ? own : { ...own, email })
    }
    const outcomes = (await Promise.all(emails.map(send))).map(outcomeOf)
    const odd = outcomes.filter((outcome) => !['done', 'notFound', 'tooMany'].includes(outcome ?? ''))
    if (odd.length > 0) failures.push(`a link of kind ${kind} in use was answered with ${odd[0]}`)
    const made = await db().user.findMany({ where: { email: { in: emails } }, select: { id: true, admin: true } })
    if (made.length !== 1) failures.push(`a link of kind ${kind} made ${made.length} users`)
    if (made.some(({ admin }) => admin !== (kind === 'setup')))
      failures.push(`a link of kind ${kind} made an administrator`)
    await db().user.deleteMany({ where: { id: { in: made.map(({ id }) => id) } } })
  }
  await db().rateLimit.deleteMany({ where: {} })
  return { tries: 3 * AT_ONCE, failures }
}

async function opensHarmlessly(site: Site): Promise<Found> {
  const failures: string[] = []
  let tries = 0
  for (const kind of ['register', 'invite', 'setup'] as const) {
    const token = await linkFor(kind, kind === 'register' ? newEmail() : undefined)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
      tries += 1
      const { status, headers } = await ask(site, `/join?token=${token}`, { method })
      if (status >= 500) failures.push(`${method} /join answered ${status}`)
      if (method === 'GET' && headers.get('referrer-policy') !== 'no-referrer')
        failures.push('/join tells other sites its address')
    }
    if (!(await findLink(kind, token, new Date()))) failures.push(`opening a link of kind ${kind} used it up`)
  }
  return { tries, failures }
}

/** Nobody raises themselves, and no link does what another kind is for. */
async function raisesNobody(site: Site): Promise<Found> {
  const failures: string[] = []
  const person = await makePerson(site)
  const become = async (token: string, cookie: string | undefined) =>
    outcomeOf(await callAction(site, 'becomeAdministratorAction', cookie, argumentsText([{ token }]), '/join'))
  for (const kind of ['register', 'invite', 'reset', 'verify'] as const) {
    const outcome = await become(await linkFor(kind, newEmail()), person.cookie)
    if (outcome !== 'notFound') failures.push(`a link of kind ${kind} was answered with ${outcome}`)
  }
  const setup = await linkFor('setup')
  const unknown = await become(setup, undefined)
  if (unknown !== 'signedOut') failures.push(`somebody who is not signed in was answered with ${unknown}`)
  for (const action of ['inviteAction', 'withdrawInvitationAction']) {
    const input = action === 'inviteAction' ? { key: randomUUID(), note: 'x' } : { id: person.id }
    const outcome = outcomeOf(await callAction(site, action, person.cookie, argumentsText([input])))
    if (outcome !== 'notFound') failures.push(`${action} answered somebody who is no administrator with ${outcome}`)
  }
  const { status } = await ask(site, '/settings/people', { cookie: person.cookie })
  if (status !== 404) failures.push(`the list of invitations answered ${status}`)
  const row = await db().user.findUnique({ where: { id: person.id }, select: { admin: true } })
  if (row?.admin) failures.push('somebody made themselves an administrator')
  return { tries: 8, failures }
}

/** An administrator's invitations are that one's alone, among administrators too. */
async function invitesForOneself(site: Site): Promise<Found> {
  const failures: string[] = []
  const [one, other] = [await makePerson(site), await makePerson(site)]
  const ids = [one.id, other.id]
  await db().user.updateMany({ where: { id: { in: ids } }, data: { admin: true } })
  const made = await callAction(
    site,
    'inviteAction',
    one.cookie,
    argumentsText([{ key: randomUUID(), note: 'Kittiwake' }]),
  )
  if (outcomeOf(made) !== 'done') failures.push(`an administrator may not invite: ${outcomeOf(made)}`)
  const link = await db().oneTimeLink.findFirst({ where: { userId: one.id, kind: 'invite' }, select: { id: true } })
  const withdraw = async ({ cookie }: Person) =>
    outcomeOf(await callAction(site, 'withdrawInvitationAction', cookie, argumentsText([{ id: link?.id ?? '' }])))
  const page = await ask(site, '/settings/people', { cookie: other.cookie })
  if (page.status !== 200 || page.text.includes('Kittiwake'))
    failures.push('an invitation is shown to another administrator')
  const outcomes = [await withdraw(other), await withdraw(one), await withdraw(one)]
  if (outcomes.join() !== 'notFound,done,notFound')
    failures.push(`withdrawing was answered with ${outcomes.join(', ')}`)
  await db().user.updateMany({ where: { id: { in: ids } }, data: { admin: false } })
  return { tries: 5, failures }
}

export const joinProbes = (site: Site): Probe[] => [
  { name: 'gate: a link to join makes one account', run: () => joinsOnce(site) },
  { name: 'gate: opening a link to join changes nothing', run: () => opensHarmlessly(site) },
  { name: 'gate: nobody makes themselves an administrator', run: () => raisesNobody(site) },
  { name: 'gate: an invitation is its administrator’s alone', run: () => invitesForOneself(site) },
]
