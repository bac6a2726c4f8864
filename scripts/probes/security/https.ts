import type { Probe } from '@/scripts/probes/probe'
import { cookieFlags } from '@/scripts/probes/security/cookies'
import { makePerson } from '@/scripts/probes/security/people'
import { ask, callAction, outcomeOf, type Site } from '@/scripts/probes/security/site'
import { startApp } from '@/scripts/steps/app-under-test.mjs'

const PUBLIC = 'https://tidemark.example'
const A_YEAR = /^max-age=31536000; includeSubDomains$/
const ANY = [
  '/login',
  '/',
  '/portfolios',
  '/nowhere',
  '/api/health',
  '/api/archive',
  '/icon.svg',
  '/_next/static/nowhere.js',
]

/** The same build as it stands behind a proxy that speaks https with visitors and plain http with it, on the same database. */
export const behindHttps = (site: Site): Probe => ({
  name: 'behind https nothing is left to plain http',
  run: async () => {
    const settings = {
      APP_ORIGIN: PUBLIC,
      DATABASE_URL: site.databaseUrl,
      NEXTAUTH_SECRET: site.secret,
      JOBS: 'worker',
    }
    const app = await startApp(settings, '/dev/null')
    const secure: Site = { ...site, origin: PUBLIC, address: app.origin }
    try {
      const cookies = await cookieFlags(secure).run()
      const failures = [...cookies.failures]
      for (const path of ANY) {
        const { headers } = await ask(secure, path)
        const told = headers.get('strict-transport-security') ?? ''
        if (!A_YEAR.test(told)) failures.push(`${path}: Strict-Transport-Security is "${told}"`)
        const target = new URL(headers.get('location') ?? PUBLIC, PUBLIC).origin
        if (target !== PUBLIC) failures.push(`${path} leads to ${target}`)
      }
      const { cookie } = await makePerson(site)
      for (const origin of ['http://tidemark.example', app.origin, 'https://tidemark.example:444']) {
        const { status } = await callAction({ ...secure, origin }, 'logOutAction', cookie, '[]')
        if (status !== 403) failures.push(`an act from ${origin}: ${status}`)
      }
      // The name of the cookie over plain http is not looked at.
      const plain = await callAction(secure, 'revokeOtherSessionsAction', cookie, '[{}]')
      if (outcomeOf(plain) !== 'signedOut')
        failures.push(`a cookie of plain http was answered with ${outcomeOf(plain)}`)
      return { tries: cookies.tries + ANY.length + 4, failures }
    } finally {
      await app.stop()
    }
  },
})
