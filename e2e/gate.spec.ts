import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { newEmail, PASSWORD } from '@/e2e/seed'
import { chinese, type Texts, t } from '@/e2e/texts'
import { freePort } from '@/scripts/steps/free-port.mjs'

test.describe.configure({ mode: 'serial' })

let folder: string
let port: number
let app: CrashApp
const administrator = newEmail()

const start = (more: Record<string, string> = {}) => startCrashApp(folder, port, { SMTP_URL: '', ...more })

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-gate-'))
  port = await freePort()
  app = await start()
})

test.afterAll(async () => {
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The links to join that the app has printed, oldest first. */
const links = () => [...app.said().matchAll(/http:\S+?\/join\?token=[\w-]{43}/g)].map(([link]) => link)

async function restart(more: Record<string, string> = {}): Promise<void> {
  await app.stop()
  app = await start(more)
}

async function joinBy(page: Page, link: string, email: string | null, texts: Texts = t): Promise<void> {
  await page.goto(link)
  if (email) await page.getByLabel(texts('auth.form.email')).fill(email)
  await page.getByLabel(texts('auth.form.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: texts('auth.join.submit') }).click()
  await page.waitForURL(`${app.origin}/portfolios`)
}

async function logIn(page: Page, email: string): Promise<void> {
  await page.goto(`${app.origin}/login`)
  await page.getByLabel(t('auth.form.email')).fill(email)
  await page.getByLabel(t('auth.form.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: t('auth.login.submit'), exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
}

async function askToRegister(page: Page, email: string, texts: Texts = t): Promise<void> {
  await page.goto(`${app.origin}/register`)
  await page.getByLabel(texts('auth.form.email')).fill(email)
  await page.getByRole('button', { name: texts('auth.register.submit') }).click()
}

/** What the start script prints comes a moment after the app serves. */
const printed = (count: number) =>
  expect.poll(() => [app.said().includes('Tidemark is ready'), links().length]).toEqual([true, count])

test('the first start prints the link of the first administrator, and the next one voids it', async ({ page }) => {
  await printed(1)
  const [first] = links()
  await restart()
  await printed(1)
  await page.goto(first ?? '')
  await expect(page.getByText(t('auth.join.over'))).toBeVisible()

  const link = links()[0] ?? ''
  for (let i = 0; i < 3; i++) expect((await fetch(link)).status).toBe(200)
  await joinBy(page, link, administrator)
  await page.goto(link)
  await expect(page.getByText(t('auth.join.over'))).toBeVisible()
  await restart()
  await printed(0)
})

test('anybody registers by a link that goes to the address, and no answer tells who is known', async ({
  page,
  watch,
}) => {
  watch.allow(/^404: GET .*\/settings\/people/)
  const email = newEmail()
  await askToRegister(page, email)
  await expect(page.getByText(t('auth.register.sentNoMail'))).toBeVisible()
  await expect.poll(() => links().length).toBe(1)
  expect(app.said()).not.toContain(email)
  await joinBy(page, links()[0] ?? '', null)

  await page.context().clearCookies()
  await askToRegister(page, email)
  await expect(page.getByText(t('auth.register.sentNoMail'))).toBeVisible()
  expect(links().length).toBe(1)
  await logIn(page, email)
  await page.goto(`${app.origin}/settings/people`)
  await expect(page.getByRole('heading', { name: t('people.invitations.title') })).toHaveCount(0)
  await page.goto(`${app.origin}/settings/security/log`)
  await expect(page.getByRole('row').filter({ hasText: t('security.event.registered') })).toHaveCount(1)
})

test('the same in Chinese', async ({ browser, watch }) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  watch.on(context)
  const page = await context.newPage()
  const before = links().length
  await askToRegister(page, newEmail(), chinese)
  await expect(page.getByText(chinese('auth.register.sentNoMail'))).toBeVisible()
  await expect.poll(() => links().length).toBe(before + 1)
  await joinBy(page, links().at(-1) ?? '', null, chinese)
  await context.close()
})

test('by invitation only: an administrator invites, one comes in, another is withdrawn', async ({
  page,
  openBrowser,
}) => {
  await restart({ REGISTRATION: 'invite' })
  const stranger = await openBrowser()
  await stranger.goto(`${app.origin}/login`)
  await expect(stranger.getByText(t('auth.login.noNewcomers'))).toBeVisible()
  await stranger.goto(`${app.origin}/register`)
  await expect(stranger.getByText(t('auth.register.byInvitation'))).toBeVisible()
  await expect(stranger.getByLabel(t('auth.form.email'))).toHaveCount(0)

  await logIn(page, administrator)
  await page.goto(`${app.origin}/settings/people`)
  await expect(page.getByText(t('people.answer.invite'))).toBeVisible()
  const invite = async (note: string): Promise<string> => {
    await page.getByRole('button', { name: t('people.invitations.new') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('people.invitations.note')).fill(note)
    await dialog.getByRole('button', { name: t('people.invitations.create') }).click()
    const link = await dialog.getByLabel(t('people.invitations.secret')).inputValue()
    await dialog.getByRole('button', { name: t('people.invitations.done') }).click()
    return link
  }
  const [accepted, withdrawn] = [await invite('Ada'), await invite('Ben')]
  expect(accepted).toMatch(new RegExp(`^${app.origin}/join\\?token=[\\w-]{43}$`))
  expect(app.said()).not.toContain(accepted)
  await page.getByRole('button', { name: t('people.invitations.withdrawNamed', { note: 'Ben' }) }).click()
  await expect(page.getByText(t('people.invitations.withdrawn'))).toBeVisible()
  await stranger.goto(withdrawn)
  await expect(stranger.getByText(t('auth.join.over'))).toBeVisible()

  await joinBy(stranger, accepted, newEmail())
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'Ada' })
  await expect(row).toContainText(t('people.invitations.used', { when: '' }).trim().split(' ')[0] ?? '')
  await expect(page.getByRole('row').filter({ hasText: 'Ben' })).toHaveCount(0)
})

test('closed: nobody comes in, not even by an invitation', async ({ page }) => {
  await restart({ REGISTRATION: 'closed' })
  await page.goto(`${app.origin}/register`)
  await expect(page.getByText(t('auth.register.closed'))).toBeVisible()
  await logIn(page, administrator)
  await page.goto(`${app.origin}/settings/people`)
  await expect(page.getByText(t('people.answer.closed'))).toBeVisible()
  await expect(page.getByRole('button', { name: t('people.invitations.new') })).toHaveCount(0)
})

test('ten wrong passwords close the door to a stranger, also after a restart, and never to the owner', async ({
  page,
  openBrowser,
  watch,
}) => {
  watch.allow(/^401: POST .*\/api\/auth\/callback\/password/)
  await restart()
  await logIn(page, administrator)
  const stranger = await openBrowser()
  const guess = async () => {
    await stranger.goto(`${app.origin}/login`)
    await stranger.getByLabel(t('auth.form.email')).fill(administrator)
    await stranger.getByLabel(t('auth.form.password'), { exact: true }).fill('not the password at all')
    await stranger.getByRole('button', { name: t('auth.login.submit'), exact: true }).click()
  }
  for (let i = 0; i < 10; i++) {
    await guess()
    await expect(stranger.getByText(t('auth.login.failed'))).toBeVisible()
  }
  await guess()
  await expect(stranger.getByText(t('common.failure.tooMany'))).toBeVisible()
  await restart()
  await guess()
  await expect(stranger.getByText(t('common.failure.tooMany'))).toBeVisible()

  // The owner's browser was signed in before and is not counted with the strangers.
  const kept = (await page.context().cookies()).filter(({ name }) => name === 'tidemark.device')
  await page.context().clearCookies()
  await page.context().addCookies(kept)
  await logIn(page, administrator)
})
