// What the gate promises: no answer and no time tells who has an account, and nobody tries passwords as often as they like.
import { hash } from '@node-rs/argon2'
import { newEmail, PASSWORD } from '@/e2e/seed'
import { db } from '@/lib/db/client'
import type { Probe } from '@/scripts/probes/probe'
import { makePerson, type Person } from '@/scripts/probes/security/people'
import { type Answer, argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'
import { differenceOf } from '@/scripts/probes/security/timing'

type Found = { tries: number; failures: string[] }

const WRONG = 'not the password at all'
/** As lib/auth/limits.ts has it: one network at one account. */
const PER_PAIR = 10

const forgetLimits = () => db().rateLimit.deleteMany({ where: {} })

export interface SignIn {
  status: number
  /** `in`, or the word for what stood in the way. */
  outcome: string
  body: string
  cookies: string[]
}

/** Signs in as the form does, which first asks for a token against forgery. */
export async function signIn(
  site: Site,
  credentials: Record<string, string>,
  { headers = {}, cookie = '' }: { headers?: Record<string, string>; cookie?: string } = {},
): Promise<SignIn> {
  const asked = await ask(site, '/api/auth/csrf')
  const { csrfToken } = JSON.parse(asked.text) as { csrfToken: string }
  const kept = asked.headers.getSetCookie().map((line) => line.split(';')[0])
  const answer = await ask(site, '/api/auth/callback/password', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    cookie: [...kept, cookie].filter(Boolean).join('; '),
    body: new URLSearchParams({ ...credentials, csrfToken, json: 'true', callbackUrl: site.origin }).toString(),
  })
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const came = cookies.some((line) => /tidemark\.session=./.test(line))
  const fault = /[?&]error=(\w+)/.exec(answer.text)?.[1]
  return { status: answer.status, outcome: came ? 'in' : (fault ?? answer.text), body: answer.text, cookies }
}

const register = (site: Site, email: string) =>
  callAction(site, 'registerAction', undefined, argumentsText([{ email }]), '/register')
const forget = (site: Site, email: string) =>
  callAction(site, 'requestResetAction', undefined, argumentsText([{ email }]), '/forgot')

/** The part of an answer that is about what was asked; the rest differs from one request to the next. */
const wordsOf = ({ status, text }: Answer): string => `${status} ${/\{"ok":.*/.exec(text)?.[0] ?? text}`

async function sameAnswer(site: Site): Promise<Found> {
  await forgetLimits()
  const failures: string[] = []
  const { email } = await makePerson(site)
  const stranger = newEmail()
  const known = await signIn(site, { email, password: WRONG })
  const unknown = await signIn(site, { email: stranger, password: WRONG })
  if (known.outcome !== 'CredentialsSignin') failures.push(`a wrong password was answered with ${known.outcome}`)
  if (known.status !== unknown.status || known.body !== unknown.body) failures.push('sign-in tells who has an account')
  const [yes, no] = [await register(site, email), await register(site, stranger)]
  if (outcomeOf(yes) !== 'done') failures.push(`a registration was answered with ${outcomeOf(yes)}`)
  if (wordsOf(yes) !== wordsOf(no)) failures.push('registration tells who has an account')
  if (/token=/.test(yes.text + no.text)) failures.push('registration shows the link')
  return { tries: 4, failures }
}

async function sameTime(site: Site): Promise<Found> {
  const failures: string[] = []
  let tries = 0
  // As dear as the product makes them; the seeded users have a cheap one, which shows.
  const passwordHash = await hash(PASSWORD, { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 })
  const compare = async (name: string, send: (email: string) => Promise<unknown>) => {
    const person = async () => {
      const { id, email } = await makePerson(site)
      await db().user.update({ where: { id }, data: { passwordHash } })
      return email
    }
    const { count, told } = await differenceOf({ known: person, unknown: async () => newEmail(), send, forgetLimits })
    tries += count
    if (told) failures.push(`${name} takes another time for a known address: ${told}`)
  }
  await compare('sign-in', (email) => signIn(site, { email, password: WRONG }))
  await compare('registration', (email) => register(site, email))
  await compare('a new password', (email) => forget(site, email))
  return { tries, failures }
}

