import type { Page } from '@playwright/test'
import { savePlan } from '@/e2e/acts'
import { TILTED } from '@/e2e/books'
import { expect, test } from '@/e2e/fixtures'
import { cellOf, rowOf, rowSaved, typeInto } from '@/e2e/grid'
import { seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { db } from '@/lib/db/client'

/** Quantity and price of a holding as they are stored. */
async function stored(id = ''): Promise<string[]> {
  const { quantity, price } = await db().holding.findUniqueOrThrow({ where: { id } })
  return [quantity.toFixed(), price?.toFixed() ?? '']
}

/** The question below a row: both sides of a column, and the two ways on. */
async function expectBothSides(page: Page, column: 'quantity' | 'price', mine: string, theirs: string): Promise<void> {
  const question = page.getByRole('status').filter({ hasText: t('holdings.conflict.title', { symbol: 'VUG' }) })
  await expect(question).toContainText(
    t('holdings.conflict.sides', { column: t(`holdings.column.${column}`), mine, theirs }),
  )
}
const answer = (page: Page, key: 'keepMine' | 'takeTheirs') =>
  page.getByRole('button', { name: t(`holdings.conflict.${key}`), exact: true }).click()

test.describe('the same holding in two tabs', () => {
  const open = async (first: Page, id: string): Promise<Page> => {
    const second = await first.context().newPage()
    for (const tab of [first, second]) await tab.goto(`/${id}/holdings`)
    return second
  }

  test('the later save shows both values; mine is kept when I say so', async ({ page, user, enter }) => {
    const { id, holdings } = await seedPortfolio(user, TILTED)
    await enter(page, user)
    const second = await open(page, id)
    await typeInto(page, 'VUG', 'quantity', '21')
    await rowSaved(page, 'VUG')
    await typeInto(second, 'VUG', 'quantity', '22')
    await expectBothSides(second, 'quantity', '22', '21')
    expect(await stored(holdings['Brokerage/VUG'])).toEqual(['21', '400'])
    await answer(second, 'keepMine')
    await rowSaved(second, 'VUG')
    expect(await stored(holdings['Brokerage/VUG'])).toEqual(['22', '400'])
  })

  test('the other value is taken when I say so', async ({ page, user, enter }) => {
    const { id, holdings } = await seedPortfolio(user, TILTED)
    await enter(page, user)
    const second = await open(page, id)
    await typeInto(page, 'VUG', 'quantity', '21')
    await rowSaved(page, 'VUG')
    await typeInto(second, 'VUG', 'quantity', '22')
    await expectBothSides(second, 'quantity', '22', '21')
    await answer(second, 'takeTheirs')
    await expect(await cellOf(second, rowOf(second, 'VUG'), 'quantity')).toHaveText('21')
    expect(await stored(holdings['Brokerage/VUG'])).toEqual(['21', '400'])
  })

  test('another column that was changed elsewhere is not lost when mine is kept', async ({ page, user, enter }) => {
    const { id, holdings } = await seedPortfolio(user, TILTED)
    await enter(page, user)
    const second = await open(page, id)
    await typeInto(page, 'VUG', 'price', '444')
    await rowSaved(page, 'VUG')
    await typeInto(second, 'VUG', 'quantity', '22')
    await expectBothSides(second, 'price', '400', '444')
    await answer(second, 'keepMine')
    await rowSaved(second, 'VUG')
    expect(await stored(holdings['Brokerage/VUG'])).toEqual(['22', '444'])
  })

  test('a row that was removed elsewhere comes back with what was typed', async ({ page, user, enter }) => {
    const { id, holdings } = await seedPortfolio(user, TILTED)
    await enter(page, user)
    const second = await open(page, id)
    await (await cellOf(page, rowOf(page, 'VUG'), 'symbol')).focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText(t('holdings.removed.holding', { symbol: 'VUG' }))).toBeVisible()
    await typeInto(second, 'VUG', 'quantity', '22')
    await expect(second.getByText(t('holdings.conflict.gone', { symbol: 'VUG' }))).toBeVisible()
    await second.getByRole('button', { name: t('holdings.conflict.bringBack') }).click()
    await rowSaved(second, 'VUG')
    expect(await stored(holdings['Brokerage/VUG'])).toEqual(['22', '400'])
  })
})

test.describe('a plan and the holdings in two tabs', () => {
  const moved = (page: Page, title: string, line: RegExp) =>
    expect(
      page.getByRole('status').filter({ hasText: title }).getByRole('listitem').filter({ hasText: line }),
    ).toBeVisible()
  const LINE = new RegExp(`VUG.*${t('plans.moved.field.quantity')}.*20.*27`)

  test('a preview that has been overtaken is not saved, and says what moved', async ({ page, user, enter }) => {
    const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
    await enter(page, user)
    await page.goto(`/${id}/rebalance?mode=full`)
    const second = await page.context().newPage()
    await second.goto(`/${id}/holdings`)
    await typeInto(second, 'VUG', 'quantity', '27')
    await rowSaved(second, 'VUG')
    const form = page.getByRole('form', { name: t('rebalance.save.label') })
    await form.getByLabel(t('rebalance.save.name')).fill('Overtaken')
    await form.getByRole('button', { name: t('rebalance.save.action') }).click()
    await moved(page, t('rebalance.save.moved'), LINE)
    expect(await db().plan.count({ where: { portfolioId: id } })).toBe(0)
    // The preview is of the present figures now.
    await savePlan(page, 'Up to date')
  })

  test('a saved plan that has been overtaken is not approved, and says what moved', async ({ page, user, enter }) => {
    const { id, holdings } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
    await enter(page, user)
    await page.goto(`/${id}/rebalance?mode=full`)
    await savePlan(page, 'Approved too late')
    const second = await page.context().newPage()
    await second.goto(`/${id}/holdings`)
    await typeInto(second, 'VUG', 'quantity', '27')
    await rowSaved(second, 'VUG')
    await page.getByRole('button', { name: t('plans.approve.action'), exact: true }).click()
    await moved(page, t('plans.approve.moved'), LINE)
    expect(await db().plan.count({ where: { portfolioId: id, approvedAt: { not: null } } })).toBe(0)

    await typeInto(second, 'VUG', 'quantity', '20')
    await expect.poll(() => stored(holdings['Brokerage/VUG'])).toEqual(['20', '400'])
    await page.getByRole('button', { name: t('plans.approve.action'), exact: true }).click()
    await expect(page.getByText(t('plans.approve.done'))).toBeVisible()
    expect(await db().plan.count({ where: { portfolioId: id, approvedAt: { not: null } } })).toBe(1)
  })
})
