import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import pg from 'pg'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { type FeedStubs, feedAddresses, startFeedStubs, type Wrong } from '@/e2e/stubs/feeds'
import { GOOD_KEY } from '@/e2e/stubs/fred'
import { readingsOf } from '@/e2e/stubs/numbers'
import { t } from '@/e2e/texts'
import { FRED_NOTICE } from '@/lib/core/fred-notice'
import { freePort } from '@/scripts/steps/free-port.mjs'

// What is fetched is shared by all users of an installation: these tests have one of their own, and one of them at a time.
test.describe.configure({ mode: 'default' })
test.setTimeout(240_000)

const WRONG_KEY = 'z'.repeat(32)
const folder = mkdtempSync(join(tmpdir(), 'tidemark-series-'))
let port: number
let stubs: FeedStubs
let app: CrashApp

const start = () =>
  startCrashApp(folder, port, { ...feedAddresses(stubs.origin), FEED_TIMEOUT_MS: '800', FRED_API_KEY: '' })

test.beforeAll(async () => {
  port = await freePort()
  stubs = await startFeedStubs()
  app = await start()
})
test.afterAll(async () => {
  expect(app.said(), 'no key in what the server prints').not.toMatch(new RegExp(`${GOOD_KEY}|${WRONG_KEY}`))
  await app.stop()
  await stubs.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  const { rows } = await client.query<T>(sql)
  await client.end()
  return rows
}

/** Feeds that were left alone after a failure are asked again, and are well. */
async function forgive(): Promise<void> {
  stubs.heal()
  stubs.requests.length = 0
  await query('DELETE FROM "FeedState"')
}

const stored = () => query('SELECT series, date::text, value::text FROM "Observation" ORDER BY 1, 2')

/** A demo of its own with its page of sources open. */
async function openSources(page: Page): Promise<string> {
  await page.goto(`${app.origin}/login`)
  await page.getByRole('button', { name: t('auth.demo.start') }).click()
  await page.waitForURL(/\/[\da-f-]{36}$/)
  const address = `${page.url()}/policy/sources`
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: t('sources.title') })).toBeVisible()
  return address
}

const sourceOf = (page: Page, source: 'fred' | 'nyFed' | 'treasury'): Locator =>
  page.getByRole('switch', { name: t(`sources.source.${source}.name`) })
const button = (page: Page, name: 'start' | 'resume' | 'running'): Locator =>
  page.getByRole('button', { name: t(`sources.refresh.${name}`) })
const rowOf = (page: Page, series: string): Locator =>
  page.getByRole('region', { name: t('sources.table.title') }).getByRole('row', { name: series })

async function turnOn(page: Page, ...sources: ('fred' | 'nyFed' | 'treasury')[]): Promise<void> {
  for (const source of sources) await sourceOf(page, source).check()
  await expect(button(page, 'start')).toBeEnabled()
}

async function refresh(page: Page): Promise<void> {
  await button(page, 'start').click()
  await expect(page.getByRole('progressbar', { name: t('sources.refresh.progress') })).toBeVisible()
  await expect(button(page, 'start')).toBeEnabled({ timeout: 90_000 })
}

async function saveKey(page: Page, key: string): Promise<void> {
  await page.getByLabel(t('sources.key.label')).fill(key)
  await page.getByLabel(t('sources.key.label')).press('Enter')
}

test('nothing is fetched until a source is turned on; then all of it is, with its date and state', async ({ page }) => {
  await openSources(page)
  await expect(page.getByText(t('sources.answer.off'))).toBeVisible()
  await expect(button(page, 'start')).toBeDisabled()
  await expect(page.getByText(FRED_NOTICE)).toBeVisible()
  expect(stubs.requests).toEqual([])

  await turnOn(page, 'fred', 'nyFed', 'treasury')
  expect(stubs.requests, 'to turn on is not to ask').toEqual([])
  await refresh(page)
  await expect(page.getByText(t('sources.answer.on', { fresh: 28, total: 28 }))).toBeVisible()
  const newest = readingsOf('WALCL').at(-1)?.value ?? 0
  await expect(rowOf(page, 'WALCL')).toContainText(Math.round(newest).toLocaleString('en-US'))
  await expect(rowOf(page, 'WALCL')).toContainText(t('sources.state.fresh'))
  await expect(rowOf(page, 'REPO_TOTAL'), 'two operations a day').toContainText('26,000')
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])

  await sourceOf(page, 'nyFed').uncheck()
  await page.reload()
  await expect(sourceOf(page, 'nyFed')).not.toBeChecked()
  await forgive()
  await refresh(page)
  expect(stubs.requests.filter((path) => path.startsWith('/nyFed/'))).toEqual([])
})

