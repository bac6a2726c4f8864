import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { type PriceStubs, priceAddresses, startPriceStubs } from '@/e2e/stubs/prices'
import { chinese, t } from '@/e2e/texts'
import { strangeLines } from '@/scripts/probes/security/logs'
import { freePort } from '@/scripts/steps/free-port.mjs'

test.describe.configure({ mode: 'default' })
test.setTimeout(240_000)

/** What is in the middle of a refresh when everything is killed goes on within so long after the next start. */
const RESUMED_MS = 60_000

const folder = mkdtempSync(join(tmpdir(), 'tidemark-jobs-'))
let port: number
let metricsPort: number
let stubs: PriceStubs
let app: CrashApp

const startAgain = () =>
  startCrashApp(folder, port, {
    ...priceAddresses(stubs.origin),
    ...{ LOG_LEVEL: 'trace', METRICS_PORT: String(metricsPort), REGISTRATION: 'invite' },
  })

test.beforeAll(async () => {
  stubs = await startPriceStubs()
  port = await freePort()
  metricsPort = await freePort()
  app = await startAgain()
})
test.afterAll(async () => {
  await app.stop()
  await stubs.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  const { rows } = await client.query<T>(sql, values)
  await client.end()
  return rows
}

/** A demo of its own; answers its portfolio's id. */
async function openDemo(page: Page, texts = t): Promise<string> {
  await page.goto(`${app.origin}/login`)
  await page.getByRole('button', { name: texts('auth.demo.start') }).click()
  await page.waitForURL(/\/[\da-f-]{36}$/)
  return new URL(page.url()).pathname.slice(1)
}

const makeAdmin = (portfolioId: string) =>
  query('UPDATE "User" SET admin = true WHERE id = (SELECT "userId" FROM "Portfolio" WHERE id = $1)', [portfolioId])

test('a refresh that is killed in the middle goes on when the app is started again, and asks nothing twice', async ({
  page,
  watch,
}) => {
  watch.allow(/ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to fetch/)
  const portfolioId = await openDemo(page)
  await page.goto(`${app.origin}/${portfolioId}/prices`)
  const held = await query<{ symbol: string }>(
    'SELECT DISTINCT h.symbol FROM "Holding" h JOIN "Account" a ON a.id = h."accountId" WHERE a."portfolioId" = $1',
    [portfolioId],
  )
  for (const { symbol } of held) stubs.prices.yahoo.set(symbol, { price: '101.25' })
  await page.getByRole('switch', { name: t('prices.source.yahoo.name') }).check()
  stubs.wrongs.set('yahoo', 'slow')
  await page.getByRole('button', { name: t('prices.refresh.start') }).click()
  await expect.poll(() => stubs.requests.length).toBeGreaterThanOrEqual(3)
  await app.kill()
  const printed = app.said()
  app = await startAgain()
  const unfinished = () => query('SELECT 1 FROM "PriceRun" WHERE "finishedAt" IS NULL')
  const [run] = await query<{ done: number }>('SELECT done FROM "PriceRun"')
  expect(run?.done).toBeLessThan(held.length)
  await expect.poll(unfinished, { timeout: RESUMED_MS }).toEqual([])
  const runs = await query<{ done: number; symbols: string[] }>('SELECT done, symbols FROM "PriceRun"')
  expect(runs.map(({ done, symbols }) => done === symbols.length)).toEqual([true])
  expect(stubs.requests.length - new Set(stubs.requests).size, 'only what was on its way').toBeLessThanOrEqual(1)
  const said = `${printed}\n${app.said()}`
  expect(said).toContain('"msg":"request"')
  expect(said).toContain('"msg":"action"')
  expect(strangeLines(said)).toEqual([])
  expect(said, 'no symbol and no price').not.toMatch(/VTI|101\.25/)
  await page.goto(`${app.origin}/${portfolioId}/prices`)
  await expect(page.getByRole('button', { name: t('prices.refresh.start') })).toBeEnabled()
})

test('the status page is there for an administrator and for nobody else', async ({ page, openBrowser, watch }) => {
  watch.allow(/^404: GET .*\/settings\/status/)
  const stranger = await openBrowser()
  await openDemo(stranger)
  expect((await stranger.goto(`${app.origin}/settings/status`))?.status()).toBe(404)
  await makeAdmin(await openDemo(page))
  expect((await page.goto(`${app.origin}/settings/status`))?.status()).toBe(200)
  const jobs = page.getByRole('region', { name: t('status.jobs.title') })
  await expect(jobs.getByRole('row', { name: t('status.jobs.kind.prices') })).toBeVisible()
  await expect(page.getByText(t('status.server.registrationMode.invite'))).toBeVisible()
  await expect(page.getByText(t('status.server.mailOff'))).toBeVisible()
  await expect(page.getByText(t('status.jobs.in.inline'))).toBeVisible()
  await query(`UPDATE pgboss.job SET state = 'failed', output = '{"code":"Probe"}' WHERE name = 'cleanUp'`)
  await page.reload()
  await expect(page.getByText(t('status.jobs.someFailed', { count: 1 }))).toBeVisible()
  await expect(jobs).toContainText('Probe')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])
})

test('figures for Prometheus are on a port of their own, without an id in them', async ({ page }) => {
  const portfolioId = await openDemo(page)
  await page.goto(`${app.origin}/${portfolioId}/holdings`)
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`)
  expect(answer.status).toBe(200)
  const figures = await answer.text()
  for (const name of [
    'http_request_seconds_count',
    'database_connections',
    'jobs',
    'password_hashes',
    'plan_seconds',
  ]) {
    expect(figures).toContain(`tidemark_${name}`)
  }
  expect(figures).toContain('route="holdings",method="GET",status="200"')
  expect(figures).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/)
  expect((await fetch(`http://127.0.0.1:${metricsPort}/`)).status).toBe(404)
  expect((await page.request.get(`${app.origin}/metrics`, { maxRedirects: 0 })).status()).not.toBe(200)
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })
  test('the status page fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await makeAdmin(await openDemo(page, chinese))
    await page.goto(`${app.origin}/settings/status`)
    await expect(page.getByText(chinese('status.server.mailOff'))).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
