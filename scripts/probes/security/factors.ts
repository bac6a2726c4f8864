// What the factors promise: a code, a challenge and a session's number are worth something once.
import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { db } from '@/lib/db/client'
import { testDevice } from '@/lib/flows/test-device'
import type { Probe } from '@/scripts/probes/probe'
import { makePerson, type Person } from '@/scripts/probes/security/people'
import { signIn } from '@/scripts/probes/security/sign-in'
import { type Answer, argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'

type Found = { tries: number; failures: string[] }

const PAGE = '/settings/security'
const STEP_MS = 30_000
const AT_ONCE = 20
const HOUR_MS = 3_600_000

const forgetLimits = () => db().rateLimit.deleteMany({ where: {} })
const codeOf = (secret: string, steps: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * STEP_MS })

const credentialsOf = ({ email, password }: Person) => ({ email, password })

const cookieIn = ({ headers }: Answer, name: string): string | undefined =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((line) => line.startsWith(`${name}=`) && line.length > name.length + 1)

/** Calls an action and carries on with the session's new number, where it got one. */
async function act(site: Site, person: Person, name: string, input: unknown, jar = ''): Promise<Answer> {
  const cookie = [person.cookie, jar].filter(Boolean).join('; ')
  const answer = await callAction(site, name, cookie, argumentsText([input]), PAGE)
  person.cookie = cookieIn(answer, person.cookie.split('=')[0] ?? '') ?? person.cookie
  return answer
}

interface Guarded {
  person: Person
  secret: string
  codes: string[]
}

/** A user with an authenticator app, whose set-up took the step before the present one. */
async function guarded(site: Site): Promise<Guarded> {
  await forgetLimits()
  const person = await makePerson(site)
  const begun = await act(site, person, 'beginTotpAction', {})
  const secret = /"secret":"([A-Z2-7]+)"/.exec(begun.text)?.[1] ?? ''
  const done = await act(site, person, 'finishTotpAction', { code: codeOf(secret, -1), endOthers: false })
  const codes = [...done.text.matchAll(/"((?:[\da-z]{6}-){3}[\da-z]{6})"/g)].map((match) => match[1] ?? '')
  if (codes.length !== 10) throw new Error(`No authenticator could be set up: ${done.text.slice(0, 200)}`)
  return { person, secret, codes }
}

/** So many sign-ins with one code at the same moment, and one more after them: exactly one may come in. */
async function oneComesIn(site: Site, { email, password }: Person, code: string): Promise<Found> {
  const enter = () => signIn(site, { email, password, code })
  // In groups below the limit on codes, which would answer in the guard's place.
  const came: string[] = []
  for (let sent = 0; sent < AT_ONCE; sent += 5) {
    await forgetLimits()
    came.push(...(await Promise.all(Array.from({ length: 5 }, enter))).map(({ outcome }) => outcome))
  }
  await forgetLimits()
  came.push((await enter()).outcome)
  const inside = came.filter((outcome) => outcome === 'in').length
  const odd = came.filter((outcome) => outcome !== 'in' && outcome !== 'WrongCode')
  const failures = inside === 1 ? [] : [`${inside} of ${came.length} came in with one code`]
  return {
    tries: came.length,
    failures: [...failures, ...odd.map((outcome) => `answered with ${outcome.slice(0, 80)}`)],
  }
}

async function codeOnce(site: Site): Promise<Found> {
  const { person, secret } = await guarded(site)
  const { outcome } = await signIn(site, credentialsOf(person))
  const { tries, failures } = await oneComesIn(site, person, codeOf(secret, 1))
  if (outcome !== 'SecondFactor') failures.push(`the password alone was answered with ${outcome.slice(0, 80)}`)
  return { tries: tries + 1, failures }
}

async function recoveryCodeOnce(site: Site): Promise<Found> {
  const { person, codes } = await guarded(site)
  return oneComesIn(site, person, codes[0] ?? '')
}

/** Codes are not to be guessed: so many, and then nobody's is looked at. */
async function guessingEnds(site: Site): Promise<Found> {
  const { person, secret } = await guarded(site)
  const guess = () => signIn(site, { ...credentialsOf(person), code: '000000' })
  const outcomes: string[] = []
  for (let n = 0; n < AT_ONCE; n++) outcomes.push((await guess()).outcome)
  const right = await signIn(site, { ...credentialsOf(person), code: codeOf(secret, 1) })
  const failures = outcomes.at(-1) === 'TooMany' ? [] : [`guess ${AT_ONCE} was answered with ${outcomes.at(-1)}`]
  if (right.outcome === 'in') failures.push('a code was looked at after too many wrong ones')
  await forgetLimits()
  return { tries: AT_ONCE + 1, failures }
}