const CSV_FAILURES: [Wrong, Parameters<typeof t>[0]][] = [
  ['html', 'sources.failure.blocked'],
  ['redirect', 'sources.failure.blocked'],
  ['tooMany', 'sources.failure.rateLimited'],
  ['hang', 'sources.failure.timeout'],
  ['broken', 'sources.failure.network'],
  ['cut', 'sources.failure.badAnswer'],
  ['billionsUnsaid', 'sources.failure.badAnswer'],
]

test('each failure of the download is shown, and what was stored stays', async ({ page }) => {
  await openSources(page)
  await turnOn(page, 'fred')
  await forgive()
  await refresh(page)
  const before = await stored()
  expect(before.length).toBeGreaterThan(1000)
  for (const [wrong, reason] of CSV_FAILURES) {
    await forgive()
    stubs.set('fredCsv', wrong)
    await refresh(page)
    await expect(rowOf(page, 'WALCL'), wrong).toContainText(t('sources.state.failing'))
    await expect(rowOf(page, 'WALCL'), wrong).toContainText(t(reason as 'sources.failure.blocked'))
    await expect(page.getByText(FRED_NOTICE)).toBeVisible()
    expect(await stored(), wrong).toEqual(before)
  }
  await forgive()
  await refresh(page)
  await expect(rowOf(page, 'WALCL')).toContainText(t('sources.state.fresh'))
})

test("each failure of FRED's interface is shown, and the key in nothing that the server sends", async ({ page }) => {
  const heard: string[] = []
  page.on('response', async (response) => heard.push(await response.text().catch(() => '')))
  await openSources(page)
  await turnOn(page, 'fred')
  await saveKey(page, 'not a key')
  await expect(page.getByText(t('sources.key.wrong'))).toBeVisible()
  await saveKey(page, GOOD_KEY)
  await expect(page.getByText(t('sources.key.stored', { end: GOOD_KEY.slice(-4) }))).toBeVisible()
  await forgive()
  await refresh(page)
  await expect(rowOf(page, 'WALCL')).toContainText(t('sources.state.fresh'))
  const before = await stored()

  for (const wrong of ['xml', 'html', 'tooMany', 'hang', 'cut'] as const) {
    await forgive()
    stubs.set('fredApi', wrong)
    stubs.set('fredCsv', 'broken')
    await refresh(page)
    await expect(rowOf(page, 'WALCL'), wrong).toContainText(t('sources.state.failing'))
    expect(await stored(), wrong).toEqual(before)
  }
  for (const wrong of ['dots', 'billions'] as const) {
    await forgive()
    stubs.set('fredApi', wrong)
    await refresh(page)
    await expect(rowOf(page, 'WTREGEN'), wrong).toContainText(t('sources.state.fresh'))
    expect(await stored(), wrong).toEqual(before)
  }

  await saveKey(page, WRONG_KEY)
  await expect(page.getByText(t('sources.key.stored', { end: WRONG_KEY.slice(-4) }))).toBeVisible()
  await forgive()
  await refresh(page)
  await expect(page.getByText(t('sources.key.refused', { end: WRONG_KEY.slice(-4) }))).toBeVisible()
  await expect(rowOf(page, 'WALCL'), 'the download stands in').toContainText(t('sources.state.fresh'))
  heard.push(await page.content())
  expect(heard.length).toBeGreaterThan(20)
  expect(heard.filter((text) => text.includes(GOOD_KEY) || text.includes(WRONG_KEY))).toEqual([])
})

test('two clicks in two windows start one refresh', async ({ page, context }) => {
  const address = await openSources(page)
  await turnOn(page, 'treasury', 'nyFed')
  const second = await context.newPage()
  await second.goto(address)
  await forgive()
  stubs.set('nyFed', 'slow')
  stubs.set('treasury', 'slow')
  await Promise.all([button(page, 'start').dblclick(), button(second, 'start').click()])
  for (const one of [page, second]) await expect(button(one, 'start')).toBeEnabled({ timeout: 60_000 })
  // Each of the five series once, the summary of holdings for two of them.
  expect(stubs.requests).toHaveLength(5)
})

