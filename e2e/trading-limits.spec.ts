import type { Locator, Page } from '@playwright/test'
import { TILTED } from '@/e2e/books'
import { expect, test } from '@/e2e/fixtures'
import { rowSaved } from '@/e2e/grid'
import { seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { tradingOf } from '@/lib/core/trading'
import { db } from '@/lib/db/client'

/** What plans may do with a holding, as it is stored, and how often its row was saved. */
async function stored(id = ''): Promise<[string, number]> {
  const row = await db().holding.findUniqueOrThrow({ where: { id } })
  return [tradingOf(row), row.version]
}

const choiceOf = (page: Page, symbol: string): Locator =>
  page.getByLabel(t('holdings.grid.cell', { column: t('holdings.column.trading'), symbol }))
const cellAround = (choice: Locator): Locator => choice.locator('xpath=ancestor::td')

test('a choice is stored at once and taken back by Ctrl+Z', async ({ page, user, enter }) => {
  const { id, holdings } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const choice = choiceOf(page, 'MSFT')
  await expect(choice).toHaveValue('free')
  await choice.selectOption(t('holdings.trading.noBuy'))
  await rowSaved(page, 'MSFT')
  expect(await stored(holdings['Brokerage/MSFT'])).toEqual(['noBuy', 2])
  await expect(cellAround(choice)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => stored(holdings['Brokerage/MSFT'])).toEqual(['free', 3])
  await expect(choice).toHaveValue('free')
})

test('by keyboard it is one change, and Escape makes none', async ({ page, user, enter }) => {
  const { id, holdings } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const choice = choiceOf(page, 'MSFT')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await cellAround(choice).focus()
  await press('Enter', 'ArrowDown', 'ArrowDown')
  await expect(choice).toHaveValue('noBuy')
  await press('Escape')
  await expect(cellAround(choice)).toBeFocused()
  await expect(choice).toHaveValue('free')
  await press('Enter', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await rowSaved(page, 'MSFT')
  expect(await stored(holdings['Brokerage/MSFT'])).toEqual(['noSell', 2])
  await press('ArrowDown')
  await expect(cellAround(choiceOf(page, 'JNJ'))).toBeFocused()
  await page.reload()
  await expect(choice).toHaveValue('noSell')
})

test('another choice in another tab is a conflict that shows both', async ({ page, user, enter }) => {
  const { id, holdings } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  const second = await page.context().newPage()
  for (const tab of [page, second]) await tab.goto(`/${id}/holdings`)
  await choiceOf(page, 'MSFT').selectOption(t('holdings.trading.locked'))
  await rowSaved(page, 'MSFT')
  await choiceOf(second, 'MSFT').selectOption(t('holdings.trading.noSell'))
  const question = second.getByRole('status').filter({ hasText: t('holdings.conflict.title', { symbol: 'MSFT' }) })
  const sides = { mine: t('holdings.trading.noSell'), theirs: t('holdings.trading.locked') }
  await expect(question).toContainText(t('holdings.conflict.sides', { column: t('holdings.column.trading'), ...sides }))
  expect(await stored(holdings['Brokerage/MSFT'])).toEqual(['locked', 2])
  await second.getByRole('button', { name: t('holdings.conflict.keepMine'), exact: true }).click()
  await rowSaved(second, 'MSFT')
  expect(await stored(holdings['Brokerage/MSFT'])).toEqual(['noSell', 3])
})
