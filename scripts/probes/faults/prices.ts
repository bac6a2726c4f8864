// Refreshes of prices from a stand-in for a source: one batch of one moment, that is in the holdings whole or not at all.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newOwner, type Owner, query } from '@/scripts/probes/faults/book'
import { pause } from '@/scripts/probes/faults/load'
import { send } from '@/scripts/probes/faults/visitor'
import type { Target, Writer } from '@/scripts/probes/faults/writers'

const SLOW_MS = 60
const SETTLE_MS = 90_000

interface Stub {
  env: Record<string, string>
  /** How often a symbol was asked for. */
  asked: Map<string, number>
  /** What every price ends in from now on, in cents: it marks the round. */
  mark: (cents: number) => void
  /** How long each answer takes from now on, in milliseconds. */
  slow: (ms: number) => void
  stop: () => Promise<void>
}

/** Yahoo as far as a refresh needs it. The price of a symbol is 100, and the mark of the round in cents. */
export async function startPriceSource(): Promise<Stub> {
  const asked = new Map<string, number>()
  let cents = 0
  let wait = SLOW_MS
  const server = createServer((request, response) => {
    const symbol = decodeURIComponent(new URL(request.url ?? '/', 'http://stub').pathname.split('/').at(-1) ?? '')
    asked.set(symbol, (asked.get(symbol) ?? 0) + 1)
    const second = Math.floor(Date.now() / 1000)
    const meta = `{"currency":"USD","symbol":"${symbol}","regularMarketTime":${second},"gmtoffset":0,"regularMarketPrice":${BASE[symbol] ?? 100}.${String(cents).padStart(2, '0')},"priceHint":2}`
    const body = `{"chart":{"result":[{"meta":${meta},"timestamp":[${second}],"indicators":{"quote":[{}]}}],"error":null}}`
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'application/json' }).end(body), wait)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    env: { YAHOO_BASE_URL: `${origin}/` },
    asked,
    mark: (next) => {
      cents = next
    },
    slow: (ms) => {
      wait = ms
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Near the prices that the book begins with: one that is a hundred times off would rightly not be taken. */
const BASE: Record<string, number> = { VUG: 400, MSFT: 500, JNJ: 180, TLT: 90, GLD: 300 }

export async function turnOn(url: string, owner: Owner): Promise<void> {
  await query(url, `INSERT INTO "PriceSetting" ("userId", sources) VALUES ($1, '{yahoo}')`, [owner.userId])
}

export const startRefresh = (origin: string, owner: Owner) =>
  send(origin, owner, {
    ...{ path: '/api/jobs/prices', method: 'POST' },
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ portfolioId: owner.portfolioId }),
  })

interface Refreshing {
  env: Record<string, string>
  open: (target: Target) => Promise<Writer>
  /** At the end every refresh that was begun is over, and its prices are in the holdings. */
  settle: () => Promise<string[]>
  stop: () => Promise<void>
}

export async function priceWriter(): Promise<Refreshing> {
  const source = await startPriceSource()
  let target: Target | null = null
  let owner: Owner | null = null
  let round = 1
  let done = 0
  source.mark(round)
  const runs = (): Promise<{ open: number; over: number }[]> =>
    query(
      target?.databaseUrl ?? '',
      `SELECT count(*) FILTER (WHERE "finishedAt" IS NULL)::int AS open, count(*) FILTER (WHERE "finishedAt" IS NOT NULL)::int AS over
       FROM "PriceRun" WHERE "userId" = $1`,
      [owner?.userId],
    )
  const judge = async (): Promise<string[]> => {
    // A person asks less often than this writer: it starts each round with all of its attempts.
    await query(target?.databaseUrl ?? '', 'DELETE FROM "RateLimit"')
    const rows = await query<{ price: string; source: string }>(
      target?.databaseUrl ?? '',
      `SELECT price::text, "priceSource" AS source FROM "Holding" WHERE "accountId" = $1`,
      [owner?.accountId],
    )
    // All rows of one refresh, or all as they were before the first.
    const marks = new Set(rows.map(({ price }) => /\.(\d\d)/.exec(price)?.[1]))
    const [counts] = await runs()
    return [
      ...(marks.size > 1 ? [`prices of several refreshes stand side by side: ${[...marks]}`] : []),
      ...((counts?.open ?? 0) > 1 ? ['two refreshes of one user are open'] : []),
    ]
  }
  return {
    env: source.env,
    open: async (given) => {
      target = given
      owner = await newOwner(given.databaseUrl)
      await turnOn(given.databaseUrl, owner)
      const held = owner
      return {
        name: 'prices',
        done: () => done,
        judge,
        write: async () => {
          // A refresh that is under way goes on with the prices of its own round.
          const [counts] = await runs().catch(() => [{ open: 1, over: 0 }])
          if (counts && counts.open === 0) {
            round = (round % 90) + 1
            source.mark(round)
          }
          const answer = await startRefresh(given.origin(), held)
          if (answer.status === 200) done += 1
          await pause(150)
          return answer
        },
      }
    },
    settle: async () => {
      const deadline = Date.now() + SETTLE_MS
      while (((await runs())[0]?.open ?? 0) > 0 && Date.now() < deadline) {
        if (target && owner) await startRefresh(target.origin(), owner)
        await pause(500)
      }
      const [counts] = await runs()
      return [...(counts?.open ? ['a refresh that was killed is still open'] : []), ...(await judge())]
    },
    stop: source.stop,
  }
}
