import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { adoptPostQt, choose, register, savePlan, visit } from '@/e2e/acts'
import { expect, login, test } from '@/e2e/fixtures'
import { allSaved, asBlock, blankRow, cellOf, gridOf, pasteText, typeRows } from '@/e2e/grid'
import { newEmail, PASSWORD } from '@/e2e/seed'
import { t } from '@/e2e/texts'

// Symbol, quantity, price. The classes are the built-in directory's.
const TYPED = [
  ['VTI', '120.5', '331.40'],
  ['AAPL', '90', '268.15'],
  ['TLT', '150', '89.35'],
  ['BTC', '0.12345678', '68450'],
  ['GLD', '12', '402.10'],
  ['VMFXX', '25000.55', '1'],
] as const
const PASTED = [
  ['VUG', '40', '492.60'],
  ['VBIAX', '310.123', '54.38'],
  ['BND', '200', '74.10'],
  ['VNQ', '55', '91.75'],
  ['MSFT', '25', '517.60'],
  ['JNJ', '60', '186.20'],
] as const

/**
 * Worked out by hand from the twelve positions, the cash of 12,345.67 (2,000 of it a reserve) and 804.33, and the splits of
 * VTI (60 growth, 40 technology), VUG (38, 62), VBIAX (36, 24, 13 long bonds, 27 money funds) and BND (32 long bonds, 68 money funds):
 * value, weight, tightening weight and shift, post-QT weight and shift, then target, drift in points and money, and the shift to it.
 */
const BY_HAND = {
  growth: [
    '48,690.96',
    '23.47%',
    '35.00%',
    '+23,914.02',
    '39.00%',
    '+32,211.74',
    '39.00%',
    '−15.53',
    '−32,211.74',
    '+32,211.74',
  ],
  tech: [
    '69,310.94',
    '33.41%',
    '16.00%',
    '−36,120.09',
    '21.00%',
    '−25,747.95',
    '21.00%',
    '+12.41',
    '+25,747.95',
    '−25,747.95',
  ],
  longBonds: [
    '20,337.28',
    '9.81%',
    '6.00%',
    '−7,890.71',
    '18.00%',
    '+17,002.42',
    '18.00%',
    '−8.19',
    '−17,002.42',
    '+17,002.42',
  ],
  digital: [
    '8,450.62',
    '4.07%',
    '1.00%',
    '−6,376.19',
    '2.00%',
    '−4,301.76',
    '2.00%',
    '+2.07',
    '+4,301.76',
    '−4,301.76',
  ],
  moneyFunds: [
    '50,781.56',
    '24.48%',
    '40.00%',
    '+32,195.56',
    '10.00%',
    '−30,037.28',
    '10.00%',
    '+14.48',
    '+30,037.28',
    '−30,037.28',
  ],
  alternatives: [
    '9,871.45',
    '4.76%',
    '2.00%',
    '−5,722.59',
    '10.00%',
    '+10,872.83',
    '10.00%',
    '−5.24',
    '−10,872.83',
    '+10,872.83',
  ],
} as const
const TOTAL_VALUE = '$209,442.81'
const DRIFT = '28.97%'
const POSITION = t('overview.answer.position', {
  subject: t('overview.answer.whole'),
  position: t('overview.position.between', { along: '50%' }),
  off: '17.5%',
})

/** Both accounts and the cash; the second account by the keyboard alone. */
async function addAccounts(page: Page): Promise<void> {
  await page.getByLabel(t('holdings.empty.name')).fill('Brokerage')
  await page.getByRole('button', { name: t('holdings.empty.action') }).click()
  await page.getByRole('textbox', { name: t('holdings.accounts.cashOf', { name: 'Brokerage' }) }).fill('12,345.67')
  await page.getByRole('textbox', { name: t('holdings.accounts.reserveOf', { name: 'Brokerage' }) }).fill('2000')
  await page.getByLabel(t('holdings.accounts.newName')).focus()
  await page.keyboard.type('Old IRA')
  await page.keyboard.press('Tab')
  await page.keyboard.type(t('units.tax.deferred'))
  await page.keyboard.press('Tab')
  // The currency stays as it is.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const cash = page.getByRole('textbox', { name: t('holdings.accounts.cashOf', { name: 'Old IRA' }) })
  await cash.focus()
  await page.keyboard.type('804.33')
  await page.keyboard.press('Enter')
  await allSaved(page)
}

