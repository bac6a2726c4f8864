import type { Page } from '@playwright/test'
import { expect, login, test } from '@/e2e/fixtures'
import { newEmail, type User } from '@/e2e/seed'
import { t } from '@/e2e/texts'

const NEW_PASSWORD = 'eleven otters below the weir'

async function tryLogIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel(t('auth.form.email')).fill(email)
  await page.getByLabel(t('auth.form.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('auth.login.submit'), exact: true }).click()
}

async function changePassword(page: Page, user: User, next: string): Promise<void> {
  await page.goto('/settings/security')
  await page.getByLabel(t('settings.password.current'), { exact: true }).fill(user.password)
  await page.getByLabel(t('settings.password.next'), { exact: true }).fill(next)
  await page.getByRole('button', { name: t('settings.password.submit') }).click()
}

test('a new password logs out the other devices, and only it opens the door', async ({
  page,
  user,
  openBrowser,
  watch,
}) => {
  const laptop = await openBrowser()
  await login(page, user)
  await login(laptop, user)
  await changePassword(page, user, NEW_PASSWORD)
  await expect(page.getByText(t('settings.password.changed', { count: 1 }))).toBeVisible()

  await laptop.goto('/portfolios')
  await expect(laptop).toHaveURL(/\/login/)
  await page.goto('/portfolios')
  await expect(page.getByRole('heading', { level: 1, name: t('portfolios.title') })).toBeVisible()

  watch.allow(/^401: POST .*\/api\/auth\/callback\/password/)
  await tryLogIn(laptop, user.email, user.password)
  await expect(laptop.getByText(t('auth.login.failed'))).toBeVisible()
  await login(laptop, { ...user, password: NEW_PASSWORD })
})

test('a device is logged out from the list of devices', async ({ page, user, openBrowser }) => {
  const phone = await openBrowser()
  await login(page, user)
  await login(phone, user)
  await page.goto('/settings/security')
  const devices = page.getByRole('table').filter({ hasText: t('settings.sessions.present') })
  const other = devices.getByRole('row').nth(2)
  await expect(other).toBeVisible()
  await other.getByRole('button', { name: t('settings.sessions.end') }).click()
  await expect(page.getByText(t('settings.sessions.ended'))).toBeVisible()
  await expect(other).toHaveCount(0)
  await phone.goto('/settings/security')
  await expect(phone).toHaveURL(/\/login/)
  await page.goto('/settings/security')
  await expect(page).toHaveURL(/\/settings\/security$/)
})

test('a logged-out cookie opens nothing, even when it is brought back', async ({ page, user }) => {
  await login(page, user)
  const kept = await page.context().cookies()
  await page.getByRole('button', { name: t('common.header.user') }).click()
  await page.getByRole('menuitem', { name: t('common.header.logOut') }).click()
  await expect(page.getByText(t('auth.login.loggedOut'))).toBeVisible()
  await page.context().addCookies(kept)
  await page.goto('/portfolios')
  await expect(page).toHaveURL(/\/login/)
})

test('a deleted account is gone: the same address and password are refused', async ({ page, user, watch }) => {
  await login(page, user)
  await page.goto('/settings')
  await page.getByRole('button', { name: t('settings.delete.open') }).click()
  const dialog = page.getByRole('dialog', { name: t('settings.delete.question') })
  await dialog.getByLabel(t('settings.delete.password'), { exact: true }).fill('not the password at all')
  await dialog.getByRole('button', { name: t('settings.delete.submit') }).click()
  await expect(dialog.getByText(t('settings.password.wrong'))).toBeVisible()
  await dialog.getByLabel(t('settings.delete.password'), { exact: true }).fill(user.password)
  await dialog.getByRole('button', { name: t('settings.delete.submit') }).click()
  await expect(page.getByText(t('auth.login.accountDeleted'))).toBeVisible()

  watch.allow(/^401: POST .*\/api\/auth\/callback\/password/)
  await tryLogIn(page, user.email, user.password)
  await expect(page.getByText(t('auth.login.failed'))).toBeVisible()
})

test('a wrong password and an unknown address get the same answer', async ({ page, user, watch }) => {
  watch.allow(/^401: POST .*\/api\/auth\/callback\/password/)
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/callback/password')) answers.push(`${response.status()} ${await response.text()}`)
  })
  for (const email of [user.email, newEmail()]) {
    await tryLogIn(page, email, 'certainly some other password')
    await expect(page.getByText(t('auth.login.failed'))).toBeVisible()
    await expect(page.getByLabel(t('auth.form.email'))).toHaveValue(email)
  }
  expect(answers).toHaveLength(2)
  expect(answers[1]).toBe(answers[0])
})
