import { readFile } from 'node:fs/promises'
import { read, utils } from '@e965/xlsx'
import type { Download, Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { choose, savePlan } from '@/e2e/acts'
import { expect, test } from '@/e2e/fixtures'
import { seedPortfolio, type User } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { readPositions } from '@/lib/formats/positions'

/** Two accounts, both with purchases and sales; one security that no basket file carries, and one name that looks like a formula. */
const BOOK = `
  Brokerage taxable cash 5000
  VUG growth:38,tech:62 20 @ 400 lot 20 @ 100 2020-01-02
  MSFT tech 150 @ 500 lot 150 @ 200 2020-01-02
  TLT longBonds 10 @ 90
  GLD alternatives 10 @ 300
  BTC digital 0.1 @ 60000 unit 0.00000001
  IRA deferred cash 1000
  QQQ tech 100 @ 400
  BND longBonds 10 @ 70
`
const NAME = '=Autumn, 秋'
const IB_HEADER = 'Action,Quantity,Symbol,SecType,Exchange,Currency,TimeInForce,OrderType'

async function openSavedPlan(
  page: Page,
  user: User,
  enter: (page: Page, user: User) => Promise<void>,
): Promise<string> {
  const { id } = await seedPortfolio(user, BOOK, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full`)
  await savePlan(page, NAME)
  return id
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent('download')
  await act()
  const download: Download = await started
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

type Form = 'xlsx' | 'csv' | 'json' | 'ib' | 'orders' | 'ics' | 'pdf'

const form = (page: Page, format: Form): Locator =>
  page
    .getByRole('navigation', { name: t('exports.page.formsLabel') })
    .getByRole('link', { name: t(`exports.forms.${format}`), exact: true })

async function openForm(page: Page, format: Form): Promise<void> {
  await form(page, format).click()
  await expect(page.getByRole('heading', { level: 2, name: t(`exports.forms.${format}`) })).toBeVisible()
}

const download = (page: Page, name: string): Locator =>
  page.getByRole('link', { name: t('exports.page.downloadFor', { name }), exact: true })

test('every file of a plan can be seen and taken away', async ({ page, user, enter }) => {
  await openSavedPlan(page, user, enter)
  await choose(page, page.getByRole('button', { name: t('plans.export.label') }), t('exports.menu.preview'))
  await expect(page.getByRole('heading', { level: 1, name: t('exports.page.title') })).toBeVisible()
  const plain = page.getByRole('link', { name: t('exports.page.download'), exact: true })

  await test.step('XLSX opens with numbers that add up', async () => {
    await openForm(page, 'xlsx')
    await expect(page.getByRole('heading', { level: 3, name: t('exports.file.sheet.trades') })).toBeVisible()
    const { name, bytes } = await downloaded(page, () => plain.click())
    expect(name).toMatch(/^tidemark-plan-\d{4}-\d\d-\d\d-=Autumn,-秋\.xlsx$/)
    const book = read(bytes)
    const sheet = book.Sheets[t('exports.file.sheet.trades')]
    if (!sheet) throw new Error('no trades')
    const rows: Record<string, unknown>[] = utils.sheet_to_json(sheet)
    const value = t('exports.file.column.value')
    const [total, ...trades] = [rows.at(-1), ...rows.slice(0, -1)]
    expect(trades.every((row) => typeof row[value] === 'number')).toBe(true)
    const sum = trades.reduce((all, row) => all + Math.round(Number(row[value]) * 100), 0)
    expect(Math.round(Number(total?.[value]) * 100)).toBe(sum)
  })

  await test.step('CSV and orders say the same trades', async () => {
    await openForm(page, 'csv')
    const trades: Record<string, string>[] = parse((await downloaded(page, () => plain.click())).bytes, {
      columns: true,
      bom: true,
    })
    await openForm(page, 'orders')
    await expect(page.getByRole('columnheader', { name: 'action' })).toBeVisible()
    const file = await downloaded(page, () => download(page, t('exports.page.allAccounts')).click())
    expect(file.name).toMatch(/^tidemark-plan-\d{4}-\d\d-\d\d-orders-=Autumn,-秋\.csv$/)
    const orders: Record<string, string>[] = parse(file.bytes, { columns: true, bom: true })
    expect(orders.map(({ symbol, quantity, value }) => [symbol, quantity, value])).toEqual(
      trades.map(({ symbol, quantity, value }) => [symbol, quantity, value]),
    )
    const own = await downloaded(page, () => download(page, 'IRA').click())
    expect(own.name).toContain('-orders-IRA-')
    const rows: Record<string, string>[] = parse(own.bytes, { columns: true, bom: true })
    expect(new Set(rows.map((row) => row.account))).toEqual(new Set(['IRA']))
  })

  await test.step('a basket file has the documented columns, and what it cannot carry is named', async () => {
    await openForm(page, 'ib')
    const refused = page.getByRole('listitem').filter({ hasText: 'BTC' })
    await expect(refused).toContainText(t('exports.refusal.coin'))
    const { name, bytes } = await downloaded(page, () => download(page, 'Brokerage').click())
    expect(name).toMatch(/^tidemark-plan-\d{4}-\d\d-\d\d-ib-Brokerage-=Autumn,-秋\.csv$/)
    const text = bytes.toString('utf8')
    expect(text.split('\r\n')[0]).toBe(IB_HEADER)
    expect(text).toMatch(/SELL,\d+,MSFT,STK,SMART,USD,DAY,MKT\r\n/)
    expect(text).not.toContain('BTC')
    await expect(page.getByRole('region', { name: `${t('exports.page.fileText')}: Brokerage` })).toContainText('MSFT')
  })

  await test.step('on paper', async () => {
    await openForm(page, 'pdf')
    const paper = page.getByRole('article', { name: t('exports.forms.pdf') })
    const trades = paper.getByRole('region', { name: t('planFiles.pdf.heading.trades'), exact: true })
    await expect(trades.getByRole('row').filter({ hasText: 'MSFT' })).toContainText('$500.00')
    await expect(paper).toContainText(t('common.notice'))
    await page.getByRole('button', { name: t('common.header.hideAmounts') }).click()
    await expect(trades.getByText('$500.00')).toBeHidden()
    await page.getByRole('button', { name: t('common.header.hideAmounts') }).click()
    const { name, bytes } = await downloaded(page, () => download(page, t('exports.page.pdf.letter')).click())
    expect(name).toMatch(/^tidemark-plan-\d{4}-\d\d-\d\d-.*\.pdf$/)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('the whole plan', async () => {
    await openForm(page, 'json')
    const { name, bytes } = await downloaded(page, () => plain.click())
    expect(name).toMatch(/\.json$/)
    expect(JSON.parse(bytes.toString('utf8')).name).toBe(NAME)
  })
})

test('a plan is divided into stages, taken to the calendar, and put together again', async ({ page, user, enter }) => {
  await openSavedPlan(page, user, enter)
  const stages = page.getByRole('region', { name: t('exports.stages.table') })
  const words = 'exports.stages'
  await expect(stages).toHaveCount(0)

  await test.step('four stages, two weeks apart', async () => {
    await page.getByLabel(t(`${words}.count`), { exact: true }).selectOption('4')
    await page.getByLabel(t(`${words}.interval`), { exact: true }).selectOption('2week')
    await page.getByRole('button', { name: t(`${words}.set`) }).click()
    await expect(stages.getByRole('rowheader', { name: 'MSFT' })).toHaveCount(4)
    for (const stage of [1, 2, 3, 4]) {
      await expect(stages.getByText(t(`${words}.stage`, { stage, stages: 4 }))).toBeVisible()
    }
  })

  await test.step('the calendar has a day for each', async () => {
    await page.reload()
    const { name, bytes } = await downloaded(page, () =>
      choose(page, page.getByRole('button', { name: t('plans.export.label') }), t('exports.menu.ics')),
    )
    expect(name).toMatch(/^tidemark-plan-\d{4}-\d\d-\d\d-.*\.ics$/)
    const events = new ICAL.Component(ICAL.parse(bytes.toString('utf8'))).getAllSubcomponents('vevent')
    const days = events.map((event) => new ICAL.Event(event))
    expect(days).toHaveLength(4)
    expect(days[0]?.startDate.isDate).toBe(true)
    expect(days[0]?.summary).toContain(NAME)
    expect(days[0]?.description).toContain('MSFT')
    const [first, second] = days.map((day) => Date.parse(`${day.startDate.toString()}T00:00:00Z`))
    expect(Number(second) - Number(first)).toBe(14 * 86_400_000)
  })

  await test.step('all at once, and back by undo', async () => {
    await page.getByRole('button', { name: t(`${words}.remove`) }).click()
    await expect(stages).toHaveCount(0)
    await page
      .getByRole('listitem')
      .filter({ hasText: t(`${words}.removed`) })
      .getByRole('button')
      .click()
    await expect(stages.getByRole('rowheader', { name: 'MSFT' })).toHaveCount(4)
    await page.getByRole('button', { name: t(`${words}.remove`) }).click()
    await expect(stages).toHaveCount(0)
  })
})

test('the holdings can be taken away and read again, by their owner alone', async ({
  page,
  user,
  enter,
  anotherUser,
  openBrowser,
  watch,
}) => {
  const { id } = await seedPortfolio(user, BOOK, { name: 'Família 家' })
  await enter(page, user)
  await page.goto(`/${id}/transfer`)
  await expect(page.getByRole('heading', { level: 2, name: t('exports.section.title') })).toBeVisible()
  const csv = await downloaded(page, () => download(page, t('exports.section.csv')).click())
  expect(csv.name).toMatch(/^tidemark-holdings-\d{4}-\d\d-\d\d-Família-家\.csv$/)
  const file = readPositions(csv.bytes, csv.name)
  if (file.format === null) throw new Error(file.reason)
  expect([file.format, file.rejected]).toEqual(['tidemark', []])
  expect(file.accounts.map(({ name, cash }) => [name, cash])).toEqual([
    ['Brokerage', '5000'],
    ['IRA', '1000'],
  ])
  expect(file.holdings.map(({ symbol, quantity }) => [symbol, quantity])).toContainEqual(['BTC', '0.1'])
  const xlsx = await downloaded(page, () => download(page, t('exports.section.xlsx')).click())
  expect(read(xlsx.bytes).SheetNames).toContain(t('exports.file.sheet.holdings'))

  const stranger = await openBrowser()
  await enter(stranger, anotherUser)
  watch.allow(/^404: GET /)
  for (const format of ['csv', 'xlsx']) {
    const answer = await stranger.request.get(`/api/export/holdings/${id}?format=${format}`)
    expect(answer.status()).toBe(404)
  }
})
