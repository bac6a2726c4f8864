import type { Page } from '@playwright/test'
import { choose, savePlan, undo } from '@/e2e/acts'
import { TILTED } from '@/e2e/books'
import { expect, test } from '@/e2e/fixtures'
import { asBlock, blankRow, cellOf, gridOf, pasteText, rowOf, rowSaved, typeInto } from '@/e2e/grid'
import { seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { db } from '@/lib/db/client'

test('a deleted portfolio comes back with everything in it', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { name: 'Rainy days', adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}`)
  const table = page.getByRole('region', { name: t('overview.table.label') })
  const before = await table.innerText()
  await page.goto('/portfolios')
  const actions = page.getByRole('button', { name: t('portfolios.actionsFor', { name: 'Rainy days' }) })
  await choose(page, actions, t('common.action.delete'))
  await expect(page.getByRole('link', { name: 'Rainy days' })).toHaveCount(0)
  await undo(page, t('portfolios.deleted', { name: 'Rainy days' }))
  await page.getByRole('link', { name: 'Rainy days' }).click()
  await expect(page.getByRole('heading', { level: 1, name: t('overview.title') })).toBeVisible()
  expect(await table.innerText()).toBe(before)
})

test('a deleted plan comes back as it was', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full`)
  await savePlan(page, 'Spring cleaning')
  await page.goto(`/${id}/plans`)
  const row = page.getByRole('row', { name: 'Spring cleaning' })
  const before = await row.innerText()
  await choose(
    page,
    row.getByRole('button', { name: t('plans.actionsFor', { name: 'Spring cleaning' }) }),
    t('common.action.delete'),
  )
  await expect(page.getByRole('heading', { name: t('plans.empty.title') })).toBeVisible()
  await undo(page, t('plans.deleted', { name: 'Spring cleaning' }))
  await expect(row).toBeVisible()
  expect(await row.innerText()).toBe(before)
})

test('a deleted plan comes back from its own page', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/rebalance?mode=full`)
  await savePlan(page, 'Spring cleaning')
  await choose(
    page,
    page.getByRole('button', { name: t('plans.actionsFor', { name: 'Spring cleaning' }) }),
    t('common.action.delete'),
  )
  await page.waitForURL(`**/${id}/plans`)
  await undo(page, t('plans.deleted', { name: 'Spring cleaning' }))
  await expect(page.getByRole('link', { name: 'Spring cleaning' })).toBeVisible()
})

/** Everything that the grid shows of what is stored, without the notes on when it was saved. */
async function gridTexts(page: Page): Promise<string[]> {
  const rows = await gridOf(page).getByRole('row').all()
  return Promise.all(rows.map(async (row) => (await row.getByRole('gridcell').allInnerTexts()).slice(0, -1).join(' ')))
}

test('a removed account comes back with what it held', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(
    user,
    `${TILTED}; Attic free cash 77; VNQ alternatives 3 @ 90 lot 3 @ 80 2021-05-05`,
  )
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const before = await gridTexts(page)
  await page.getByRole('button', { name: t('holdings.accounts.remove', { name: 'Attic' }) }).click()
  await expect(rowOf(page, 'VNQ')).toHaveCount(0)
  await undo(page, t('holdings.removed.account', { name: 'Attic' }))
  await expect(rowOf(page, 'VNQ')).toBeVisible()
  expect(await gridTexts(page)).toEqual(before)
  await page.reload()
  expect(await gridTexts(page)).toEqual(before)
})

test('a removed holding comes back with its lots', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const before = await gridTexts(page)
  await (await cellOf(page, rowOf(page, 'MSFT'), 'symbol')).focus()
  await page.keyboard.press('Delete')
  await expect(rowOf(page, 'MSFT')).toHaveCount(0)
  await undo(page, t('holdings.removed.holding', { symbol: 'MSFT' }))
  await expect(rowOf(page, 'MSFT')).toBeVisible()
  await page.reload()
  expect(await gridTexts(page)).toEqual(before)
})

test('an edit is taken back by Ctrl+Z', async ({ page, user, enter }) => {
  const { id, holdings } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const before = await gridTexts(page)
  const where = { id: holdings['Brokerage/GLD'] ?? '' }
  const stored = async () => (await db().holding.findUniqueOrThrow({ where })).quantity.toFixed()
  await typeInto(page, 'GLD', 'quantity', '999')
  await rowSaved(page, 'GLD')
  expect(await stored()).toBe('999')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(stored).toBe('10')
  await page.reload()
  expect(await gridTexts(page)).toEqual(before)
})

test('an import is taken back as one: what it added, updated and merged', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED)
  await enter(page, user)
  await page.goto(`/${id}/holdings`)
  const before = await gridTexts(page)
  await (await cellOf(page, blankRow(page, 'Brokerage'), 'symbol')).focus()
  await pasteText(
    page,
    asBlock([
      ['VUG', '31', '405'],
      ['VNQ', '5', '90'],
      ['VNQ', '6', '90'],
      ['BND', 'many', '74'],
    ]),
  )
  const dialog = page.getByRole('dialog', { name: t('holdings.paste.title') })
  for (const [outcome, count] of Object.entries({ add: 1, update: 1, merged: 1, rejected: 1 })) {
    const label = t(`holdings.paste.count.${outcome as 'add'}`, { count })
    await expect(dialog.getByRole('radio', { name: label })).toBeAttached()
  }
  await dialog.getByRole('button', { name: t('holdings.paste.import', { count: 3 }) }).click()
  await expect(await cellOf(page, rowOf(page, 'VNQ'), 'quantity')).toHaveText('11')
  await expect(await cellOf(page, rowOf(page, 'VUG'), 'quantity')).toHaveText('31')
  await undo(page, t('holdings.paste.done', { added: 1, updated: 1 }))
  await expect(page.getByText(t('holdings.paste.undone'))).toBeVisible()
  await expect(rowOf(page, 'VNQ')).toHaveCount(0)
  await page.reload()
  expect(await gridTexts(page)).toEqual(before)
})
