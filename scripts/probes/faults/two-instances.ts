import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newOwner, query } from '@/scripts/probes/faults/book'
import { type Instance, newPlace, startInstance } from '@/scripts/probes/faults/instance'
import { judgeAll, pause, startLoad, untold } from '@/scripts/probes/faults/load'
import { startPriceSource, startRefresh, turnOn } from '@/scripts/probes/faults/prices'
import type { Server } from '@/scripts/probes/faults/server'
import { newWriters } from '@/scripts/probes/faults/writers'
import type { Probe } from '@/scripts/probes/probe'

const LOAD_MS = 1_500
const SETTLE_MS = 60_000

interface Balancer {
  origin: string
  stop: () => void
}

/** Sends each request to the next app in turn. One that is gone is passed over; one that breaks off is told as 502, and the client may try again. */
async function startBalancer(apps: () => readonly Instance[]): Promise<Balancer> {
  let turn = 0
  const pass = (request: IncomingMessage, response: ServerResponse, body: Buffer, triesLeft: number): void => {
    const all = apps()
    const app = all[turn++ % all.length]
    if (!app) return void response.writeHead(502).end()
    const { hostname, port } = new URL(app.origin)
    const sent = forward({
      hostname,
      port,
      path: request.url,
      method: request.method,
      headers: request.headers,
      agent: false,
    })
    sent.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      answer.on('aborted', () => response.destroy())
    })
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && triesLeft > 0) return pass(request, response, body, triesLeft - 1)
      if (!response.headersSent) response.writeHead(502).end()
      else response.destroy()
    })
    sent.end(body)
  }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => pass(request, response, Buffer.concat(pieces), apps().length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Two apps on one database, one of them killed under load and started again, round after round. */
export const twoInstancesProbe = (server: () => Promise<Server>, kills: number): Probe => ({
  name: 'two apps, one killed under load (Postgres)',
  run: async () => {
    const url = await (await server()).database('pair')
    const apps: Instance[] = []
    const balancer = await startBalancer(() => apps)
    const source = await startPriceSource()
    const env = { ...source.env, APP_ORIGIN: balancer.origin }
    const places = [await newPlace(url, env), await newPlace(url, env)]
    const failures: string[] = []
    let tries = 0
    try {
      for (const place of places) apps.push(await startInstance(place))
      const writers = await newWriters({ origin: () => balancer.origin, databaseUrl: url })
      for (let round = 0; round < kills; round += 1) {
        const load = startLoad(writers)
        await pause(LOAD_MS)
        const [victim, place] = [apps[round % 2], places[round % 2]]
        await victim?.kill()
        const killed = Date.now()
        await pause(LOAD_MS)
        await load.stop()
        tries += load.answers.length
        failures.push(...load.answers.flatMap(({ answer }) => untold(answer) ?? []))
        const after = load.answers.filter(({ at, answer }) => at > killed && answer.status === 200)
        if (after.length === 0) failures.push(`kill ${round + 1}: the app that was left did nothing`)
        failures.push(...(await judgeAll(writers, `kill ${round + 1}`)))
        if (place) apps[round % 2] = await startInstance(place)
      }
      // So slow that the four who ask for it ask while it is at work.
      source.slow(2_000)
      const once = await refreshedOnce(apps, url, source.asked)
      tries += once.tries
      failures.push(...once.failures)
    } finally {
      for (const app of apps) await app.kill().catch(() => {})
      balancer.stop()
      await source.stop()
    }
    return { tries, failures }
  },
})

/** Both apps are asked for the same refresh at the same moment: it is done once. */
async function refreshedOnce(
  apps: readonly Instance[],
  url: string,
  asked: Map<string, number>,
): Promise<{ tries: number; failures: string[] }> {
  const owner = await newOwner(url)
  await turnOn(url, owner)
  asked.clear()
  const origin = (app: Instance) => app.origin
  await Promise.all(apps.flatMap((app) => [startRefresh(origin(app), owner), startRefresh(origin(app), owner)]))
  const deadline = Date.now() + SETTLE_MS
  const count = () =>
    query<{ open: number; over: number }>(
      url,
      `SELECT count(*) FILTER (WHERE "finishedAt" IS NULL)::int AS open, count(*) FILTER (WHERE "finishedAt" IS NOT NULL)::int AS over FROM "PriceRun" WHERE "userId" = $1`,
      [owner.userId],
    )
  while ((await count())[0]?.over === 0 && Date.now() < deadline) await pause(200)
  await pause(1_000)
  const [runs] = await count()
  const twice = [...asked]
    .filter(([, times]) => times > 1)
    .map(([symbol, times]) => `${symbol} was asked for ${times} times`)
  return {
    tries: 4,
    failures: [
      ...(runs?.over === 1 && runs.open === 0 ? [] : [`one refresh was wanted: ${JSON.stringify(runs)}`]),
      ...twice,
    ],
  }
}