async function enterHoldings(page: Page): Promise<void> {
  await typeRows(page, 'Brokerage', TYPED)
  await allSaved(page)
  await (await cellOf(page, blankRow(page, 'Old IRA'), 'symbol')).focus()
  await pasteText(page, asBlock(PASTED))
  const dialog = page.getByRole('dialog', { name: t('holdings.paste.title') })
  const outcome = dialog.getByRole('region', { name: t('holdings.paste.outcome') })
  await expect(outcome.getByText(t('holdings.paste.becomes.add'))).toHaveCount(6)
  await expect(gridOf(page).getByRole('rowheader', { name: 'VUG', exact: true })).toHaveCount(0)
  await dialog.getByRole('button', { name: t('holdings.paste.import', { count: 6 }) }).click()
  await expect(page.getByText(t('holdings.paste.done', { added: 6, updated: 0 }))).toBeVisible()
  for (const [symbol] of [...TYPED, ...PASTED]) {
    await expect(gridOf(page).getByRole('rowheader', { name: symbol, exact: true })).toBeVisible()
  }
}

const classTable = (page: Page) => page.getByRole('region', { name: t('overview.table.label') }).getByRole('table')

/** The first columns of figures, class by class; the unit and the word beside a figure and the drawn strip are left out. */
async function expectFigures(page: Page, columns: number): Promise<void> {
  for (const [name, figures] of Object.entries(BY_HAND)) {
    const row = classTable(page).getByRole('row', { name: t(`units.assetClass.${name as keyof typeof BY_HAND}`) })
    const read = async () => {
      const texts = await row.getByRole('cell').allInnerTexts()
      return texts.flatMap((text) => text.match(/^[+−]?[\d,.]+%?/)?.[0] ?? []).slice(0, columns)
    }
    await expect.poll(read, name).toEqual(figures.slice(0, columns))
  }
}

test('the main job, end to end', async ({ page, registered, openBrowser, watch, anotherUser, enter }) => {
  test.setTimeout(180_000)
  const email = newEmail()
  registered.push(email)
  await test.step('register and make a portfolio', async () => {
    await page.goto('/')
    await page.locator('a[href^="/register"]').click()
    await expect(page.getByRole('heading', { name: t('auth.register.title') })).toBeVisible()
    await register(page, email)
    await page.getByRole('button', { name: t('portfolios.empty.action') }).click()
    await page.getByLabel(t('portfolios.name'), { exact: true }).fill('Family')
    await page.getByRole('button', { name: t('common.action.create'), exact: true }).click()
    await page.waitForURL('**/holdings')
  })
  const home = new URL(page.url()).pathname.replace('/holdings', '')
  await test.step('enter two accounts and twelve holdings', async () => {
    await addAccounts(page)
    await enterHoldings(page)
  })
  await test.step('see them against both regimes', async () => {
    await visit(page, 'overview')
    await expect(page.getByText(TOTAL_VALUE)).toBeVisible()
    await expectFigures(page, 6)
    await expect(page.getByRole('main')).toContainText(POSITION)
  })
  await test.step('adopt Balanced post-QT', async () => {
    await visit(page, 'targets')
    await adoptPostQt(page)
    await visit(page, 'overview')
    await expect(page.getByRole('main').getByText(DRIFT, { exact: true }).first()).toBeVisible()
    await expectFigures(page, 10)
  })
  const saved = await test.step('plan, save and export', async () => {
    await visit(page, 'rebalance')
    await page.getByRole('radio', { name: t('rebalance.controls.full') }).check()
    await page.waitForURL('**/rebalance?mode=full**')
    await savePlan(page, '=Autumn, "calm" 秋')
    await expectFilesAgree(page)
    return new URL(page.url()).pathname
  })
  await test.step('everything is still there after logging out and in', async () => {
    const before = await page.getByRole('main').innerText()
    await choose(page, page.getByRole('button', { name: t('common.header.user') }), t('common.header.logOut'))
    await expect(page.getByText(t('auth.login.loggedOut'))).toBeVisible()
    await login(page, { email, password: PASSWORD })
    await expect(page).toHaveURL(new RegExp(`${home}$`))
    await expectFigures(page, 10)
    await page.goto(saved)
    await expect(page.getByRole('heading', { level: 1, name: '=Autumn' })).toBeVisible()
    expect(await page.getByRole('main').innerText()).toBe(before)
    await page.goto(`${home}/holdings`)
    for (const [symbol] of [...TYPED, ...PASTED]) {
      await expect(gridOf(page).getByRole('rowheader', { name: symbol, exact: true })).toBeVisible()
    }
  })
  await test.step('another user finds none of it', async () => {
    const stranger = await openBrowser()
    await enter(stranger, anotherUser)
    watch.allow(/^404: GET /)
    const pages = ['', '/holdings', '/targets', '/rebalance', '/plans'].map((page) => `${home}${page}`)
    for (const address of [...pages, saved]) {
      const answer = await stranger.goto(address)
      expect(answer?.status(), address).toBe(404)
      await expect(stranger.getByRole('heading', { name: t('common.missingPage.title') })).toBeVisible()
    }
    for (const format of ['csv', 'json']) {
      const answer = await stranger.request.get(`/api/export/plan/${saved.split('/').at(-1)}?format=${format}`)
      expect(answer.status()).toBe(404)
      expect(await answer.text()).not.toContain('VTI')
    }
  })
})

