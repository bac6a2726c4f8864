import type { Locator, Page } from '@playwright/test'
import { savePlan, visit } from '@/e2e/acts'
import { expect, test } from '@/e2e/fixtures'
import { allSaved } from '@/e2e/grid'
import { seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { db } from '@/lib/db/client'

/** Exactly on the post-QT weights, in steps of a cent. */
const ON_TARGET = `
  Brokerage taxable
  GROW growth 39000 @ 1 unit 0.01
  TECH tech 21000 @ 1 unit 0.01
  BOND longBonds 18000 @ 1 unit 0.01
  BITS digital 2000 @ 1 unit 0.01
  FUND moneyFunds 10000 @ 1 unit 0.01
  GOLD alternatives 10000 @ 1 unit 0.01
`
/** Twice as much technology as wanted: a gain in the taxable account, and not enough of it in the other to do without. */
const TWO_ACCOUNTS = `
  Brokerage taxable
  CHIP tech 300 @ 100 lot 100 @ 90 2020-01-02 lot 200 @ 20 2021-03-04
  BOND longBonds 80 @ 100
  BITS digital 20 @ 100
  GOLD alternatives 100 @ 100
  IRA deferred
  SOFT tech 120 @ 100
  GROW growth 280 @ 100
  FUND moneyFunds 100 @ 100
  LONG longBonds 0 @ 100
`
const RESERVED = `
  Brokerage taxable cash 1000 reserve 50000
  GROW growth 100 @ 100 lot 100 @ 100 2020-01-02
`

const trades = (page: Page, name: string) =>
  page.getByRole('region', { name: t('plans.report.accountTrades', { name }) })
const sale = (symbol: string) => `${t('plans.report.side.sell')} ${symbol}`
const difference = (page: Page) => page.getByRole('complementary', { name: t('rebalance.difference.title') })
const amount = (page: Page) => page.getByRole('textbox', { name: t('rebalance.controls.amount'), exact: true })
/** Types until the address follows: before the page has come to life a field keeps what is typed, and nothing listens. */
async function type(page: Page, field: Locator, name: string, text: string): Promise<void> {
  await expect(async () => {
    await field.fill('')
    await field.fill(text)
    await page.waitForURL((url) => url.searchParams.get(name) === text, { timeout: 5_000, waitUntil: 'commit' })
  }).toPass()
}
const answer = (page: Page) => page.getByRole('main')

test('new money is spent on purchases alone, and the plan says how good it is', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, ON_TARGET, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance`)
  await type(page, amount(page), 'amount', '10,000')
  // The money-market share of it stays: cash counts as one.
  const bought = ['GROW', 'TECH', 'BOND', 'GOLD', 'BITS'].map((symbol) => `${t('plans.report.side.buy')} ${symbol}`)
  await expect(trades(page, 'Brokerage').getByRole('rowheader')).toContainText(bought)
  await expect(trades(page, 'Brokerage').getByText(t('plans.report.side.sell'), { exact: true })).toHaveCount(0)
  await expect(answer(page)).toContainText('5 trades move $9,000.00')
  await expect(answer(page)).toContainText('$1,000.00 stays in cash')
  await expect(answer(page)).toContainText(t('plans.proof.clause.optimal'))
  await page.getByText(t('plans.proof.title')).first().click()
  await expect(page.getByText(t('plans.proof.told.optimal'))).toBeVisible()
})

test('sells where no tax is due first; tax that counts less sells lots with a gain too', async ({
  page,
  user,
  enter,
}) => {
  const { id } = await seedPortfolio(user, TWO_ACCOUNTS, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full&tax=1000`)
  await expect(trades(page, 'IRA')).toContainText(sale('SOFT'))
  await expect(page.getByText(sale('CHIP'))).toHaveCount(0)

  await test.step('the difference from the choices before, and back', async () => {
    await type(page, page.getByLabel(t('rebalance.controls.taxWeight')), 'tax', '0')
    const chip = trades(page, 'Brokerage')
      .getByRole('row')
      .filter({ hasText: sale('CHIP') })
    await expect(chip).toBeVisible()
    await expect(difference(page)).toContainText(/tax \+\$/)
    await difference(page).getByText(t('rebalance.difference.details')).click()
    await expect(difference(page).getByRole('row').filter({ hasText: 'CHIP' })).toBeVisible()
    await page
      .getByText(t('plans.report.lotsSold', { count: 1 }))
      .or(page.getByText(t('plans.report.lotsSold', { count: 2 })))
      .first()
      .click()
    await expect(trades(page, 'Brokerage').getByText(t('plans.report.terms.long')).first()).toBeVisible()
    await difference(page)
      .getByRole('link', { name: t('rebalance.difference.undo') })
      .click()
    await expect(page.getByText(sale('CHIP'))).toHaveCount(0)
    await expect(difference(page)).toHaveCount(0)
    await expect(page.getByLabel(t('rebalance.controls.taxWeight'))).toHaveValue('1000')
  })

  await test.step('the end of the curve is the plan on target', async () => {
    await page.getByRole('link', { name: t('rebalance.questions.curve') }).click()
    const figure = page.getByRole('figure')
    await figure.getByText(t('charts.table')).click()
    await expect(figure.getByText(t('rebalance.curve.here'), { exact: true }).first()).toBeVisible()
    await figure
      .getByRole('row')
      .last()
      .getByRole('link', { name: t('rebalance.curve.use') })
      .click()
    await page.waitForURL((url) => url.searchParams.get('tax') !== '1000')
    await expect(trades(page, 'Brokerage')).toContainText(sale('CHIP'))
    await expect(difference(page)).toContainText(/tax \+\$/)
  })
})

