import type { Probe } from '@/scripts/probes/probe'
import { makePerson, type Person } from '@/scripts/probes/security/people'
import { argumentsText, ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'

/** Signs in by the form's own route; answers the cookies and where the answer leads. */
export async function signIn(site: Site, person: Pick<Person, 'email' | 'password'>, callbackUrl = '/') {
  const csrf = await ask(site, '/api/auth/csrf')
  const token = (JSON.parse(csrf.text) as { csrfToken: string }).csrfToken
  const cookie = csrf.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const form = { csrfToken: token, email: person.email, password: person.password, callbackUrl, json: 'true' }
  return ask(site, '/api/auth/callback/password', {
    ...{ method: 'POST', cookie, body: new URLSearchParams(form).toString() },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}

/** Flags of the session's cookie, and its end at the sign-out. */
export const cookieFlags = (site: Site): Probe => ({
  name: 'cookies are for the server alone',
  run: async () => {
    const person = await makePerson(site)
    const answer = await signIn(site, person)
    const secure = site.origin.startsWith('https:')
    const failures: string[] = []
    const cookies = answer.headers.getSetCookie()
    for (const cookie of cookies) {
      const wanted = [
        /; ?HttpOnly/i,
        /; ?SameSite=Lax/i,
        /; ?Path=\/(?:;|$)/i,
        ...(secure ? [/; ?Secure/i, /^__Host-/] : []),
      ]
      for (const flag of wanted) if (!flag.test(cookie)) failures.push(`${cookie.split('=')[0]} lacks ${flag.source}`)
      if (/; ?Domain=/i.test(cookie)) failures.push(`${cookie.split('=')[0]} is sent to other hosts`)
    }
    const session = cookies.find((one) => /tidemark\.session=/.test(one))?.split(';')[0] ?? ''
    if (!session) failures.push('a sign-in gave no session')
    const kept = await ask(site, '/portfolios', { cookie: session })
    if (kept.status !== 200) failures.push(`the new session is answered ${kept.status}`)
    await callAction(site, 'logOutAction', session, '[]')
    const after = await callAction(site, 'createPortfolioAction', session, argumentsText([{}]))
    if (outcomeOf(after) !== 'signedOut') failures.push('the session goes on after the sign-out')
    return { tries: cookies.length + 2, failures }
  },
})
