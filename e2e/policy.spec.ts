import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { TILTED } from '@/e2e/books'
import { giveEasing } from '@/e2e/easing'
import { expect, test } from '@/e2e/fixtures'
import { seedPortfolio } from '@/e2e/seed'
import { chinese, type Texts, t } from '@/e2e/texts'
import { FRED_NOTICE } from '@/lib/core/fred-notice'
import { LEGS } from '@/lib/core/regime'
import { CLAIM_IDS } from '@/lib/core/thesis/claims'

const answer = (page: Page) => page.getByRole('main').getByRole('paragraph').first()

test('a new user without a key sees the regime with its date, and why', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}`)
  await page.getByRole('link', { name: t('common.nav.policy') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('policy.title') })).toBeVisible()
  await expect(answer(page)).toContainText(t('units.regimeState.postQt'))
  await expect(answer(page)).toContainText('score 0.45 on Aug 21, 2026')
  // The snapshot has an end; whoever reads this much later is told so.
  await expect(answer(page)).toContainText('unknown')
  for (const leg of LEGS) {
    await expect(page.getByRole('heading', { name: t(`policy.legs.${leg}.name`), exact: true })).toBeVisible()
  }
  await expect(page.getByText('Score = (30 × 0.65 + 25 × 0.51 + 20 × 0.20 + 15 × 0.30 + 10 × 0.47)')).toBeVisible()
  await expect(page.getByText(t('policy.change.streak', { streak: 2, needed: 4 }))).toBeVisible()
  await expect(page.getByText(FRED_NOTICE)).toBeVisible()
  const how = page.getByRole('button', { name: t('policy.legs.how', { name: t('policy.legs.bs.name') }) })
  await how.click()
  await expect(page.getByText(t('policy.legs.bs.formula'))).toBeVisible()
})

test('the score can be read over one year, and as a table', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/policy`)
  const figure = page.getByRole('figure').first()
  await expect(figure.locator('svg.recharts-surface').getByText('2016')).toBeVisible()
  const ranges = figure.getByRole('group', { name: t('charts.line.range') })
  await ranges.getByRole('radio', { name: t('charts.line.ranges.all') }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(ranges.getByRole('radio', { name: t('charts.line.ranges.one') })).toBeChecked()
  await expect(figure.locator('svg.recharts-surface').getByText('2016')).toHaveCount(0)
  await figure.getByText(t('charts.table')).click()
  await expect(figure.getByRole('row', { name: 'Aug 2026' })).toContainText('0.45')
})

test('own series that reach up to today are measured, and say so', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await giveEasing(user)
  await enter(page, user)
  await page.goto(`/${id}/policy`)
  await expect(answer(page)).toContainText(`Measured regime: ${t('units.regimeState.postQt')}`)
  await expect(answer(page)).not.toContainText('unknown')
  await expect(page.getByText(t('policy.legs.status.missing')).first()).toBeVisible()
})

test('the balance sheet, the rates and the reserves are drawn and listed', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/policy`)
  await page.getByRole('link', { name: t('policy.nav.balanceSheet') }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('policy.sheet.title') })).toBeVisible()
  for (const figure of await page.getByRole('figure').all()) {
    await figure.scrollIntoViewIfNeeded()
    await expect(figure.locator('svg.recharts-surface')).toBeVisible()
  }
  await expect(page.getByRole('figure')).toHaveCount(3)
  await expect(page.getByText(t('policy.sheet.event.qt2End'))).toBeVisible()
  const watch = page.getByRole('region', { name: t('thesis.watch.title') })
  await expect(watch.getByRole('row', { name: t('thesis.watch.item.unemployment') })).toContainText('4.1 %')
  await expect(page.getByText(FRED_NOTICE)).toBeVisible()
})

const prices = (name: string, monthly: number) => {
  const rows = Array.from({ length: 152 }, (_, i) => {
    const month = new Date(Date.UTC(2013, 12 + i, 0)).toISOString().slice(0, 10)
    return `${month},${(100 * (1 + monthly) ** i).toFixed(6)}`
  })
  return { name, mimeType: 'text/csv', buffer: Buffer.from(['Date,Adj Close', ...rows].join('\n')) }
}

const priceField = (page: Page, assetClass: 'growth' | 'tech') =>
  page.getByLabel(t('policy.prices.file', { name: t(`units.assetClass.${assetClass}`) }))

test('every claim has its verdict, and the windows move with their start', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/policy/thesis`)
  for (const claim of CLAIM_IDS) {
    await expect(page.getByRole('heading', { name: t(`thesis.claim.${claim}.name`), exact: true })).toBeVisible()
  }
  await expect(page.getByText(t('thesis.assets.answer', { right: 2, judged: 6 }))).toBeVisible()
  const timers = page.getByRole('region', { name: t('thesis.timer.title') })
  const rally = timers.getByRole('row', { name: t('thesis.claim.riskRally.name') })
  await expect(rally).toContainText('Jun 1, 2026 to Dec 1, 2026')
  await page.getByLabel(t('thesis.timer.start')).fill('2024-09-19')
  await page.getByRole('button', { name: t('policy.thesis.apply') }).click()
  await expect(page).toHaveURL(/t0=2024-09-19$/)
  await expect(rally).toContainText('Mar 19, 2025 to Sep 19, 2025')
  await page.goto(`/${id}/policy/thesis?t0=2024-02-31`)
  await expect(page.getByText(t('policy.thesis.wrongStart'))).toBeVisible()
  await expect(rally).toContainText('Jun 1, 2026 to Dec 1, 2026')
})

