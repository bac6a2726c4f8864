import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { type CrashApp, startCrashApp } from '@/e2e/crash-app'
import { expect, test } from '@/e2e/fixtures'
import { newEmail, PASSWORD } from '@/e2e/seed'
import { chinese, type Texts, t } from '@/e2e/texts'
import { linkIn, type MailServer, openMailServer, subjectOf, type TakenMail } from '@/lib/flows/test-mail-server'
import { freePort } from '@/scripts/steps/free-port.mjs'

const NEW_PASSWORD = 'eleven otters below the weir'
const THIRD_PASSWORD = 'twelve egrets above the lock'

test.describe.configure({ mode: 'serial' })

let folder: string
let port: number
let server: MailServer
let app: CrashApp

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-mail-'))
  port = await freePort()
  server = await openMailServer()
  const mail = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'Tidemark <tidemark@example.test>' }
  app = await startCrashApp(folder, port, mail)
})

test.afterAll(async () => {
  await app?.stop()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A user of the app of this file, which has a database of its own. */
async function addUser(): Promise<string> {
  const email = newEmail()
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  const values = [randomUUID(), email, await hash(PASSWORD)]
  await client.query('INSERT INTO "User" (id, email, "passwordHash") VALUES ($1, $2, $3)', values)
  await client.end()
  return email
}

async function logIn(page: Page, email: string, password: string, texts: Texts = t): Promise<void> {
  await page.goto(`${app.origin}/login`)
  await page.getByLabel(texts('auth.form.email')).fill(email)
  await page.getByLabel(texts('auth.form.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: texts('auth.login.submit'), exact: true }).click()
}

/** Asks for a link by the way that the login page shows. */
async function forget(page: Page, email: string, texts: Texts = t): Promise<void> {
  await page.goto(`${app.origin}/login`)
  await page.getByRole('link', { name: texts('mailbox.forgot.link') }).click()
  await expect(page.getByRole('heading', { level: 1, name: texts('mailbox.forgot.title') })).toBeVisible()
  await page.getByLabel(texts('auth.form.email')).fill(email)
  await page.getByRole('button', { name: texts('mailbox.forgot.submit') }).click()
}

async function choosePassword(page: Page, password: string, texts: Texts = t): Promise<void> {
  await page.getByLabel(texts('mailbox.reset.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: texts('mailbox.reset.submit') }).click()
}

const mailsTo = (email: string): TakenMail[] => server.taken.filter(({ to }) => to.includes(email))

/** The newest mail to an address once there are so many. */
async function mailTo(email: string, number: number): Promise<TakenMail> {
  await expect.poll(() => mailsTo(email).length).toBe(number)
  const mail = mailsTo(email)[number - 1]
  if (!mail) throw new Error('There is no such mail')
  return mail
}

test('a forgotten password is replaced by a link that works once', async ({ page, openBrowser, watch }) => {
  const email = await addUser()
  const laptop = await openBrowser()
  await logIn(laptop, email, PASSWORD)
  await laptop.waitForURL((url) => url.pathname !== '/login')

  await forget(page, email)
  await expect(page.getByText(t('mailbox.forgot.sent'))).toBeVisible()
  const mail = await mailTo(email, 1)
  expect(mail.to).toEqual([email])
  expect(subjectOf(mail)).toBe(t('mail.reset.subject'))
  const link = linkIn(mail)
  expect(link).toMatch(new RegExp(`^${app.origin}/reset\\?token=[\\w-]{43}$`))

  // What a mail scanner does.
  for (let i = 0; i < 3; i++) expect((await fetch(link)).status).toBe(200)
  await page.goto(link)
  await choosePassword(page, 'password')
  await expect(page.getByText(t('auth.errors.tooShort'))).toBeVisible()
  await choosePassword(page, NEW_PASSWORD)
  await expect(page.getByText(t('auth.login.passwordReset'))).toBeVisible()
  expect(subjectOf(await mailTo(email, 2))).toBe(t('mail.changed.subject'))

  await laptop.goto(`${app.origin}/portfolios`)
  await expect(laptop).toHaveURL(/\/login/)
  watch.allow(/^401: POST .*\/api\/auth\/callback\/password/)
  await logIn(page, email, PASSWORD)
  await expect(page.getByText(t('auth.login.failed'))).toBeVisible()
  await logIn(page, email, NEW_PASSWORD)
  await page.waitForURL((url) => url.pathname !== '/login')

  await page.goto(link)
  await expect(page.getByText(t('mailbox.over'))).toBeVisible()
  await expect(page.getByLabel(t('mailbox.reset.password'), { exact: true })).toHaveCount(0)

  await page.goto(`${app.origin}/settings/security/log`)
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: t('security.event.passwordReset') })).toHaveCount(1)
  await expect(rows.filter({ hasText: t('security.event.resetRequested') })).toHaveCount(1)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: t('security.log.csv') }).click()
  expect((await download).suggestedFilename()).toMatch(/^tidemark-security-log-\d{4}-\d\d-\d\d\.csv$/)
})

test('a link that was used meanwhile says so, and a newer one takes its place', async ({ page, openBrowser }) => {
  const email = await addUser()
  await forget(page, email)
  const first = linkIn(await mailTo(email, 1))
  await page.goto(first)
  await expect(page.getByLabel(t('mailbox.reset.password'), { exact: true })).toBeVisible()
  const other = await openBrowser()
  await forget(other, email)
  await mailTo(email, 2)
  await choosePassword(page, NEW_PASSWORD)
  await expect(page.getByText(t('mailbox.over'))).toBeVisible()
  await page.getByRole('link', { name: t('mailbox.reset.again') }).click()
  await expect(page).toHaveURL(/\/forgot$/)
})

test('an unknown address gets the same answer and no mail', async ({ page }) => {
  const email = newEmail()
  await forget(page, email)
  await expect(page.getByText(t('mailbox.forgot.sent'))).toBeVisible()
  // A mail to somebody else that was asked for later arrives first only if nothing was on its way.
  const known = await addUser()
  await forget(page, known)
  await mailTo(known, 1)
  expect(mailsTo(email)).toEqual([])
})

test('the same in Chinese', async ({ browser, watch }) => {
  const email = await addUser()
  const context = await browser.newContext({ locale: 'zh-CN' })
  watch.on(context)
  const page = await context.newPage()
  await forget(page, email, chinese)
  await expect(page.getByText(chinese('mailbox.forgot.sent'))).toBeVisible()
  const mail = await mailTo(email, 1)
  expect(subjectOf(mail)).toBe(chinese('mail.reset.subject'))
  await page.goto(linkIn(mail))
  await choosePassword(page, NEW_PASSWORD, chinese)
  await expect(page.getByText(chinese('auth.login.passwordReset'))).toBeVisible()
  await logIn(page, email, NEW_PASSWORD, chinese)
  await page.waitForURL((url) => url.pathname !== '/login')
  await page.goto(`${app.origin}/settings/security/log`)
  await expect(page.getByRole('row').filter({ hasText: chinese('security.event.passwordReset') })).toHaveCount(1)
  await context.close()
})

test('an address is confirmed by a link and a button', async ({ page, openBrowser }) => {
  const email = await addUser()
  await logIn(page, email, PASSWORD)
  await page.waitForURL((url) => url.pathname !== '/login')
  await page.goto(`${app.origin}/settings/security`)
  await page.getByRole('button', { name: t('security.verify.send') }).click()
  await expect(page.getByText(t('security.verify.sent'))).toBeVisible()
  const link = linkIn(await mailTo(email, 1))
  expect(link).toMatch(new RegExp(`^${app.origin}/verify\\?token=`))
  expect((await fetch(link)).status).toBe(200)
  const phone = await openBrowser()
  await phone.goto(link)
  await phone.getByRole('button', { name: t('mailbox.verify.submit') }).click()
  await expect(phone.getByText(t('mailbox.verify.done'))).toBeVisible()
  await phone.goto(link)
  await expect(phone.getByText(t('mailbox.over'))).toBeVisible()
  await page.goto(`${app.origin}/settings/security`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: t('security.verify.send') })).toHaveCount(0)
})

