import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { savePlan } from '@/e2e/acts'
import { TILTED } from '@/e2e/books'
import { OLDER, UNKNOWN_TABLE } from '@/e2e/broker-files'
import { expect, test } from '@/e2e/fixtures'
import { cellOf, rowOf, typeInto } from '@/e2e/grid'
import { type Seeded, seedPortfolio, type User } from '@/e2e/seed'
import { chinese, type Texts, t } from '@/e2e/texts'
import { makeLink } from '@/lib/db/one-time-links'

const HOUR_MS = 3_600_000
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe has to say of the page that is open, one line for each element. */
async function faultsOf(page: Page): Promise<string[]> {
  // A class that has just faded in would be measured half transparent.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

/** Soft, so that one run tells of all pages. */
async function check(page: Page, name: string): Promise<void> {
  expect.soft(await faultsOf(page), name).toEqual([])
}

async function checkSignedOut(page: Page): Promise<void> {
  for (const path of ['/login', '/register', '/join', '/forgot', '/reset', '/verify']) {
    await page.goto(path)
    await check(page, path)
  }
  await page.goto(`/join?token=${await makeLink('invite', {}, HOUR_MS, new Date())}`)
  await expect(page.locator('input[type=password]')).toBeVisible()
  await check(page, 'joining')
}

async function checkHoldings(page: Page, { id }: Seeded, empty: Seeded, texts: Texts): Promise<void> {
  await page.goto(`/${empty.id}/holdings`)
  await check(page, 'empty holdings')
  await page.goto(`/${id}/holdings`)
  await check(page, 'holdings')
  await (await cellOf(page, rowOf(page, 'MSFT', texts), 'lots', texts)).click()
  await expect(page.getByText(texts('holdings.lots.title', { symbol: 'MSFT' }))).toBeVisible()
  await typeInto(page, 'GLD', 'quantity', 'many', texts)
  await check(page, 'open lots and a fault')
  await (await cellOf(page, rowOf(page, 'GLD', texts), 'class', texts)).click()
  await expect(page.getByRole('dialog', { name: texts('holdings.class.title', { symbol: 'GLD' }) })).toBeVisible()
  await check(page, 'class dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: texts('holdings.toolbar.paste') }).click()
  const dialog = page.getByRole('dialog', { name: texts('holdings.paste.title') })
  await dialog.getByLabel(texts('holdings.paste.text')).fill('VTI\t5\t300\nVTI\t6\t300\nBND\tmany\t70')
  await expect(dialog.getByRole('region', { name: texts('holdings.paste.outcome') })).toContainText('VTI')
  await check(page, 'paste dialog')
}

async function checkTargets(page: Page, { id }: Seeded, texts: Texts): Promise<void> {
  await page.goto(`/${id}/targets`)
  await check(page, 'targets')
  await page.getByRole('radio', { name: texts('units.regimeState.tightening') }).check()
  await page.getByRole('button', { name: texts('targets.adopt.open') }).click()
  await expect(page.getByRole('dialog', { name: texts('targets.adopt.title') })).toBeVisible()
  await check(page, 'adopt dialog')
}

async function checkPlans(page: Page, { id }: Seeded, texts: Texts): Promise<void> {
  await page.goto(`/${id}/plans`)
  await check(page, 'no plans')
  await page.goto(`/${id}/rebalance?mode=full`)
  await check(page, 'rebalance')
  await savePlan(page, 'Clean', texts)
  await check(page, 'plan')
  await page.goto(`/${id}/plans`)
  await check(page, 'plans')
}

async function checkOverview(page: Page, { id }: Seeded): Promise<void> {
  await page.goto(`/${id}`)
  await check(page, 'overview')
  // The charts come when they are looked at.
  const charts = page.getByRole('figure')
  for (const chart of await charts.all()) await chart.scrollIntoViewIfNeeded()
  await expect(charts.last().locator('svg').first()).toBeVisible()
  await check(page, 'charts')
}

async function checkTransfer(page: Page, { id }: Seeded, texts: Texts): Promise<void> {
  await page.goto(`/${id}/transfer/import`)
  await check(page, 'import')
  await page.getByLabel(texts('import.files.drop')).setInputFiles([OLDER, UNKNOWN_TABLE])
  for (const step of ['accounts', 'rows', 'review'] as const) {
    const name = texts('import.wizard.next', { step: texts(`import.step.${step}`) })
    await expect(page.getByRole('button', { name })).toBeEnabled()
    await check(page, `before the step of ${step}`)
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('heading', { level: 2, name: texts(`import.${step}.title`) })).toBeFocused()
  }
  await check(page, 'review of an import')
  await page.getByRole('button', { name: texts('import.review.import', { count: 10 }) }).click()
  await expect(page.getByRole('heading', { level: 2, name: texts('import.done.title') })).toBeVisible()
  await check(page, 'import done')
  await page.goto(`/${id}/transfer`)
  await check(page, 'import and export')
}

async function checkOthers(page: Page): Promise<void> {
  for (const path of [
    '/portfolios',
    '/portfolios?new=1',
    '/settings',
    '/settings/security',
    '/settings/security/log',
  ]) {
    await page.goto(path)
    await check(page, path)
  }
}

async function checkMissing(page: Page): Promise<void> {
  await page.goto(`/00000000-0000-4000-8000-000000000000`)
  await check(page, 'missing page')
}

interface Look {
  name: string
  texts: Texts
  locale: string
  colorScheme: 'light' | 'dark'
  viewport: { width: number; height: number }
}
const WIDE = { width: 1440, height: 900 }
const LOOKS: Look[] = [
  { name: 'English, light', texts: t, locale: 'en-US', colorScheme: 'light', viewport: WIDE },
  { name: 'English, dark', texts: t, locale: 'en-US', colorScheme: 'dark', viewport: WIDE },
  {
    name: 'Chinese, dark, on a phone',
    texts: chinese,
    locale: 'zh-CN',
    colorScheme: 'dark',
    viewport: { width: 360, height: 740 },
  },
]

for (const { name, texts, ...look } of LOOKS) {
  test.describe(name, () => {
    test.use({ ...look, contextOptions: { reducedMotion: 'reduce' } })
    test.slow()
    const open = (user: User) => seedPortfolio(user, TILTED, { adopted: 'postQt' })

    test('signing in is accessible', ({ page }) => checkSignedOut(page))
    test('holdings are accessible', async ({ page, user, enter }) => {
      await enter(page, user)
      const empty = await seedPortfolio(user, '', { name: 'Empty' })
      await checkHoldings(page, await open(user), empty, texts)
    })
    test('targets are accessible', async ({ page, user, enter }) => {
      await enter(page, user)
      await checkTargets(page, await open(user), texts)
    })
    test('plans are accessible', async ({ page, user, enter }) => {
      await enter(page, user)
      await checkPlans(page, await open(user), texts)
    })
    test('the overview is accessible', async ({ page, user, enter }) => {
      await enter(page, user)
      await checkOverview(page, await open(user))
    })
    test('import and export are accessible', async ({ page, user, enter }) => {
      await enter(page, user)
      await checkTransfer(page, await open(user), texts)
    })
    test('portfolios, settings and a missing page are accessible', async ({ page, user, enter, watch }) => {
      await enter(page, user)
      await page.goto('/portfolios')
      await check(page, 'no portfolios')
      const { id } = await open(user)
      await page.goto(`/${id}/plans`) // now it is the one that was opened last, which the list says
      await checkOthers(page)
      watch.allow(/^404: GET /)
      await checkMissing(page)
    })
  })
}
