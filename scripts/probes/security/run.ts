// Started by scripts/security.mjs with the app's address, database and secret in the environment.
import { parseArgs } from 'node:util'
import { runProbes } from '@/scripts/probes/probe'
import { oddRequests, tooLarge } from '@/scripts/probes/security/bodies'
import { browserWalk } from '@/scripts/probes/security/browser'
import { cookieFlags } from '@/scripts/probes/security/cookies'
import { factorProbes } from '@/scripts/probes/security/factors'
import { garbageToActions, garbageToPages, garbageToRoutes, spoiledToActions } from '@/scripts/probes/security/fuzz'
import { nonces, notKept, strictHeaders } from '@/scripts/probes/security/headers'
import { behindHttps } from '@/scripts/probes/security/https'
import { joinProbes } from '@/scripts/probes/security/join'
import { quietLog } from '@/scripts/probes/security/logs'
import { mailProbes } from '@/scripts/probes/security/mail'
import { ownership, ownershipIsTheReason } from '@/scripts/probes/security/ownership'
import { forgedHost, openRedirects, sameOrigin } from '@/scripts/probes/security/requests'
import { signInProbes } from '@/scripts/probes/security/sign-in'
import { refusedStart } from '@/scripts/probes/security/start'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, each: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
})
const site = {
  origin: process.env.E2E_ORIGIN ?? '',
  databaseUrl: process.env.DATABASE_URL ?? '',
  secret: process.env.NEXTAUTH_SECRET ?? '',
}
const budget = { seed: Number(values.seed ?? Date.now() % 2 ** 31), each: Number(values.each) }
const probes = [
  ...[strictHeaders(site), nonces(site), notKept(site), cookieFlags(site)],
  ...[sameOrigin(site), forgedHost(site), openRedirects(site), tooLarge(site), oddRequests(site)],
  ...[ownership(site), ownershipIsTheReason(site)],
  ...mailProbes(site),
  ...signInProbes(site),
  ...joinProbes(site),
  ...factorProbes(site),
  ...[
    garbageToActions(site, budget),
    spoiledToActions(site, budget),
    garbageToRoutes(site, budget),
    garbageToPages(site, budget),
  ],
  ...[refusedStart(), behindHttps(site), browserWalk(site)],
  // After all that could make the app say too much.
  quietLog(process.env.E2E_LOG ?? ''),
]

console.log(`The garbage is of the seed ${budget.seed}.`)
const failures = await runProbes(
  'Security',
  probes.filter(({ name }) => name.includes(values.only)),
)
process.exit(failures === 0 ? 0 : 1)