test('the mailbox is told when a way into the account is changed', async ({ page }) => {
  const email = await addUser()
  await logIn(page, email, PASSWORD)
  await page.waitForURL((url) => url.pathname !== '/login')
  await page.goto(`${app.origin}/settings/security`)
  await page.getByLabel(t('settings.password.current'), { exact: true }).fill(PASSWORD)
  await page.getByLabel(t('settings.password.next'), { exact: true }).fill(NEW_PASSWORD)
  await page.getByRole('button', { name: t('settings.password.submit') }).click()
  const told = await mailTo(email, 1)
  expect(subjectOf(told)).toContain(t('mail.waysIn.subject'))
  await page.goto(linkIn(told))
  await expect(page.getByRole('row').filter({ hasText: t('security.event.passwordChanged') })).toHaveCount(1)
})

test('without a mail server the link is in the log, once, and the page says so', async ({ page }) => {
  const email = await addUser()
  await app.stop()
  app = await startCrashApp(folder, port, { SMTP_URL: '', MAIL_FROM: '' })
  await forget(page, email)
  await expect(page.getByText(t('mailbox.forgot.sentNoMail'))).toBeVisible()
  await expect(page.getByText(t('mailbox.noMail'))).toBeVisible()
  const links = () => [...app.said().matchAll(/http:\S+?\/reset\?token=[\w-]{43}/g)].map(([link]) => link)
  await expect.poll(() => links().length).toBe(1)
  expect(app.said()).not.toContain(email)
  await page.goto(links()[0] ?? '')
  await choosePassword(page, THIRD_PASSWORD)
  await expect(page.getByText(t('auth.login.passwordReset'))).toBeVisible()
  await logIn(page, email, THIRD_PASSWORD)
  await page.waitForURL((url) => url.pathname !== '/login')
})
