import type { Page } from '@playwright/test'
import { undo, visit } from '@/e2e/acts'
import { TILTED } from '@/e2e/books'
import { giveEasing } from '@/e2e/easing'
import { expect, test } from '@/e2e/fixtures'
import { seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import type { AssetClass } from '@/lib/core/asset-class'
import { findAdoption } from '@/lib/db/adoptions'

const BALANCED = t('units.risk.balanced')
const POST_QT = t('units.regimeState.postQt')
const origin = t('targets.origin.builtIn', { risk: BALANCED, state: POST_QT })
const atHalf = t('targets.origin.convinced', { name: origin, conviction: '0.50' })

const slider = (page: Page) => page.getByRole('slider', { name: t('targets.conviction.label') })
const field = (page: Page) => page.getByRole('spinbutton', { name: t('targets.conviction.field') })

/** The weight that is looked at, of one class; what its button opens is hidden. */
async function seesWeight(page: Page, assetClass: AssetClass, weight: string): Promise<void> {
  const table = page.getByRole('region', { name: t('targets.table.label') })
  const row = table.getByRole('row', { name: t(`units.assetClass.${assetClass}`) })
  await expect(row.getByRole('cell').first()).toHaveText(weight, { useInnerText: true })
}

async function adoptDraft(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: t('targets.adopt.open') }).click()
  await confirm(page, name)
}

async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: t('targets.adopt.title') })
  await dialog.getByRole('button', { name: t('targets.adopt.confirm'), exact: true }).click()
  await expect(page.getByText(t('targets.adopt.done', { origin: name }))).toBeVisible()
}

test('conviction moves the weights by keyboard, and is adopted with them', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/targets`)
  // The seeded target is of before there was a choice.
  await expect(page.getByText(t('targets.history.conviction', { conviction: '1.00' }))).toBeVisible()
  await seesWeight(page, 'longBonds', '18.00%')
  await slider(page).focus()
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft')
  await expect(field(page)).toHaveValue('0.50')
  // 11.84 + 0.5 · 1.5 · 3.92 = 14.78, and 25.16 − 0.75 · 9.51 less what the others round up.
  await seesWeight(page, 'longBonds', '15.00%')
  await seesWeight(page, 'moneyFunds', '17.50%')
  await field(page).fill('0')
  await seesWeight(page, 'longBonds', '12.00%')
  await field(page).fill('0.5')
  await adoptDraft(page, atHalf)
  await page.reload()
  await expect(slider(page)).toHaveValue('0.5')
  await expect(page.getByText(t('targets.history.conviction', { conviction: '0.50' }), { exact: true })).toBeVisible()
  await visit(page, 'overview')
  await expect(page.getByText(atHalf).first()).toBeVisible()
})

test('each weight opens how it came about, at its conviction', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/targets`)
  await field(page).fill('0.5')
  for (const assetClass of ['growth', 'tech', 'longBonds', 'digital', 'moneyFunds', 'alternatives'] as const) {
    const label = t('targets.weight.label', { class: t(`units.assetClass.${assetClass}`) })
    await page.getByRole('button', { name: label }).press('Enter')
    await expect(page.getByRole('note', { name: label })).toContainText(t('targets.weight.neutral'))
    await page.keyboard.press('Escape')
  }
  const label = t('targets.weight.label', { class: t('units.assetClass.longBonds') })
  await page.getByRole('button', { name: label }).click()
  const note = page.getByRole('note', { name: label })
  for (const figure of ['11.84%', '41%', '+3.92', '1.50%', '0.50', '0.75%', '14.78% → 15.0%'])
    await expect(note).toContainText(figure)
})

test('a conviction above 1 needs the warning confirmed', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/targets`)
  await slider(page).press('End')
  await field(page).fill('1.5')
  await expect(slider(page)).toHaveValue('1')
  const above = page.getByRole('button', { name: t('targets.conviction.above') })
  const warning = page.getByRole('dialog', { name: t('targets.conviction.warning.title') })
  await above.click()
  await warning.getByRole('button', { name: t('common.action.cancel') }).click()
  await slider(page).press('End')
  await expect(slider(page)).toHaveValue('1')
  await above.click()
  await warning.getByRole('button', { name: t('targets.conviction.warning.confirm') }).click()
  await slider(page).press('End')
  await expect(slider(page)).toHaveValue('2')
  await expect(page.getByText(t('targets.conviction.aboveNote'))).toBeVisible()
  // Alternatives are at their floor in tightening, from 1.13 on.
  await seesWeight(page, 'alternatives', '11.00%')
  await adoptDraft(page, t('targets.origin.convinced', { name: origin, conviction: '2.00' }))
})

const followSwitch = (page: Page) => page.getByRole('switch', { name: t('following.follow') })

test('without a fresh measurement nothing is proposed, and the page says why', async ({ page, user, enter }) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'postQt' })
  await enter(page, user)
  await page.goto(`/${id}/targets`)
  await followSwitch(page).check()
  await expect(page.getByText(t('following.unknown.title'))).toBeVisible()
  await expect(page.getByText(t('following.unknown.tooOld'))).toBeVisible()
  await expect(page.getByText(t('following.from.snapshot'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('following.proposal.adopt') })).toHaveCount(0)
  await visit(page, 'overview')
  await expect(page.getByText(t('following.unknown.tooOld'))).toBeVisible()
  await expect(page.getByText(t('following.unknown.kept'))).toBeVisible()
  await visit(page, 'targets')
  await followSwitch(page).uncheck()
  await visit(page, 'overview')
  await expect(page.getByText(t('following.unknown.title'))).toHaveCount(0)
})

test('following proposes, is put away, comes back by undo, and changes the target only by adopting', async ({
  page,
  user,
  enter,
}) => {
  const { id } = await seedPortfolio(user, TILTED, { adopted: 'neutral' })
  await giveEasing(user)
  await enter(page, user)
  await page.goto(`/${id}/targets`)
  await expect(page.getByText(t('following.from.stored'))).toBeVisible()
  const before = await findAdoption(user.id, id)
  await followSwitch(page).check()
  const meaning = page.getByText(t('following.proposal.meaning'))
  await expect(meaning).toBeVisible()
  await visit(page, 'overview')
  await expect(meaning).toBeVisible()
  await page.getByRole('button', { name: t('following.dismiss') }).click()
  await expect(meaning).toHaveCount(0)
  await undo(page, t('following.dismissed'))
  await expect(meaning).toBeVisible()
  await page.getByRole('button', { name: t('following.dismiss') }).click()
  await expect(meaning).toHaveCount(0)
  await page.reload()
  await expect(meaning).toHaveCount(0)
  expect(await findAdoption(user.id, id)).toEqual(before)
  // Turned off and on again, the choice starts afresh.
  await visit(page, 'targets')
  await expect(page.getByText(t('following.standing.dismissed'))).toBeVisible()
  await followSwitch(page).uncheck()
  await expect(followSwitch(page)).toBeEnabled()
  await followSwitch(page).check()
  await page.getByRole('button', { name: t('following.proposal.adopt') }).click()
  const dialog = page.getByRole('dialog', { name: t('targets.adopt.title') })
  await dialog.getByRole('button', { name: t('targets.adopt.confirm'), exact: true }).click()
  await expect(page.getByText(t('following.standing.inForce'))).toBeVisible()
  await expect(page.getByText(t('targets.history.score', { score: '1.00' }))).toBeVisible()
  const { origin: adopted } = (await findAdoption(user.id, id)) ?? {}
  expect(adopted).toMatchObject({ kind: 'measured', risk: 'balanced', state: 'postQt', score: 1, conviction: 1 })
})
