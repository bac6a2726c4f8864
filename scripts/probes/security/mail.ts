// What mailbox links promise: each works once, opening it does nothing, and no answer tells one or whose address is known.
import { newEmail } from '@/e2e/seed'
import { finishReset, startReset, startVerification } from '@/lib/db/mailbox-links'
import { findLink } from '@/lib/db/one-time-links'
import type { Probe } from '@/scripts/probes/probe'
import { makePerson, type Person } from '@/scripts/probes/security/people'
import { digestOf } from '@/scripts/probes/security/rows'
import { type Answer, argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'

const AT_ONCE = 20
const ROUNDS = 3
const VISITOR = { address: '', userAgent: 'probe' }

type Found = { tries: number; failures: string[] }

const resetLink = ({ id, email }: Person): Promise<string> =>
  startReset(id, email, { at: new Date(), visitor: VISITOR })

/** Sends the same link many times at the same moment; the others are told that it is over, or that too many came at once. */
async function useAtOnce(send: (i: number) => Promise<Answer>): Promise<string[]> {
  const outcomes = (await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => send(i)))).map(outcomeOf)
  const done = outcomes.filter((outcome) => outcome === 'done').length
  const odd = outcomes.filter((outcome) => !['done', 'notFound', 'tooMany'].includes(outcome ?? ''))
  const failures = odd.map((outcome) => `a link in use was answered with ${outcome}`)
  return done === 1 ? failures : [...failures, `a link was used ${done} times`]
}

async function inRounds(round: () => Promise<string[]>): Promise<Found> {
  const failures: string[] = []
  for (let i = 0; i < ROUNDS; i++) failures.push(...(await round()))
  return { tries: ROUNDS * AT_ONCE, failures }
}

const resetsOnce = (site: Site) =>
  inRounds(async () => {
    const token = await resetLink(await makePerson(site))
    return useAtOnce((i) => {
      const body = argumentsText([{ token, password: `otter ${i} under the mossy weir` }])
      return callAction(site, 'resetPasswordAction', undefined, body, '/reset')
    })
  })

const verifiesOnce = (site: Site) =>
  inRounds(async () => {
    const { id, email } = await makePerson(site)
    const token = await startVerification(id, email, new Date())
    return useAtOnce(() => callAction(site, 'verifyAction', undefined, argumentsText([{ token }]), '/verify'))
  })

/** What a mail scanner does: it opens every link, by every method that it knows, and with what is in the address only. */
async function opensHarmlessly(site: Site): Promise<Found> {
  const person = await makePerson(site)
  const tokens = {
    reset: await resetLink(person),
    verify: await startVerification(person.id, person.email, new Date()),
  }
  const before = await digestOf(site.databaseUrl, person.id)
  const failures: string[] = []
  let tries = 0
  for (const kind of ['reset', 'verify'] as const) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
      tries += 1
      const { status, headers } = await ask(site, `/${kind}?token=${tokens[kind]}`, { method })
      if (status >= 500) failures.push(`${method} /${kind} answered ${status}`)
      if (method === 'GET' && headers.get('referrer-policy') !== 'no-referrer')
        failures.push(`/${kind} tells other sites its address`)
    }
    if (!(await findLink(kind, tokens[kind], new Date())))
      failures.push(`a link of kind ${kind} was used up by opening it`)
  }
  if ((await digestOf(site.databaseUrl, person.id)) !== before) failures.push('opening links changed rows')
  return { tries, failures }
}

/** A request for a link as anybody can send it. */
const forget = (site: Site, email: string) =>
  callAction(site, 'requestResetAction', undefined, argumentsText([{ email }]), '/forgot')

/** The part of an answer that is about what was asked; the rest differs from one request to the next. */
const wordsOf = ({ status, text }: Answer): string => `${status} ${/\{"ok":.*/.exec(text)?.[0] ?? text}`

async function tellsNothing(site: Site): Promise<Found> {
  const failures: string[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const { email } = await makePerson(site)
    const stranger = newEmail()
    const [known, unknown] = [await forget(site, email), await forget(site, stranger)]
    if (outcomeOf(known) !== 'done') failures.push(`a request for a link was answered with ${outcomeOf(known)}`)
    if (wordsOf(known) !== wordsOf(unknown)) failures.push('a known and an unknown address got different answers')
    for (const [address, { text }] of [
      [email, known],
      [stranger, unknown],
    ] as const) {
      if (text.includes(address)) failures.push('an answer holds the address')
      if (/token=|[\w-]{43}(?![\w-])/.test(wordsOf({ ...known, text }))) failures.push('an answer holds a link')
    }
  }
  return { tries: 2 * ROUNDS, failures }
}

/** A link serves nobody but whom it was made for, nothing but what it was made for, and not for longer. */
async function servesItsPurpose(site: Site): Promise<Found> {
  const person = await makePerson(site)
  const verify = await startVerification(person.id, person.email, new Date())
  const hourAgo = new Date(Date.now() - 3_600_001)
  const old = await startReset(person.id, person.email, { at: hourAgo, visitor: VISITOR })
  const failures: string[] = []
  for (const [what, token] of [
    ['of another kind', verify],
    ['of an hour ago', old],
    ['nobody made', 'A'.repeat(43)],
  ]) {
    const body = argumentsText([{ token, password: 'otter under the mossy weir' }])
    const outcome = outcomeOf(await callAction(site, 'resetPasswordAction', undefined, body, '/reset'))
    if (outcome !== 'notFound') failures.push(`a link ${what} was answered with ${outcome}`)
  }
  const used = await resetLink(person)
  await finishReset(used, 'hash', { at: new Date(), visitor: VISITOR })
  const { status } = await ask(site, '/settings', { cookie: person.cookie })
  if (status === 200) failures.push('a session outlived a new password')
  return { tries: 4, failures }
}

/** The probes of everything that goes through a mailbox. */
export const mailProbes = (site: Site): Probe[] => [
  { name: 'mail: a link to a new password works once', run: () => resetsOnce(site) },
  { name: 'mail: a link that confirms an address works once', run: () => verifiesOnce(site) },
  { name: 'mail: opening a link changes nothing', run: () => opensHarmlessly(site) },
  { name: 'mail: no answer tells a link or an address', run: () => tellsNothing(site) },
  { name: 'mail: a link serves its purpose only', run: () => servesItsPurpose(site) },
]
