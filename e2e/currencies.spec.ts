// A portfolio in dollars with a holding in pence and an account in euros: what is unknown, what rates make of it, and what a plan says of them.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { formatDate } from '@/components/values/format'
import { adoptPostQt, choose, savePlan, undo, visit } from '@/e2e/acts'
import { TILTED } from '@/e2e/books'
import { expect, test } from '@/e2e/fixtures'
import { allSaved, cellOf, rowOf } from '@/e2e/grid'
import { seedPortfolio, today } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { db } from '@/lib/db/client'

const BOOK = `${TILTED}
  Bank free cash 1000.01
  VOD growth 100 @ 1234.5`

const rateForm = (page: Page) => page.getByRole('form', { name: t('currencies.form.title') })

async function enterRate(page: Page, currency: string, rate: string): Promise<void> {
  const form = rateForm(page)
  await form.getByLabel(t('currencies.form.one')).selectOption(currency)
  await form.getByLabel(t('currencies.form.rate'), { exact: true }).fill(rate)
  await form.getByRole('button', { name: t('currencies.form.save') }).click()
}

test('what has no rate is in no sum; with rates everything adds up, and a plan names them', async ({
  page,
  user,
  enter,
}) => {
  const { id, holdings } = await seedPortfolio(user, BOOK)
  await enter(page, user)
  await page.goto(`/${id}/holdings`)

  // The currencies are chosen on the screen: of the account, and of the holding.
  await page.getByRole('button', { name: t('holdings.toolbar.currencies') }).click()
  await page.getByLabel(t('holdings.accounts.currencyOf', { name: 'Bank' })).selectOption('EUR')
  const choice = page.getByLabel(t('holdings.grid.cell', { column: t('holdings.column.currency'), symbol: 'VOD' }))
  await choice.selectOption('GBX')
  await allSaved(page)
  expect(await db().holding.findUniqueOrThrow({ where: { id: holdings['Bank/VOD'] ?? '' } })).toMatchObject({
    currency: 'GBX',
    version: 2,
  })
  await page.keyboard.press('ControlOrMeta+z')
  await expect(choice).toHaveValue('USD')
  await choice.selectOption('GBX')
  await allSaved(page)

  const value = await cellOf(page, rowOf(page, 'VOD'), 'value')
  await expect(value).toHaveText(t('currencies.unknown'))
  await expect(await cellOf(page, rowOf(page, 'VOD'), 'state')).toContainText(t('holdings.mark.unrated'))
  await expect(await cellOf(page, rowOf(page, 'VOD'), 'price')).toContainText('GBX')

  // No plan is made of what is unknown, and the reason leads to the rates.
  await visit(page, 'targets')
  await adoptPostQt(page)
  await visit(page, 'rebalance')
  await expect(page.getByText(t('issues.rate.missing', { subject: 'VOD', currency: 'GBX' }))).toBeVisible()
  await expect(page.getByText(t('issues.rate.missing', { subject: 'Bank', currency: 'EUR' }))).toBeVisible()
  await page
    .getByRole('link', { name: t('plans.report.goRates') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: t('currencies.title') })).toBeVisible()

  await enterRate(page, 'GBP', '1.3125')
  await expect(page.getByText(t('currencies.form.done', { currency: 'GBP', quote: 'USD' }))).toBeVisible()
  await enterRate(page, 'EUR', '1.1')
  await expect(page.getByText(t('currencies.form.done', { currency: 'EUR', quote: 'USD' }))).toBeVisible()

  // A slip is asked about before it is stored.
  await enterRate(page, 'GBP', '131.25')
  await expect(rateForm(page).getByRole('alert')).toHaveText(t('currencies.doubt.hundredfold'))
  await enterRate(page, 'GBP', '0.7619')
  await expect(rateForm(page).getByRole('alert')).toHaveText(t('currencies.doubt.inverted'))
  await expect(page.getByRole('row', { name: /1 GBP/ }).first()).toContainText('1.3125')

  // 100 × 12.345 × 1.3125, and 1,000.01 × 1.1, to the cent.
  await page.goto(`/${id}/holdings`)
  await expect(await cellOf(page, rowOf(page, 'VOD'), 'value')).toHaveText('1,620.28')
  const cash = page.getByRole('row', { name: t('holdings.grid.cashRow', { account: 'Bank' }) })
  await expect(cash).toContainText('1,100.01')
  await expect(cash).toContainText('€1,000.01')
  await expect(page.getByRole('main')).toContainText('$132,420.29')
  await visit(page, 'overview')
  await expect(page.getByRole('main')).toContainText('$132,420.29')

  await visit(page, 'rebalance')
  await savePlan(page, 'With rates')
  await page.getByText(t('plans.inputs.title')).click()
  const used = page.getByRole('region', { name: t('currencies.used.title') })
  const day = formatDate('en', today())
  await expect(used.getByRole('row', { name: /1 GBX/ })).toContainText('0.013125')
  await expect(used.getByRole('row', { name: /1 EUR/ })).toContainText('1.10')
  await expect(used.getByRole('row', { name: /1 EUR/ })).toContainText(day)
  await expect(used.getByRole('row', { name: /1 EUR/ })).toContainText(t('units.rateSource.manual'))
})

