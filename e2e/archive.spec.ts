import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { savePlan } from '@/e2e/acts'
import { expect, test } from '@/e2e/fixtures'
import { t } from '@/e2e/texts'

/** What the overview says: the headline, the classes, the accounts. */
async function figuresOf(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { level: 1, name: t('overview.title') })).toBeVisible()
  const accounts = page.getByRole('region', { name: t('overview.accounts.title') }).getByRole('table')
  const classes = page.getByRole('region', { name: t('overview.table.label') }).getByRole('table')
  return [...(await classes.locator('tr').allTextContents()), ...(await accounts.locator('tr').allTextContents())]
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(t('archive.drop')).setInputFiles({ name, mimeType: 'application/zip', buffer })
}

test('everything a user has goes into one file and out of it again', async ({
  page,
  watch,
  startDemo,
  openBrowser,
  enter,
  anotherUser,
}) => {
  await startDemo(page)
  const before = await figuresOf(page)
  await page.goto('/settings')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: t('archive.download') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^tidemark-archive-\d{4}-\d\d-\d\d\.zip$/)
  const bytes = await readFile(await download.path())

  watch.allow(/^422: POST .*\/api\/archive$/)
  const other = await openBrowser()
  await enter(other, anotherUser)
  await other.goto('/settings')
  await drop(other, 'cut.zip', bytes.subarray(0, 500))
  await expect(other.getByRole('alert').filter({ hasText: t('archive.fault.damaged') })).toBeVisible()

  await drop(other, 'archive.zip', bytes)
  const preview = other.getByRole('region', { name: t('archive.preview.title') })
  await expect(preview).toContainText(t('overview.demo.portfolio'))
  await preview.getByRole('button', { name: t('archive.preview.import') }).click()
  await expect(other.getByText(t('archive.done', { count: 1 }))).toBeVisible()
  await other.goto('/portfolios')
  await other
    .getByRole('link', { name: t('overview.demo.portfolio') })
    .first()
    .click()
  await other.waitForURL(/\/[\da-f-]{36}$/)
  expect(await figuresOf(other)).toEqual(before)

  await other.goto('/settings')
  await drop(other, 'archive.zip', bytes)
  await expect(other.getByText(t('archive.preview.nothing'))).toBeVisible()
})

test('an exported plan opens as the same plan, and not when it was changed', async ({ page, startDemo }) => {
  await startDemo(page)
  const home = page.url()
  await page.goto(`${home}/rebalance?mode=full`)
  await savePlan(page, 'Autumn')
  const report = await page.getByRole('table').first().textContent()
  const planId = page.url().split('/').at(-1)
  const answer = await page.request.get(`/api/export/plan/${planId}?format=json`)
  const text = await answer.text()
  for (const paper of ['a4', 'letter']) {
    const pdf = await page.request.get(`/api/export/plan/${planId}?format=pdf&paper=${paper}`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }

  await page.goto(`${home}/plans`)
  await page.getByRole('link', { name: t('planFiles.open.action') }).click()
  const field = page.getByLabel(t('planFiles.open.drop'))
  const file = (content: string) => ({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await field.setInputFiles(file(text.replace(/"turnover": "(\d+\.\d\d)"/, '"turnover": "1$1"')))
  await expect(page.getByRole('alert').filter({ hasText: t('planFiles.open.unsound', { count: 1 }) })).toBeVisible()
  const failed = page.getByRole('listitem').filter({ hasText: t('planFiles.open.failed') })
  await expect(failed).toContainText(t('planFiles.open.check.turnover'))
  await expect(page.getByRole('form', { name: t('planFiles.open.save') })).toHaveCount(0)

  await field.setInputFiles(file(text))
  await expect(page.getByText(t('planFiles.open.sound', { count: 19 }))).toBeVisible()
  expect(await page.getByRole('table').first().textContent()).toBe(report)
  await page.getByLabel(t('planFiles.open.name')).fill('Back again')
  await page.getByRole('button', { name: t('planFiles.open.save') }).click()
  await page.waitForURL(/\/plans\/[\da-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Back again' })).toBeVisible()
  expect(await page.getByRole('table').first().textContent()).toBe(report)
})