/** A passkey's answer is taken from the browser that was asked, once. */
async function challengeOnce(site: Site): Promise<Found> {
  await forgetLimits()
  const person = await makePerson(site)
  const { hostname: id, origin } = new URL(site.origin)
  const device = testDevice({ id, origin })
  const kept = (answer: Answer): string => cookieIn(answer, 'tidemark.challenge') ?? ''
  const challengeOf = (answer: Answer): string => /"challenge":"([\w-]+)"/.exec(answer.text)?.[1] ?? ''
  const failures: string[] = []

  const asked = await act(site, person, 'askNewPasskeyAction', {})
  const given = { name: 'Probe', endOthers: false, answer: device.make(challengeOf(asked)) }
  const elsewhere = await act(site, person, 'addPasskeyAction', given)
  if (outcomeOf(elsewhere) === 'done') failures.push('a passkey was taken from a browser that was not asked')
  const added = await act(site, person, 'addPasskeyAction', given, kept(asked))
  if (outcomeOf(added) !== 'done') failures.push(`a good passkey was refused: ${outcomeOf(added)}`)
  const again = await act(
    site,
    person,
    'addPasskeyAction',
    { ...given, answer: testDevice({ id, origin }).make(challengeOf(asked)) },
    kept(asked),
  )
  if (outcomeOf(again) === 'done') failures.push('the challenge of a new passkey was answered twice')

  const question = await callAction(site, 'askPasskeyAction', undefined, '[{}]', '/login')
  const answer = JSON.stringify(device.sign(challengeOf(question)))
  const other = await enterByPasskey(site, answer, '')
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => enterByPasskey(site, answer, kept(question))))
  const inside = answers.filter(Boolean).length
  if (other) failures.push('a challenge was answered by a browser that was not asked')
  if (inside !== 1) failures.push(`${inside} of ${AT_ONCE} came in with one answer`)
  return { tries: AT_ONCE + 4, failures }
}

async function enterByPasskey(site: Site, answer: string, jar: string): Promise<boolean> {
  const csrf = await ask(site, '/api/auth/csrf')
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
  const cookies = csrf.headers.getSetCookie().map((line) => line.split(';')[0])
  const entered = await ask(site, '/api/auth/callback/passkey', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    cookie: [...cookies, jar].filter(Boolean).join('; '),
    body: new URLSearchParams({ answer, csrfToken, json: 'true', callbackUrl: site.origin }).toString(),
  })
  return cookieIn(entered, 'tidemark.session') !== undefined
}

/** What needs a fresh proof is refused without one; the proof gives the session another number, and the old one ends. */
async function rotates(site: Site): Promise<Found> {
  await forgetLimits()
  const person = await makePerson(site)
  const old = person.cookie
  const failures: string[] = []
  await db().session.updateMany({ where: { userId: person.id }, data: { confirmedAt: new Date(Date.now() - HOUR_MS) } })
  const wishes: [string, unknown][] = [
    ['beginTotpAction', {}],
    ['renewRecoveryCodesAction', {}],
    ['removeTotpAction', { endOthers: false }],
    ['askNewPasskeyAction', {}],
    ['createTokenAction', { key: randomUUID(), name: 'Probe', days: 30 }],
    ['mayExportAction', {}],
  ]
  for (const [name, input] of wishes) {
    const outcome = outcomeOf(await act(site, person, name, input))
    if (outcome !== 'confirm') failures.push(`${name} was answered with ${outcome} without a fresh proof`)
  }
  const archive = await ask(site, '/api/archive', { cookie: old })
  if (archive.status !== 403) failures.push(`the archive was answered with ${archive.status} without a fresh proof`)
  const proven = await act(site, person, 'confirmByPasswordAction', { password: person.password })
  if (outcomeOf(proven) !== 'done' || person.cookie === old) failures.push('the proof gave no new session')
  if ((await ask(site, '/api/archive', { cookie: old })).status !== 401) failures.push('the old session is still open')
  if ((await ask(site, '/api/archive', { cookie: person.cookie })).status !== 200)
    failures.push('the new session is closed')
  return { tries: wishes.length + 4, failures }
}

export const factorProbes = (site: Site): Probe[] => [
  { name: 'factors: a code of the authenticator app works once', run: () => codeOnce(site) },
  { name: 'factors: a recovery code works once', run: () => recoveryCodeOnce(site) },
  { name: 'factors: codes cannot be guessed', run: () => guessingEnds(site) },
  { name: 'factors: a challenge is answered once', run: () => challengeOnce(site) },
  { name: 'factors: a fresh proof rotates the session', run: () => rotates(site) },
]
