import type { Page } from '@playwright/test'
import { adoptPostQt, choose, register, savePlan, visit } from '@/e2e/acts'
import { expect, login, test } from '@/e2e/fixtures'
import { allSaved, blankRow, cellOf, rowOf } from '@/e2e/grid'
import { newEmail, PASSWORD } from '@/e2e/seed'
import { chinese as t } from '@/e2e/texts'
import { ASSET_CLASSES } from '@/lib/core/asset-class'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

/** Nothing of the page lies beside the screen, and nothing of it speaks the other language. */
async function expectFits(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.scrollingElement?.scrollWidth ?? 0, window.innerWidth])
  expect(content, `${page.url()} does not scroll sideways`).toBeLessThanOrEqual(screen ?? 0)
  expect(screen).toBe(360)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('contentinfo')).toHaveText(t('common.notice'))
}

// Symbol, quantity, price; no cash. Worth 39,000.00 in all.
const HOLDINGS = [
  ['JNJ', '100', '150'],
  ['AAPL', '50', '300'],
  ['TLT', '100', '90'],
] as const
/** By hand: 15,000 growth, 15,000 technology, 9,000 long bonds; one basis point of rounding goes to the largest remainder. */
const WEIGHTS = {
  growth: '38.46%',
  tech: '38.46%',
  longBonds: '23.08%',
  digital: '0.00%',
  moneyFunds: '0.00%',
  alternatives: '0.00%',
}

/** By touch: the second tap on a cell opens it, and what is typed goes into its field. */
async function tapInto(page: Page, symbol: string, column: 'quantity' | 'price', text: string): Promise<void> {
  const cell = await cellOf(page, rowOf(page, symbol, t), column, t)
  await cell.tap()
  const field = cell.getByRole('textbox')
  await field.fill(text)
  await field.press('Enter')
}

async function enterHoldings(page: Page): Promise<void> {
  await page.getByLabel(t('holdings.empty.name')).fill('券商账户')
  await page.getByRole('button', { name: t('holdings.empty.action') }).tap()
  for (const [symbol, quantity, price] of HOLDINGS) {
    const blank = await cellOf(page, blankRow(page, '券商账户', t), 'symbol', t)
    await blank.tap()
    await blank.getByRole('combobox').fill(symbol)
    await blank.getByRole('combobox').press('Enter')
    await expect(rowOf(page, symbol, t)).toBeVisible()
    await tapInto(page, symbol, 'quantity', quantity)
    await tapInto(page, symbol, 'price', price)
  }
  await allSaved(page, t)
}

async function expectCards(page: Page): Promise<void> {
  const cards = page.getByRole('region', { name: t('overview.table.label') }).getByRole('listitem')
  for (const name of ASSET_CLASSES) {
    const card = cards.filter({ has: page.getByRole('heading', { name: t(`units.assetClass.${name}`) }) })
    await expect(card, name).toContainText(WEIGHTS[name])
  }
}

test('the main job in Chinese on a phone', async ({ page, registered }) => {
  test.setTimeout(150_000)
  const email = newEmail()
  registered.push(email)
  await page.goto('/login')
  await page.getByRole('button', { name: '中文' }).tap()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await expectFits(page)
  await page.locator('a[href^="/register"]').tap()
  await expect(page.getByRole('heading', { name: t('auth.register.title') })).toBeVisible()
  await expectFits(page)
  await register(page, email, t)
  await expectFits(page)
  await page.getByRole('button', { name: t('portfolios.empty.action') }).tap()
  await expectFits(page)
  await page.getByLabel(t('portfolios.name'), { exact: true }).fill('我的组合')
  await page.getByRole('button', { name: t('common.action.create'), exact: true }).tap()
  await page.waitForURL('**/holdings')

  await enterHoldings(page)
  await expect(page.getByRole('heading', { level: 1, name: '持仓' })).toBeVisible()
  await expectFits(page)
  await visit(page, 'overview', t)
  await expect(page.getByText('$39,000.00').first()).toBeVisible()
  await expectCards(page)
  await expectFits(page)

  await visit(page, 'targets', t)
  await expectFits(page)
  await adoptPostQt(page, t)
  await visit(page, 'overview', t)
  await expect(page.getByRole('main')).toContainText('目标')
  await expectFits(page)

  await visit(page, 'rebalance', t)
  await page.getByRole('radio', { name: t('rebalance.controls.full') }).check()
  await page.waitForURL('**/rebalance?mode=full**')
  await expectFits(page)
  await savePlan(page, '秋季再平衡', t)
  await expectFits(page)
  await visit(page, 'plans', t)
  await expect(page.getByRole('link', { name: '秋季再平衡' })).toBeVisible()
  await expectFits(page)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  await expectFits(page)
  await page.getByRole('link', { name: '安全' }).click()
  await expect(page.getByRole('heading', { level: 2, name: t('factors.passkeys.title') })).toBeVisible()
  await expectFits(page)

  await choose(page, page.getByRole('button', { name: t('common.header.user') }), t('common.header.logOut'))
  await expect(page.getByText(t('auth.login.loggedOut'))).toBeVisible()
  await login(page, { email, password: PASSWORD }, t)
  await expect(page.getByRole('heading', { level: 1, name: t('overview.title') })).toBeVisible()
  await expectCards(page)
})
