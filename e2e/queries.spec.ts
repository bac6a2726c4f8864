import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { t } from '@/e2e/texts'
import { freePort } from '@/scripts/steps/free-port.mjs'

/** How many statements a page of a portfolio sends at most, the session's own among them. */
const MOST: Record<string, number> = {
  '': 12,
  '/holdings': 10,
  '/targets': 15,
  '/rebalance': 11,
  '/plans': 6,
  '/policy': 7,
  '/prices': 12,
  '/transfer': 13,
}
/** Every holding and lot of the demo so many times more: a page that asks once for each would show it. */
const COPIES = 10

const folder = mkdtempSync(join(tmpdir(), 'tidemark-queries-'))
let app: CrashApp
let metricsPort: number

test.beforeAll(async () => {
  metricsPort = await freePort()
  // Without the jobs nobody but the page asks.
  app = await startCrashApp(folder, await freePort(), { METRICS_PORT: String(metricsPort), JOBS: 'worker' })
})
test.afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function sentSoFar(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  return Number(/^tidemark_database_statements_total (\d+)/m.exec(text)?.[1])
}

/** What one request for the page's HTML sends; to read the counter costs a statement of its own, which is taken off. */
async function statementsOf(page: Page, address: string): Promise<number> {
  await page.request.get(address) // whatever is asked once in a process is asked now
  const before = await sentSoFar()
  const reading = (await sentSoFar()) - before
  const answer = await page.request.get(address)
  expect(answer.status()).toBe(200)
  await answer.text()
  return (await sentSoFar()) - before - 2 * reading
}

async function countAll(page: Page, portfolio: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const path of Object.keys(MOST)) counts[path] = await statementsOf(page, `${portfolio}${path}`)
  return counts
}

/** Copies every holding with its lots under other symbols of the same classes. */
async function multiply(portfolioId: string): Promise<void> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  await client.query(
    'CREATE TEMP TABLE copies AS SELECT gen_random_uuid() AS id, h.id AS of, n FROM "Holding" h JOIN "Account" a ON a.id = h."accountId", generate_series(1, $2::int) n WHERE a."portfolioId" = $1 AND h."deletedAt" IS NULL',
    [portfolioId, COPIES],
  )
  await client.query(
    'INSERT INTO "Holding" (id, "accountId", symbol, name, quantity, unit, price, currency, "pricedOn", "priceSource", position) SELECT c.id, "accountId", left(symbol, 8) || \'.\' || n, name, quantity, unit, price, currency, "pricedOn", "priceSource", position + 1000 * n FROM "Holding" h JOIN copies c ON c.of = h.id',
  )
  await client.query(
    'INSERT INTO "Lot" (id, "holdingId", quantity, "unitCost", "acquiredOn") SELECT gen_random_uuid(), c.id, quantity, "unitCost", "acquiredOn" FROM "Lot" l JOIN copies c ON c.of = l."holdingId"',
  )
  await client.end()
}

test('a page sends few statements, and no more of them for ten times the holdings', async ({ openBrowser }) => {
  test.setTimeout(180_000)
  const page = await openBrowser()
  await page.goto(`${app.origin}/login`)
  await page.getByRole('button', { name: t('auth.demo.start') }).click()
  await page.waitForURL(/\/[\da-f-]{36}$/)
  const portfolio = page.url()
  const few = await countAll(page, portfolio)
  await multiply(portfolio.split('/').at(-1) ?? '')
  expect(await countAll(page, portfolio)).toEqual(few)
  const tooMany = Object.entries(few).filter(([path, count]) => !(count <= (MOST[path] ?? 0)))
  expect(tooMany, JSON.stringify(few)).toEqual([])
})