async function limitHolds(site: Site): Promise<Found> {
  await forgetLimits()
  const failures: string[] = []
  const { email, password } = await makePerson(site)
  const neighbour = await makePerson(site)
  const guesses = await Promise.all(Array.from({ length: 24 }, () => signIn(site, { email, password: WRONG })))
  const tried = guesses.filter(({ outcome }) => outcome === 'CredentialsSignin').length
  if (tried !== PER_PAIR) failures.push(`${tried} of 24 guesses at once were tried, not ${PER_PAIR}`)
  const refused = async (what: string, given: Parameters<typeof signIn>[2] = {}) => {
    const { outcome } = await signIn(site, { email, password }, given)
    if (outcome !== 'TooMany') failures.push(`${what}: ${outcome}`)
  }
  await refused('the right password after too many wrong ones')
  for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'X-Tidemark-Peer', 'X-Client-IP']) {
    await refused(`with ${name}`, { headers: { [name]: '203.0.113.77' } })
  }
  await refused('with a device of somebody else', { cookie: await deviceOf(site, neighbour) })
  const other = await signIn(site, { email: neighbour.email, password: WRONG })
  if (other.outcome !== 'CredentialsSignin') failures.push(`another account is refused too: ${other.outcome}`)
  return { tries: 32, failures }
}

async function deviceOf(site: Site, { email, password }: Pick<Person, 'email' | 'password'>): Promise<string> {
  const { cookies } = await signIn(site, { email, password })
  return cookies.find((line) => line.includes('tidemark.device=')) ?? ''
}

/** The counts are rows: whoever starts anew finds them. They name nobody, and the owner's own browser is not among the strangers. */
async function limitIsKept(site: Site): Promise<Found> {
  await forgetLimits()
  const failures: string[] = []
  const { email, password } = await makePerson(site)
  const device = await deviceOf(site, { email, password })
  for (let i = 0; i < PER_PAIR; i++) await signIn(site, { email, password: WRONG })
  const rows = await db().rateLimit.findMany()
  if (rows.length === 0) failures.push('no count is in the database')
  if (JSON.stringify(rows.map(({ key }) => key)).match(/@|127\.0|::/)) failures.push('a count names an address')
  await db().rateLimit.updateMany({ where: {}, data: { points: 100_000 } })
  const stranger = await signIn(site, { email, password })
  if (stranger.outcome !== 'TooMany') failures.push(`the database's count is not what counts: ${stranger.outcome}`)
  const owner = await signIn(site, { email, password }, { cookie: device })
  if (owner.outcome !== 'in') failures.push(`the owner's own browser is locked out: ${owner.outcome}`)
  await db().rateLimit.updateMany({ where: {}, data: { expire: BigInt(Date.now() - 1) } })
  const later = await signIn(site, { email, password })
  if (later.outcome !== 'in') failures.push(`a limit does not end: ${later.outcome}`)
  await forgetLimits()
  return { tries: PER_PAIR + 3, failures }
}

/** A session that stood before a sign-in ends with it, and the new one has another id. */
async function newSession(site: Site): Promise<Found> {
  await forgetLimits()
  const { email, password, cookie } = await makePerson(site)
  const { outcome, cookies } = await signIn(site, { email, password }, { cookie })
  const failures = outcome === 'in' ? [] : [`the right password was answered with ${outcome}`]
  if (cookies.includes(cookie)) failures.push('a sign-in keeps the id of the session before it')
  const { status } = await ask(site, '/settings', { cookie })
  if (status === 200) failures.push('the session before a sign-in outlives it')
  return { tries: 2, failures }
}

export const signInProbes = (site: Site): Probe[] => [
  { name: 'gate: no answer tells who has an account', run: () => sameAnswer(site) },
  { name: 'gate: no time tells who has an account', run: () => sameTime(site) },
  { name: 'gate: the limits hold, whatever a visitor says of himself', run: () => limitHolds(site) },
  { name: 'gate: the limits are kept, and spare the owner', run: () => limitIsKept(site) },
  { name: 'gate: a sign-in begins a session anew', run: () => newSession(site) },
]