test('a refresh that is killed in the middle goes on where it stood', async ({ page, watch }) => {
  watch.allow(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/)
  const address = await openSources(page)
  await turnOn(page, 'fred')
  await forgive()
  stubs.set('fredCsv', 'slow')
  await button(page, 'start').click()
  const bar = page.getByRole('progressbar', { name: t('sources.refresh.progress') })
  await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(3)
  await page.goto('about:blank')
  await app.kill()
  app = await start()
  const [run] = await query<{ done: number }>('SELECT done FROM "RefreshRun" WHERE "finishedAt" IS NULL')
  expect(run?.done).toBeGreaterThan(3)
  // As if a minute had gone by since the last sign of life. A server that starts goes on by itself, unless it looked before this.
  await query(`UPDATE "RefreshRun" SET "heartbeatAt" = now() - interval '2 minutes' WHERE "finishedAt" IS NULL`)
  await page.goto(address)
  if (await button(page, 'resume').isVisible()) await button(page, 'resume').click()
  await expect(button(page, 'start')).toBeEnabled({ timeout: 60_000 })
  const asked = stubs.requests.map((path) => new URL(`http://x${path}`).searchParams.get('id'))
  expect(new Set(asked).size, 'every series').toBe(24)
  expect(asked.length, 'none again but the one that was on its way').toBeLessThanOrEqual(25)

  await forgive()
  await query(`UPDATE "RefreshRun" SET done = 20, "finishedAt" = NULL, "heartbeatAt" = now() - interval '2 minutes'
    WHERE id = (SELECT id FROM "RefreshRun" ORDER BY "startedAt" DESC LIMIT 1)`)
  await page.reload()
  await expect(page.getByText(t('sources.refresh.interrupted', { done: 20, total: 24 }))).toBeVisible()
  await button(page, 'resume').click()
  await expect(button(page, 'start')).toBeEnabled({ timeout: 60_000 })
  expect(stubs.requests).toHaveLength(4)
})

test("a user's files are read before they are stored, hold for that user alone, and can be removed", async ({
  page,
  openBrowser,
}) => {
  await openSources(page)
  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  const files = [
    csv('DFF.csv', 'date,value\n2026-11-17,9.87\n2026-11-18,oops\n'),
    csv('page.csv', '<!doctype html>'),
    csv('fredgraph.csv', 'observation_date,WALCL\n2026-11-18,6743\n2026-11-25,6743031\n'),
  ]
  await page.getByLabel(t('sources.files.drop')).setInputFiles(files)
  const preview = page.getByRole('region', { name: t('sources.files.preview') })
  await expect(preview).toContainText(t('sources.files.problem.value', { column: 'value' }))
  await expect(preview).toContainText(t('sources.files.problem.otherUnits', { column: 'WALCL' }))
  await expect(preview).toContainText(t('sources.files.nothing'))
  expect(await query('SELECT 1 FROM "SeriesFile"')).toEqual([])
  await preview.getByRole('button', { name: t('sources.files.store', { count: 2 }) }).click()
  await expect(page.getByText(t('sources.files.stored', { count: 2 }))).toBeVisible()
  const list = page.getByRole('region', { name: t('sources.files.title') })
  await expect(list.getByRole('row', { name: 'DFF.csv' })).toBeVisible()
  await expect(rowOf(page, 'WALCL')).toContainText('6,743,031')

  const other = await openBrowser()
  await openSources(other)
  await expect(rowOf(other, 'WALCL')).not.toContainText('6,743,031')
  await expect(other.getByText('DFF.csv')).toHaveCount(0)

  await page.getByRole('button', { name: t('sources.files.removeAll') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t('sources.files.removeAll') }).click()
  await expect(page.getByText(t('sources.files.allRemoved', { count: 2 }))).toBeVisible()
  await expect(rowOf(page, 'WALCL')).not.toContainText('6,743,031')
})

test('the routes answer their user alone', async ({ page, openBrowser, watch }) => {
  watch.allow(/^40[13]: /)
  await openSources(page)
  await turnOn(page, 'treasury')
  await forgive()
  await refresh(page)
  const stranger = await openBrowser()
  expect((await stranger.request.get(`${app.origin}/api/jobs/series`)).status()).toBe(401)
  await openSources(stranger)
  expect(await (await stranger.request.get(`${app.origin}/api/jobs/series`)).json()).toMatchObject({ state: 'none' })
  const data = { files: [{ name: 'DFF.csv', text: 'date,value\n2026-11-18,1' }], store: true }
  const crossSite = { data, headers: { Origin: 'https://elsewhere.example' } }
  expect((await page.request.post(`${app.origin}/api/series-files`, crossSite)).status()).toBe(403)
  expect(await query('SELECT 1 FROM "SeriesFile"')).toEqual([])
})

test('the page fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await openSources(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const axe = await new AxeBuilder({ page }).analyze()
  expect(axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])
})
