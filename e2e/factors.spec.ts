import type { Page } from '@playwright/test'
import { addDevice, addPasskey, codeOf, setUpTotp } from '@/e2e/authenticator'
import { expect, login, test } from '@/e2e/fixtures'
import type { User } from '@/e2e/seed'
import { t } from '@/e2e/texts'
import { db } from '@/lib/db/client'

const PASSKEY = 'Blue laptop'
const HOUR = 3_600_000

async function givePassword(page: Page, { email, password }: User): Promise<void> {
  await page.goto('/login')
  await page.getByLabel(t('auth.form.email')).fill(email)
  await page.getByLabel(t('auth.form.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('auth.login.submit'), exact: true }).click()
}

async function giveCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label).fill(code)
  await page.getByRole('button', { name: t('auth.factor.submit') }).click()
}

const isIn = (page: Page) => page.waitForURL((url) => url.pathname !== '/login')

/** As if the user had signed in some time ago. */
const age = (user: User) =>
  db().session.updateMany({ where: { userId: user.id }, data: { confirmedAt: new Date(Date.now() - HOUR) } })

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('common.header.user') }).click()
  await page.getByRole('menuitem', { name: t('common.header.logOut') }).click()
  await expect(page.getByText(t('auth.login.loggedOut'))).toBeVisible()
}

test('an authenticator app is the second step, and a recovery code the way around it', async ({
  page,
  user,
  openBrowser,
}) => {
  test.slow()
  await login(page, user)
  const { secret, codes } = await setUpTotp(page)
  expect(codes).toHaveLength(10)
  expect(new Set(codes).size).toBe(10)

  const [laptop, phone] = [await openBrowser(), await openBrowser()]
  const code = codeOf(secret, 1)
  await givePassword(laptop, user)
  await giveCode(laptop, t('auth.factor.code'), '123')
  await expect(laptop.getByText(t('auth.factor.wrong'))).toBeVisible()
  await giveCode(laptop, t('auth.factor.code'), code)
  await isIn(laptop)

  // The same code is worth nothing a second time.
  await givePassword(phone, user)
  await giveCode(phone, t('auth.factor.code'), code)
  await expect(phone.getByText(t('auth.factor.wrong'))).toBeVisible()
  await phone.getByRole('button', { name: t('auth.factor.useRecovery') }).click()
  await giveCode(phone, t('auth.factor.recoveryCode'), (codes[0] ?? '').toUpperCase().replaceAll('-', ' '))
  await isIn(phone)
  await logOut(phone)
  await givePassword(phone, user)
  await phone.getByRole('button', { name: t('auth.factor.useRecovery') }).click()
  await giveCode(phone, t('auth.factor.recoveryCode'), codes[0] ?? '')
  await expect(phone.getByText(t('auth.factor.wrongRecovery'))).toBeVisible()

  await page.reload()
  await expect(page.getByText(t('factors.recovery.left', { count: 9 }))).toBeVisible()
  await page.getByRole('button', { name: t('factors.totp.turnOff') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('factors.totp.turnOffSubmit') })
    .click()
  await expect(page.getByText(t('factors.totp.removed'))).toBeVisible()
  // The other devices went out with it.
  await laptop.goto('/portfolios')
  await expect(laptop).toHaveURL(/\/login/)
  await givePassword(laptop, user)
  await isIn(laptop)
})

test('a passkey opens the account by itself until it is removed', async ({ page, user }) => {
  await addDevice(page)
  await login(page, user)
  await addPasskey(page, PASSKEY)
  await logOut(page)
  await page.getByRole('button', { name: t('auth.passkey.signIn') }).click()
  await isIn(page)

  await page.goto('/settings/security')
  await page.getByRole('button', { name: t('factors.passkeys.renameNamed', { name: PASSKEY }) }).click()
  const naming = page.getByRole('dialog', { name: t('factors.passkeys.renameTitle', { name: PASSKEY }) })
  await naming.getByLabel(t('factors.passkeys.name')).fill('Old laptop')
  await naming.getByRole('button', { name: t('common.action.rename') }).click()
  await page.getByRole('button', { name: t('factors.passkeys.removeNamed', { name: 'Old laptop' }) }).click()
  const removing = page.getByRole('dialog', { name: t('factors.passkeys.removeTitle', { name: 'Old laptop' }) })
  await removing.getByRole('button', { name: t('factors.passkeys.remove') }).click()
  await expect(page.getByText(t('factors.passkeys.none'))).toBeVisible()
  await logOut(page)
  await page.getByRole('button', { name: t('auth.passkey.signIn') }).click()
  await expect(page.getByText(t('auth.passkey.refused'))).toBeVisible()
})

test('a passkey stands in for the code after the password', async ({ page, user }) => {
  await addDevice(page)
  await login(page, user)
  await addPasskey(page, PASSKEY)
  await setUpTotp(page)
  await logOut(page)
  await givePassword(page, user)
  await page.getByRole('button', { name: t('auth.passkey.second') }).click()
  await isIn(page)
})

test('everything is exported only to somebody who shows again who they are', async ({ page, user, enter }) => {
  await enter(page, user)
  await age(user)
  const [before] = await page.context().cookies()
  expect((await page.request.get('/api/archive')).status()).toBe(403)
  await page.goto('/settings')
  await page.getByRole('link', { name: t('archive.download') }).click()
  const dialog = page.getByRole('dialog', { name: t('confirm.title') })
  await dialog.getByLabel(t('confirm.password')).fill('not the password at all')
  await dialog.getByRole('button', { name: t('confirm.submit') }).click()
  await expect(dialog.getByText(t('confirm.wrong.password'))).toBeVisible()
  const downloading = page.waitForEvent('download')
  await dialog.getByLabel(t('confirm.password')).fill(user.password)
  await dialog.getByRole('button', { name: t('confirm.submit') }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^tidemark-archive-.*\.zip$/)

  // The session has a new id now, and the old one opens nothing.
  const cookies = await page.context().cookies()
  const session = (all: typeof cookies) => all.find(({ name }) => name.endsWith('.session'))
  expect(session(cookies)?.value).not.toBe(before?.value)
  expect(await db().session.count({ where: { userId: user.id, revokedAt: null } })).toBe(1)
})

test('a passkey shows who is there, too', async ({ page, user, enter }) => {
  await addDevice(page)
  await enter(page, user)
  await addPasskey(page, PASSKEY)
  await age(user)
  await page.getByRole('button', { name: t('settings.tokens.new') }).click()
  const form = page.getByRole('dialog', { name: t('settings.tokens.newTitle') })
  await form.getByLabel(t('settings.tokens.name')).fill('Nightly job')
  await form.getByRole('button', { name: t('settings.tokens.create'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: t('confirm.title') })
  await dialog.getByRole('button', { name: t('confirm.byPasskey') }).click()
  await expect(page.getByRole('dialog', { name: t('settings.tokens.createdTitle') })).toBeVisible()
})
