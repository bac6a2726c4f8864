// What users do in more than one journey, by the roles and labels that they see.
import { expect, type Locator, type Page } from '@playwright/test'
import { PASSWORD } from '@/e2e/seed'
import { type Texts, t } from '@/e2e/texts'
import { makeLink } from '@/lib/db/one-time-links'

/** Opens the menu of a button and takes an item of it. */
export async function choose(page: Page, button: Locator, item: string): Promise<void> {
  await button.click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** The button inside the passing message that starts so. */
export async function undo(page: Page, message: string, texts: Texts = t): Promise<void> {
  const toast = page.getByRole('listitem').filter({ hasText: message })
  await toast.getByRole('button', { name: texts('common.action.undo') }).click()
}

/** Adopts the Balanced post-QT model; the page of the portfolio's targets is open. */
export async function adoptPostQt(page: Page, texts: Texts = t): Promise<void> {
  const origin = texts('targets.origin.builtIn', {
    risk: texts('units.risk.balanced'),
    state: texts('units.regimeState.postQt'),
  })
  await page.getByRole('radio', { name: texts('units.regimeState.postQt') }).check()
  await expect(page.getByRole('heading', { name: texts('targets.draft.title', { origin }) })).toBeVisible()
  await page.getByRole('button', { name: texts('targets.adopt.open') }).click()
  const dialog = page.getByRole('dialog', { name: texts('targets.adopt.title') })
  await dialog.getByRole('button', { name: texts('targets.adopt.confirm'), exact: true }).click()
  await expect(page.getByText(texts('targets.adopt.done', { origin }))).toBeVisible()
  await expect(dialog).toBeHidden()
}

/** Saves the plan of the open preview under a name; its own page is open then. */
export async function savePlan(page: Page, name: string, texts: Texts = t): Promise<void> {
  const form = page.getByRole('form', { name: texts('rebalance.save.label') })
  await form.getByLabel(texts('rebalance.save.name')).fill(name)
  await form.getByRole('button', { name: texts('rebalance.save.action') }).click()
  await page.waitForURL(/\/plans\/[\da-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

type Section = 'overview' | 'holdings' | 'targets' | 'rebalance' | 'plans'

/** Goes to another page of the open portfolio by the main row. */
export async function visit(page: Page, section: Section, texts: Texts = t): Promise<void> {
  await page.getByRole('link', { name: texts(`common.nav.${section}`), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts(`${section}.title`) })).toBeVisible()
}

const HOUR_MS = 3_600_000

/** Asks for a link to register, and opens one as the mail would bring it; the browser is signed in then. */
export async function register(page: Page, email: string, texts: Texts = t): Promise<void> {
  await page.getByLabel(texts('auth.form.email')).fill(email)
  await page.getByRole('button', { name: texts('auth.register.submit') }).click()
  await expect(page.getByText(texts('auth.register.sentNoMail'))).toBeVisible()
  const secret = await makeLink('register', { email }, HOUR_MS, new Date())
  await page.goto(`/join?token=${secret}`)
  await expect(page.getByText(texts('auth.join.answer', { email }))).toBeVisible()
  await page.getByLabel(texts('auth.form.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: texts('auth.join.submit') }).click()
  await page.waitForURL('**/portfolios')
}
