import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import pg from 'pg'
import { undo } from '@/e2e/acts'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { feedAddresses } from '@/e2e/stubs/feeds'
import { GOOD_TIINGO_KEY, type PriceStubs, priceAddresses, startPriceStubs } from '@/e2e/stubs/prices'
import { chinese, t } from '@/e2e/texts'
import type { PriceFeed } from '@/lib/core/price-feeds'
import { freePort } from '@/scripts/steps/free-port.mjs'

// The app of these tests knows the stand-ins alone: whatever it asks for ends there and is counted.
test.describe.configure({ mode: 'default' })
test.setTimeout(240_000)

const folder = mkdtempSync(join(tmpdir(), 'tidemark-prices-'))
let stubs: PriceStubs
let app: CrashApp

test.beforeAll(async () => {
  stubs = await startPriceStubs()
  const everything = { ...feedAddresses(stubs.origin), ...priceAddresses(stubs.origin) }
  app = await startCrashApp(folder, await freePort(), { ...everything, FEED_TIMEOUT_MS: '800', FRED_API_KEY: '' })
})
test.afterAll(async () => {
  expect(app.said(), 'no key in what the server prints').not.toContain(GOOD_TIINGO_KEY)
  await app.stop()
  await stubs.stop()
  rmSync(folder, { recursive: true, force: true })
})
test.beforeEach(async () => {
  stubs.clear()
  await query('DELETE FROM "FeedState"')
})

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  const { rows } = await client.query<T>(sql)
  await client.end()
  return rows
}

/** A demo of its own with its page of prices open. */
async function openPrices(page: Page, texts = t): Promise<string> {
  await page.goto(`${app.origin}/login`)
  await page.getByRole('button', { name: texts('auth.demo.start') }).click()
  await page.waitForURL(/\/[\da-f-]{36}$/)
  const address = `${page.url()}/prices`
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: texts('prices.title') })).toBeVisible()
  return address
}

const sourceOf = (page: Page, source: PriceFeed): Locator =>
  page.getByRole('switch', { name: t(`prices.source.${source}.name`) })
const start = (page: Page): Locator => page.getByRole('button', { name: t('prices.refresh.start') })
const rowOf = (page: Page, symbol: string): Locator =>
  page
    .getByRole('region', { name: t('prices.table.title') })
    .getByRole('row', { name: symbol })
    .first()

async function refresh(page: Page): Promise<void> {
  await start(page).click()
  await expect(page.getByRole('progressbar', { name: t('prices.refresh.progress') })).toBeVisible()
  await expect(start(page)).toBeEnabled({ timeout: 90_000 })
}

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])
}

test('a hundredfold price is flagged and not stored, an unknown symbol is named, a good one is taken', async ({
  page,
}) => {
  await openPrices(page)
  await expect(page.getByText(t('prices.refresh.nothingOn'))).toBeVisible()
  await expect(start(page)).toBeDisabled()
  await sourceOf(page, 'par').check()
  await sourceOf(page, 'yahoo').check()
  await expect(start(page)).toBeEnabled()
  expect(stubs.requests, 'to turn on is not to ask').toEqual([])

  stubs.prices.yahoo.set('VTI', { price: '333.129999999999995' })
  stubs.prices.yahoo.set('MSFT', { price: '51760' })
  await refresh(page)
  await expect(rowOf(page, 'VTI')).toContainText('333.129999999999995')
  await expect(rowOf(page, 'VTI')).toContainText(t('units.priceSource.yahoo'))
  await expect(rowOf(page, 'VMFXX')).toContainText(t('units.priceSource.par'))
  await expect(rowOf(page, 'MSFT')).toContainText(t('prices.fault.hundredfold'))
  await expect(rowOf(page, 'MSFT')).toContainText('517.60')
  const yahoo = t('units.priceSource.yahoo')
  await expect(rowOf(page, 'COST')).toContainText(t('prices.fault.unknownSymbol', { source: yahoo }))
  await expect(rowOf(page, 'BTC')).toContainText(t('prices.table.noSource'))
  expect(stubs.requests.filter((path) => !path.startsWith('/yahoo/v8/finance/chart/'))).toEqual([])
  expect(stubs.requests.join(), 'neither a coin nor a money fund').not.toMatch(/BTC|VMFXX|SPAXX/)
  expect(stubs.requests.filter((path) => path.includes('/BRK-B?'))).toHaveLength(1)
  const held = await query(`SELECT price::text, "priceSource" FROM "Holding" WHERE symbol = 'MSFT'`)
  expect(held).toEqual([{ price: '517.600000000000000000', priceSource: 'demo' }])
  expect(await query(`SELECT 1 FROM "PriceQuote" WHERE symbol = 'MSFT'`)).toEqual([])
  await axe(page)

  await rowOf(page, 'VTI')
    .getByRole('button', { name: t('prices.history.openName', { symbol: 'VTI' }) })
    .click()
  const history = page.getByRole('dialog', { name: t('prices.history.title', { symbol: 'VTI' }) })
  await expect(history.getByRole('row')).toHaveCount(2)
  await history.getByRole('button', { name: t('common.action.close') }).click()

  const take = t('prices.fault.takeName', { symbol: 'MSFT', source: yahoo })
  await rowOf(page, 'MSFT').getByRole('button', { name: take }).click()
  await expect(rowOf(page, 'MSFT')).toContainText('51,760.00')
  await undo(page, t('prices.fault.taken', { symbol: 'MSFT' }))
  await expect(page.getByText(t('prices.putBack'))).toBeVisible()
  await expect(rowOf(page, 'MSFT')).toContainText('517.60')
  await expect(rowOf(page, 'MSFT')).toContainText(t('prices.fault.hundredfold'))
})

