import pg from 'pg'
import { newOwner, type Owner, query } from '@/scripts/probes/faults/book'
import { type Instance, newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { pause, unclear } from '@/scripts/probes/faults/load'
import { MOST_CONNECTIONS, type Server } from '@/scripts/probes/faults/server'
import { act, send } from '@/scripts/probes/faults/visitor'
import type { Probe } from '@/scripts/probes/probe'

const MOST_MS = 3_000
const POOL = 10
/** Requests that are under way when a table is locked wait for the lock as long as the pool lets them. */
const LOCK_MS = 12_000

const pathsOf = ({ portfolioId }: Owner): string[] => [
  ...[`/${portfolioId}`, `/${portfolioId}/holdings`, '/portfolios', '/settings'],
  ...[`/api/export/holdings/${portfolioId}`, '/api/ready'],
]

/** Pages, routes and an action: each is refused with 503 in time, while the app says that it lives and is not ready. */
async function judgeRefusals(
  app: Instance,
  owner: Owner,
  what: string,
): Promise<{ tries: number; failures: string[] }> {
  const { portfolioId } = owner
  const sent = [
    ...pathsOf(owner).map(async (path) => ({ path, answer: await send(app.origin, owner, { path }) })),
    act(app.origin, owner, '/portfolios', 'deletePortfolioAction', { id: portfolioId }).then((answer) => ({
      path: 'an action',
      answer,
    })),
  ]
  const answers = await Promise.all(sent)
  const failures = answers.flatMap(({ path, answer }) => {
    const said = unclear(answer)
    const shown = path.replace(portfolioId, '…')
    return [
      ...(answer.status === 503 ? [] : [`${what}: ${shown} answered ${answer.status} ${answer.broke ?? ''}`]),
      ...(answer.took <= MOST_MS ? [] : [`${what}: ${shown} took ${Math.round(answer.took)} ms`]),
      ...(said ? [`${what}: ${shown}: ${said}`] : []),
    ]
  })
  const health = await send(app.origin, owner, { path: '/api/health' })
  if (health.status !== 200 || health.took > 1_000)
    failures.push(`${what}: /api/health answered ${health.status} in ${Math.round(health.took)} ms`)
  return { tries: answers.length + 1, failures }
}

/** The first requests of a process load its code. */
async function warm(app: Instance, owner: Owner): Promise<void> {
  for (const path of pathsOf(owner)) await send(app.origin, owner, { path })
}

async function isWell(app: Instance, owner: Owner, what: string): Promise<string[]> {
  await pause(1_000)
  const page = await send(app.origin, owner, { path: `/${owner.portfolioId}` })
  const ready = await send(app.origin, owner, { path: '/api/ready' })
  return page.status === 200 && ready.status === 200
    ? []
    : [`${what}: afterwards the page answers ${page.status}, /api/ready ${ready.status}`]
}

/** Somebody from outside locks a table that every request reads, until the pool is full of those who wait. */
async function locked(app: Instance, owner: Owner): Promise<{ tries: number; failures: string[] }> {
  const outside = new pg.Client({ connectionString: app.databaseUrl })
  await outside.connect()
  await outside.query('BEGIN; LOCK TABLE "Session" IN ACCESS EXCLUSIVE MODE')
  const stuck = Array.from({ length: POOL + 4 }, () => send(app.origin, owner, { path: '/portfolios' }))
  await pause(1_000)
  const found = await judgeRefusals(app, owner, 'table locked')
  await outside.query('ROLLBACK')
  await outside.end()
  const ended = await Promise.all(stuck)
  const strange = ended.filter((answer) => ![200, 503].includes(answer.status) || answer.took > LOCK_MS + MOST_MS)
  found.failures.push(
    ...strange.map(
      ({ status, took }) => `table locked: a waiting page ended with ${status} after ${Math.round(took)} ms`,
    ),
  )
  found.failures.push(...(await isWell(app, owner, 'table locked')))
  return { tries: found.tries + stuck.length, failures: found.failures }
}

/** Somebody from outside takes every connection that the server has, after a restart has taken those of the app. */
async function taken(app: Instance, owner: Owner, postgres: Server): Promise<{ tries: number; failures: string[] }> {
  postgres.restart('fast')
  const clients: pg.Client[] = []
  for (let number = 0; number < MOST_CONNECTIONS; number += 1) {
    const client = new pg.Client({ connectionString: app.databaseUrl })
    client.on('error', () => {})
    const free = await client.connect().then(
      () => true,
      () => false,
    )
    if (!free) break
    clients.push(client)
  }
  const found = await judgeRefusals(app, owner, 'connections taken')
  await Promise.all(clients.map((client) => client.end()))
  found.failures.push(...(await isWell(app, owner, 'connections taken')))
  return found
}

export const poolProbe = (server: () => Promise<Server>): Probe => ({
  name: 'no connection to be had (Postgres)',
  run: async () => {
    const postgres = await server()
    const app = await startInstance(await newPlace(await postgres.database('pool')))
    try {
      const owner = await newOwner(app.databaseUrl)
      await warm(app, owner)
      const first = await locked(app, owner)
      const second = await taken(app, owner, postgres)
      const [left] = await query<{ alive: boolean }>(
        app.databaseUrl,
        'SELECT "deletedAt" IS NULL AS alive FROM "Portfolio" WHERE id = $1',
        [owner.portfolioId],
      )
      const kept = left?.alive ? [] : ['a refused deletion was done']
      return { tries: first.tries + second.tries, failures: [...first.failures, ...second.failures, ...kept] }
    } finally {
      await app.kill()
    }
  },
})