test('a rate is removed and taken back, and a file of rates is shown before it is stored', async ({
  page,
  user,
  enter,
}) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/prices/rates`)
  await expect(page.getByText(t('currencies.stored.empty'))).toBeVisible()
  const text = `Date,Currency,Quote,Rate\n${today()},EUR,USD,1.0843\n${today()},EUR,ZZZ,1\n`
  await page.getByLabel(t('currencies.file.drop')).setInputFiles({
    name: 'rates.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await expect(page.getByText(t('currencies.problem.unknownCurrency'))).toBeVisible()
  expect(await db().fxRate.count({ where: { userId: user.id } })).toBe(0)
  await page.getByRole('button', { name: t('currencies.file.store', { count: 1 }) }).click()
  const row = page.getByRole('row', { name: /1 EUR = 1\.0843 USD/ })
  await expect(row).toContainText(t('units.rateSource.file'))
  await row.getByRole('button', { name: t('currencies.stored.remove', { currency: 'EUR', quote: 'USD' }) }).click()
  await expect(row).toBeHidden()
  await undo(page, t('currencies.stored.removed', { currency: 'EUR', quote: 'USD' }))
  await expect(row).toBeVisible()
  // Nothing is fetched while the one source is off.
  await expect(page.getByRole('switch', { name: t('units.rateSource.ecb') })).not.toBeChecked()
  await expect(page.getByRole('button', { name: t('currencies.ecb.fetch') })).toBeHidden()
})

test('a portfolio is made in a currency, and counted in another one later', async ({ page, user, enter }) => {
  await enter(page, user)
  await page.goto('/portfolios?new')
  const dialog = page.getByRole('dialog', { name: t('portfolios.createTitle') })
  await dialog.getByLabel(t('portfolios.name')).fill('Family')
  await dialog.getByLabel(t('currencies.base.label')).selectOption('EUR')
  await dialog.getByRole('button', { name: t('common.action.create') }).click()
  await page.waitForURL(/\/holdings$/)
  const made = await db().portfolio.findFirstOrThrow({ where: { userId: user.id } })
  expect(made.baseCurrency).toBe('EUR')
  await db().account.create({
    data: { portfolioId: made.id, name: 'Bank', tax: 'free', currency: 'EUR', cashCents: 100_000n },
  })
  await page.goto(`/${made.id}`)
  await expect(page.getByRole('main')).toContainText('€1,000.00')

  await page.goto('/portfolios')
  await choose(
    page,
    page.getByRole('button', { name: t('portfolios.actionsFor', { name: 'Family' }) }),
    t('currencies.base.action'),
  )
  const change = page.getByRole('dialog', { name: t('currencies.base.title', { name: 'Family' }) })
  await change.getByLabel(t('currencies.base.label')).selectOption('USD')
  await change.getByRole('button', { name: t('common.action.save') }).click()
  await expect(page.getByText(t('currencies.base.done', { name: 'Family', currency: 'USD' }))).toBeVisible()
  await page.goto(`/${made.id}`)
  await expect(page.getByText(t('overview.notes.unrated', { count: 1 }))).toBeVisible()
  await page.getByRole('link', { name: t('overview.notes.toRates') }).click()
  await enterRate(page, 'EUR', '1.25')
  await expect(page.getByText(t('currencies.form.done', { currency: 'EUR', quote: 'USD' }))).toBeVisible()
  await page.goto(`/${made.id}`)
  await expect(page.getByRole('main')).toContainText('$1,250.00')
})

test('rates and the currencies of the grid are accessible', async ({ page, user, enter }) => {
  const { id, accounts, holdings } = await seedPortfolio(user, BOOK)
  await db().account.update({ where: { id: accounts.Bank ?? '' }, data: { currency: 'EUR' } })
  await db().holding.update({ where: { id: holdings['Bank/VOD'] ?? '' }, data: { currency: 'GBX' } })
  await enter(page, user)
  for (const path of ['prices/rates', 'holdings']) {
    await page.goto(`/${id}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  }
})
