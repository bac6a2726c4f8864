import { choose } from '@/e2e/acts'
import { expect, test } from '@/e2e/fixtures'
import { t } from '@/e2e/texts'
import { ASSET_CLASSES } from '@/lib/core/asset-class'

const NAME = t('overview.demo.portfolio')

test('one click opens a demo with everything in it', async ({ page, startDemo }) => {
  await startDemo(page)
  await expect(page.getByRole('heading', { level: 1, name: t('overview.title') })).toBeVisible()
  const accounts = page.getByRole('region', { name: t('overview.accounts.title') }).getByRole('table')
  await expect(accounts.locator('tbody tr')).toHaveCount(3)
  for (const tax of ['taxable', 'deferred', 'free'] as const)
    await expect(accounts).toContainText(t(`units.tax.${tax}`))
  const classes = page.getByRole('region', { name: t('overview.table.label') }).getByRole('table')
  for (const name of ASSET_CLASSES) {
    const row = classes.getByRole('row', { name: t(`units.assetClass.${name}`) })
    await expect(row.getByRole('cell').nth(1), name).toHaveText(/^[1-9]\d*\.\d\d%$/)
  }
  await expect(classes).toContainText(t('overview.word.sell'))
  await expect(page.getByText(t('units.priceSource.demo')).first()).toBeVisible()
})

test('a demo is as it was after a reset, whatever was done to it', async ({ page, startDemo }) => {
  await startDemo(page)
  const figures = page.getByRole('main').getByRole('table').or(page.getByRole('main').locator('dl'))
  const before = await figures.allTextContents()
  expect(before.length).toBeGreaterThan(2)
  await page.goto('/portfolios')
  await choose(
    page,
    page.getByRole('button', { name: t('portfolios.actionsFor', { name: NAME }) }),
    t('common.action.delete'),
  )
  await expect(page.getByText(t('portfolios.deleted', { name: NAME }))).toBeVisible()
  await expect(page.getByRole('heading', { name: t('portfolios.empty.title') })).toBeVisible()

  await page.getByRole('button', { name: t('common.demo.reset') }).click()
  const dialog = page.getByRole('dialog', { name: t('common.demo.resetTitle') })
  await dialog.getByRole('button', { name: t('common.demo.reset') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('overview.title') })).toBeVisible()
  await expect(figures).toHaveText(before)
  await page.goto('/portfolios')
  await expect(page.getByRole('link', { name: NAME })).toHaveCount(1)
})

test('two demos know nothing of one another', async ({ page, startDemo, openBrowser, watch }) => {
  await startDemo(page)
  const address = new URL(page.url()).pathname
  const other = await openBrowser()
  await startDemo(other)
  watch.allow(new RegExp(`^404: GET .*${address}$`))
  await other.goto(address)
  await expect(other.getByRole('heading', { name: t('common.missingPage.title') })).toBeVisible()
})

test('settings offer a demo only what it can do', async ({ page, startDemo }) => {
  await startDemo(page)
  await page.goto('/settings/security')
  await expect(page.getByText(t('factors.demo'))).toBeVisible()
  await expect(page.getByRole('heading', { name: t('settings.password.title') })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: t('factors.passkeys.title') })).toHaveCount(0)
  await expect(page.getByLabel(t('settings.password.current'))).toHaveCount(0)
  await page.goto('/settings')
  await expect(page.getByText(t('settings.demo'))).toBeVisible()
  await page.getByRole('button', { name: t('settings.delete.openDemo') }).click()
  const dialog = page.getByRole('dialog', { name: t('settings.delete.question') })
  await expect(dialog.getByLabel(t('settings.delete.password'))).toHaveCount(0)
  await dialog.getByRole('button', { name: t('settings.delete.submit') }).click()
  await expect(page.getByText(t('auth.login.accountDeleted'))).toBeVisible()
  await page.goto('/portfolios')
  await expect(page).toHaveURL(/\/login/)
})