async function downloadAs(page: Page, format: 'csv' | 'json'): Promise<{ name: string; text: string }> {
  const started = page.waitForEvent('download')
  await choose(page, page.getByRole('button', { name: t('plans.export.label') }), t(`plans.export.${format}`))
  const download = await started
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

/** Cells of a CSV text (RFC 4180). */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

const centsOf = (text: string): number => Math.round(Number(text) * 100)
const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0)

interface PlanFile {
  name: string
  plan: {
    trades: { side: 'buy' | 'sell'; symbol: string; value: string }[]
    turnover: string
    cashAfter: Record<string, string>
  }
  snapshot: { accounts: { id: string; cash: string }[] }
}

/** The files say what the page says, and their sums add up. */
async function expectFilesAgree(page: Page): Promise<void> {
  const csv = await downloadAs(page, 'csv')
  const json = await downloadAs(page, 'json')
  expect(csv.name).toMatch(/^tidemark-plan-\d{4}-\d\d-\d\d-.*秋.*\.csv$/)
  expect(json.name).toMatch(/\.json$/)
  expect(csv.text.codePointAt(0)).toBe(0xfeff)
  const [head = [], ...lines] = parseCsv(csv.text.slice(1))
  const rows = lines.map((cells) => Object.fromEntries(head.map((key, i) => [key, cells[i] ?? ''])))
  const file = JSON.parse(json.text) as PlanFile
  expect(file.name).toBe('=Autumn, "calm" 秋')
  const { trades, turnover, cashAfter } = file.plan
  expect(rows.map(({ side, symbol, value }) => ({ side, symbol, value }))).toEqual(
    trades.map(({ side, symbol, value }) => ({ side, symbol, value })),
  )
  expect(trades.length).toBeGreaterThan(3)
  const sums = { buy: 0, sell: 0 }
  for (const { side, value } of trades) sums[side] += centsOf(value)
  expect(centsOf(turnover)).toBe(sums.buy + sums.sell)
  const before = total(file.snapshot.accounts.map(({ cash }) => centsOf(cash)))
  expect(total(Object.values(cashAfter).map(centsOf))).toBe(before + sums.sell - sums.buy)
  for (const { symbol } of trades) await expect(page.getByRole('main')).toContainText(symbol)
}