test('the order of preference decides, and a key shows its end alone', async ({ page }) => {
  const heard: string[] = []
  page.on('response', async (response) => heard.push(await response.text().catch(() => '')))
  await openPrices(page)
  await sourceOf(page, 'yahoo').check()
  await sourceOf(page, 'tiingo').check()
  const tiingo = t('prices.source.tiingo.name')
  const field = page.getByLabel(t('prices.key.label', { name: tiingo }))
  await field.fill('no key!')
  await field.press('Enter')
  await expect(page.getByText(t('prices.key.wrong'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('prices.key.save') })).toBeEnabled()
  await field.fill(GOOD_TIINGO_KEY)
  await field.press('Enter')
  await expect(page.getByText(t('prices.key.stored', { end: GOOD_TIINGO_KEY.slice(-4) }))).toBeVisible()
  await page.getByRole('button', { name: t('prices.source.up', { name: tiingo }) }).press('Enter')
  await expect(page.getByRole('button', { name: t('prices.source.up', { name: tiingo }) })).toBeDisabled()
  stubs.prices.yahoo.set('VTI', { price: '330' })
  stubs.prices.tiingo.set('VTI', { price: '331' })
  stubs.prices.yahoo.set('TLT', { price: '90' })
  await refresh(page)
  await expect(rowOf(page, 'VTI')).toContainText('331.00')
  await expect(rowOf(page, 'TLT')).toContainText('90.00')
  expect(stubs.requests.some((path) => path.includes('/yahoo/') && path.includes('/VTI?'))).toBe(false)
  heard.push(await page.content())
  expect(heard.filter((text) => text.includes(GOOD_TIINGO_KEY))).toEqual([])
})

test('a dropped file is shown before it is taken, and can be taken back', async ({ page }) => {
  await openPrices(page)
  const text = 'symbol,date,price,currency\nVTI,,332.5,USD\nMSFT,,51760,USD\nNOSUCH,,1,USD\nTLT,,oops,USD\n'
  const file = { name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.getByLabel(t('prices.file.drop')).setInputFiles(file)
  const preview = page.getByRole('region', { name: t('prices.file.preview'), exact: true }).first()
  await expect(preview).toContainText(t('prices.file.outcomes.hundredfold'))
  await expect(preview).toContainText(t('prices.file.outcomes.notHeld'))
  await expect(preview).toContainText('oops')
  expect(await query('SELECT 1 FROM "PriceQuote" WHERE source = \'file\'')).toEqual([])
  expect(stubs.requests).toEqual([])
  const before = await query<{ price: string }>(`SELECT price::text FROM "Holding" WHERE symbol = 'VTI' ORDER BY id`)
  await preview.getByRole('button', { name: t('prices.file.store', { count: 1 }) }).click()
  await expect(rowOf(page, 'VTI')).toContainText('332.50')
  await undo(page, t('prices.file.stored', { count: 1 }))
  await expect(page.getByText(t('prices.putBack'))).toBeVisible()
  expect(await query(`SELECT price::text FROM "Holding" WHERE symbol = 'VTI' ORDER BY id`)).toEqual(before)
})

test('the routes answer their user alone', async ({ page, openBrowser, watch }) => {
  watch.allow(/^(40[0134]|413): /)
  const address = await openPrices(page)
  await sourceOf(page, 'par').check()
  await expect(start(page)).toBeEnabled()
  const portfolioId = new URL(address).pathname.split('/')[1] ?? ''
  const url = `${app.origin}/api/jobs/prices`
  const own = { Origin: app.origin }
  const stranger = await openBrowser()
  expect((await stranger.request.get(`${url}?portfolio=${portfolioId}`)).status()).toBe(401)
  await openPrices(stranger)
  expect((await stranger.request.get(`${url}?portfolio=${portfolioId}`)).status()).toBe(404)
  expect((await stranger.request.get(`${url}?portfolio=x`)).status()).toBe(404)
  const data = { portfolioId }
  expect((await stranger.request.post(url, { data, headers: own })).status()).toBe(404)
  const elsewhere = { Origin: 'https://elsewhere.example' }
  expect((await page.request.post(url, { data, headers: elsewhere })).status()).toBe(403)
  const long = { ...data, more: 'x'.repeat(500) }
  expect((await page.request.post(url, { data: long, headers: own })).status()).toBe(413)
  expect((await page.request.post(url, { data: {}, headers: own })).status()).toBe(400)
  expect((await stranger.request.get(`${app.origin}/${portfolioId}/prices`)).status()).toBe(404)
  expect(await query('SELECT 1 FROM "PriceRun"  WHERE "finishedAt" IS NULL')).toEqual([])
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })
  test('the page fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await openPrices(page, chinese)
    await page.getByRole('switch', { name: chinese('prices.source.alphaVantage.name') }).check()
    await expect(
      page.getByText(chinese('prices.key.hint', { name: chinese('prices.source.alphaVantage.name') })),
    ).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await axe(page)
  })
})