test('own prices score the article’s table for this answer alone', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/policy/thesis`)
  const table = page.getByRole('region', { name: t('thesis.assets.title') })
  const growth = table.getByRole('row', { name: t('units.assetClass.growth') })
  await expect(growth).toContainText(t('thesis.assets.wrong'))
  await priceField(page, 'growth').setInputFiles(prices('growth.csv', 0.01))
  await expect(page.getByText(/^152 prices/)).toBeVisible()
  await page.getByRole('button', { name: t('policy.prices.compute') }).click()
  await expect(page.getByText(t('policy.prices.computed'))).toBeVisible()
  await expect(growth).toContainText(t('thesis.assets.right'))
  await expect(growth).toContainText(t('thesis.source.ownPrices'))
  await page.reload()
  await expect(growth).toContainText(t('thesis.assets.wrong'))
})

test('the look back says what it found and that it is hypothetical, in one size', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/policy/look-back`)
  await expect(answer(page)).toContainText('No added value')
  await expect(answer(page)).toContainText(t('lookBack.hypothetical', { cost: 20 }))
  const results = page.getByRole('region', { name: t('policy.lookBack.results') })
  const size = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((e) => getComputedStyle(e).fontSize)
  await expect(results.getByRole('row')).toHaveCount(5)
  const said = page
    .getByRole('main')
    .getByText(t('lookBack.hypothetical', { cost: 20 }))
    .nth(1)
  expect(await said.evaluate((e) => getComputedStyle(e).fontSize)).toBe(await size('main table td'))
  await expect(page.getByText(t('lookBack.coverage.missing'))).toHaveCount(4)
  await page.getByLabel(t('lookBack.terms.cost')).fill('100')
  await page.getByRole('button', { name: t('policy.lookBack.apply'), exact: true }).click()
  await expect(page).toHaveURL(/cost=100$/)
  await expect(answer(page)).toContainText(t('lookBack.hypothetical', { cost: 100 }))
  await priceField(page, 'growth').setInputFiles(prices('growth.csv', 0.006))
  await priceField(page, 'tech').setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2') })
  await expect(page.getByText(t('lookBack.prices.fault.noDateColumn'))).toBeVisible()
  await page.getByRole('button', { name: t('policy.prices.compute') }).click()
  await expect(page.getByText(t('lookBack.source.ownPrices'), { exact: true })).toBeVisible()
  await expect(page.getByText(t('lookBack.coverage.missing'))).toHaveCount(3)
})

test('a stranger’s portfolio has no policy pages', async ({ page, user, anotherUser, enter, watch }) => {
  const { id } = await seedPortfolio(anotherUser, TILTED)
  await enter(page, user)
  watch.allow(/^404: GET /)
  for (const path of ['', '/balance-sheet', '/thesis', '/look-back']) {
    const response = await page.goto(`/${id}/policy${path}`)
    expect(response?.status()).toBe(404)
  }
})

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function checkAll(page: Page, id: string, texts: Texts): Promise<void> {
  for (const path of ['', '/balance-sheet', '/thesis', '/look-back']) {
    await page.goto(`/${id}/policy${path}`)
    await expect(page.getByRole('navigation', { name: texts('policy.nav.label') })).toBeVisible()
    for (const figure of await page.getByRole('figure').all()) await figure.scrollIntoViewIfNeeded()
    for (const table of await page.locator('main details > summary').all()) await table.click()
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    expect
      .soft(
        violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.target}`),
        path,
      )
      .toEqual([])
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect.soft(beyond, `${path} is no wider than the window`).toBeLessThanOrEqual(0)
  }
}

const PHONE = { width: 360, height: 740 }
const LOOKS = [
  { name: 'English, light', texts: t, locale: 'en-US', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'English, dark', texts: t, locale: 'en-US', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'Chinese, dark, on a phone', texts: chinese, locale: 'zh-CN', colorScheme: 'dark', viewport: PHONE },
] as const

for (const { name, texts, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use({ ...look, contextOptions: { reducedMotion: 'reduce' } })
    test.slow()
    test('the policy pages are accessible', async ({ page, user, enter }) => {
      const { id } = await seedPortfolio(user, TILTED)
      await enter(page, user)
      await checkAll(page, id, texts)
    })
  })
}