test('a reserve that cannot be raised is named with what is missing; lowering it repairs the plan', async ({
  page,
  user,
  enter,
}) => {
  const { id } = await seedPortfolio(user, RESERVED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full`)
  await expect(page.getByText(t('rebalance.infeasible.title'))).toBeVisible()
  await expect(answer(page)).toContainText('Brokerage lacks $39,000.00')
  await expect(page.getByRole('form', { name: t('rebalance.save.label') })).toHaveCount(0)
  await page.getByRole('link', { name: t('plans.report.goHoldings') }).click()
  const reserve = page.getByRole('textbox', { name: t('holdings.accounts.reserveOf', { name: 'Brokerage' }) })
  await reserve.focus()
  await reserve.fill('5000')
  await reserve.press('Enter')
  await allSaved(page)
  await visit(page, 'rebalance')
  await page.getByRole('radio', { name: t('rebalance.controls.full') }).check()
  await expect(trades(page, 'Brokerage')).toContainText(sale('GROW'))
})

test('a deposit that leads to the target without a sale is one click away', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TWO_ACCOUNTS, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance`)
  await page.getByText(t('rebalance.questions.deposit')).click()
  await expect(answer(page)).toContainText('$100,000.00')
  await page
    .getByRole('link', { name: t('rebalance.deposit.use') })
    .first()
    .click()
  await expect(amount(page)).toHaveValue('100000.00')
  await page.getByRole('link', { name: t('rebalance.questions.regimes') }).click()
  const table = page.getByRole('table', { name: t('rebalance.regimes.label') })
  await expect(table.getByRole('columnheader')).toHaveText([t('units.regime.tightening'), t('units.regime.postQt')])
  await expect(table.getByRole('row')).toHaveCount(7)
})

test('a saved plan keeps its proof; one from before there were proofs still opens', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TWO_ACCOUNTS, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full&fee=5`)
  await savePlan(page, 'With a proof')
  await expect(page.getByRole('columnheader', { name: t('plans.report.costs'), exact: true }).first()).toBeVisible()
  await expect(page.getByText(t('plans.proof.title')).first()).toBeVisible()

  const where = { id: page.url().split('/').at(-1) ?? '' }
  const { document } = await db().plan.findUniqueOrThrow({ where })
  const older = JSON.parse(JSON.stringify(document))
  delete older.policy.terms
  delete older.plan.certificate
  delete older.plan.costs
  for (const trade of older.plan.trades) {
    delete trade.cost
    delete trade.reason.closes
  }
  await db().plan.update({ where, data: { document: older } })
  await page.reload()
  await expect(answer(page)).toContainText(t('plans.proof.clause.none'))
  await expect(trades(page, 'IRA')).toContainText(sale('SOFT'))
})
