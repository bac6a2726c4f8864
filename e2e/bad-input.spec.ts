import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { allSaved, blankRow, cellOf, rowOf, rowSaved, typeInto } from '@/e2e/grid'
import { daysAgo, seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { db } from '@/lib/db/client'

const storedQuantity = async (id: string): Promise<string> =>
  (await db().holding.findUniqueOrThrow({ where: { id } })).quantity.toFixed()

const REFUSED = {
  '1e400': 'notNumber',
  NaN: 'notNumber',
  '0x1f': 'notNumber',
  '12 %': 'notNumber',
  '5²': 'notNumber',
  '-5': 'negative',
  '(5)': 'negative',
  '1,5': 'ambiguous',
  '0.1234567890123456789': 'tooPrecise',
  '123456789012345678901234567890': 'tooLarge',
} as const

test('what is no quantity is refused at its field, stays as it was typed, and stores nothing', async ({
  page,
  user,
  enter,
}) => {
  const { id, holdings } = await seedPortfolio(user, 'Brokerage taxable; VUG growth:38,tech:62 20 @ 400')
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const cell = await cellOf(page, rowOf(page, 'VUG'), 'quantity')
  for (const [text, problem] of Object.entries(REFUSED)) {
    await typeInto(page, 'VUG', 'quantity', text)
    await expect(cell, text).toHaveAccessibleDescription(t(`holdings.problem.${problem}`))
    await expect(cell, text).toHaveAttribute('aria-invalid', 'true')
    await expect(cell, text).toContainText(text)
    await expect(await cellOf(page, rowOf(page, 'VUG'), 'state')).toHaveText(t('common.state.notSaved'))
  }
  expect(await storedQuantity(holdings['Brokerage/VUG'] ?? '')).toBe('20')
  await typeInto(page, 'VUG', 'quantity', '21')
  await rowSaved(page, 'VUG')
  await expect(cell).not.toHaveAttribute('aria-invalid')
  expect(await storedQuantity(holdings['Brokerage/VUG'] ?? '')).toBe('21')
})

const READ = {
  '１２３': '123',
  '1.234,56': '1234.56',
  "1'000.25": '1000.25',
  '1 000,00': '1000',
  '1,234.56': '1234.56',
  '1.5k': '1500',
  '0.123456789012345678': '0.123456789012345678',
  '12345678901234567890': '12345678901234567890',
} as const

test('numbers of every usual form are stored to the last digit', async ({ page, user, enter }) => {
  const { id, holdings } = await seedPortfolio(user, 'Brokerage taxable; VUG growth:38,tech:62 20 @ 1')
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  for (const [text, exact] of Object.entries(READ)) {
    await typeInto(page, 'VUG', 'quantity', text)
    await expect.poll(() => storedQuantity(holdings['Brokerage/VUG'] ?? ''), text).toBe(exact)
    await rowSaved(page, 'VUG')
  }
})

test('cash, prices and dates are as strict', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, 'Brokerage taxable; VUG growth:38,tech:62 20 @ 400')
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  await typeInto(page, 'VUG', 'price', '0')
  await expect(await cellOf(page, rowOf(page, 'VUG'), 'price')).toContainText(t('holdings.problem.notPositive'))
  const cash = page.getByRole('textbox', { name: t('holdings.accounts.cashOf', { name: 'Brokerage' }) })
  await cash.fill('12.345')
  await cash.press('Enter')
  await expect(cash).toHaveAccessibleDescription(t('holdings.problem.tooPrecise'))
  await expect(cash).toHaveValue('12.345')
  await cash.fill('-250.50')
  await cash.press('Enter')
  await expect(cash).toHaveValue('−250.50')
  await expect(cash).not.toHaveAttribute('aria-invalid')
})

/** More rows than a window is high. */
const MANY = Array.from({ length: 60 }, (_, i) => `S${i} growth 1 @ 1`).join('; ')
const WITH_STALE = `Brokerage taxable cash 900; ${MANY}; TLT longBonds 9 @ 90; VUG growth:38,tech:62 20 @ 400 on ${daysAgo(30)}`

test('a stale price refuses the plan and leads to its row', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, WITH_STALE, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full`)
  await expect(page.getByText(t('rebalance.refused.title', { count: 1 }))).toBeVisible()
  await expect(page.getByRole('form', { name: t('rebalance.save.label') })).toHaveCount(0)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'VUG' })
    .getByRole('link', { name: t('plans.report.goHolding') })
    .click()
  await expect(rowOf(page, 'VUG')).toBeInViewport()
  await expect(await cellOf(page, rowOf(page, 'VUG'), 'state')).toContainText(t('holdings.mark.stale'))

  await typeInto(page, 'VUG', 'price', '410')
  await allSaved(page)
  await page.goto(`/${id}/rebalance?mode=full`)
  await expect(page.getByRole('form', { name: t('rebalance.save.label') })).toBeVisible()
})

test('the overview sets an old price and a missing one apart, and leads to their rows', async ({
  page,
  user,
  enter,
}) => {
  const { id } = await seedPortfolio(user, `${WITH_STALE}; GLD alternatives 5 @ ?`)
  await enter(page, user)
  for (const [symbol, mark] of [
    ['VUG', 'stale'],
    ['GLD', 'unpriced'],
  ] as const) {
    await page.goto(`/${id}`)
    await page.getByRole('link', { name: t('overview.notes.row', { symbol, account: 'Brokerage' }) }).click()
    await expect(rowOf(page, symbol)).toBeInViewport()
    await expect(await cellOf(page, rowOf(page, symbol), 'state')).toContainText(t(`holdings.mark.${mark}`))
  }
})

test('an unknown symbol is asked about once and remembered everywhere', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, 'Brokerage taxable; Wallet taxable')
  const other = await seedPortfolio(user, 'Drawer taxable', { name: 'Another' })
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const question = page.getByText(t('holdings.class.ask', { symbol: 'ZQXW' }))
  await addSymbol(page, 'Brokerage', 'zqxw')
  await expect(question).toBeVisible()
  await page.getByRole('button', { name: t('units.assetClass.digital'), exact: true }).click()
  await expect(question).toBeHidden()
  await expect(await cellOf(page, rowOf(page, 'ZQXW'), 'class')).toContainText(t('units.assetClassShort.digital'))

  await page.goto(`/${other.id}/holdings`)
  await addSymbol(page, 'Drawer', 'ZQXW')
  await expect(await cellOf(page, rowOf(page, 'ZQXW'), 'class')).toContainText(t('units.assetClassShort.digital'))
  await expect(question).toBeHidden()
})

async function addSymbol(page: Page, account: string, symbol: string): Promise<void> {
  await (await cellOf(page, blankRow(page, account), 'symbol')).focus()
  await page.keyboard.type(symbol)
  await page.keyboard.press('Enter')
  await allSaved(page)
}
