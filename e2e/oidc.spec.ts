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
import { CLIENT_ENV, openIssuer, type StubIssuer } from '@/e2e/stubs/issuer'
import { t } from '@/e2e/texts'
import { freePort } from '@/scripts/steps/free-port.mjs'

const NAME = 'Example ID'

test.describe.configure({ mode: 'serial' })

let folder: string
let port: number
let issuer: StubIssuer
let app: CrashApp

const start = (more: Record<string, string> = {}) =>
  startCrashApp(folder, port, { OIDC_ISSUER: issuer.origin, OIDC_NAME: NAME, ...CLIENT_ENV, ...more })

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-oidc-'))
  port = await freePort()
  issuer = await openIssuer()
  app = await start()
})

test.afterAll(async () => {
  await app?.stop()
  issuer?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: app.databaseUrl })
  await client.connect()
  const { rows } = await client.query<Row>(sql, values)
  await client.end()
  return rows
}

async function addUser(): Promise<string> {
  const email = newEmail()
  const sql = 'INSERT INTO "User" (id, email, "passwordHash") VALUES ($1, $2, $3)'
  await query(sql, [randomUUID(), email, await hash(PASSWORD)])
  return email
}

async function comeBy(page: Page, claims: StubIssuer['visitor']): Promise<void> {
  issuer.visitor = claims
  await page.goto(`${app.origin}/login`)
  await page.getByRole('button', { name: t('auth.login.provider', { name: NAME }) }).click()
}

const isIn = (page: Page) => page.waitForURL(`${app.origin}/portfolios`)

const ownersOf = (subject: string) =>
  query<{ email: string | null; id: string }>(
    'SELECT u.email, u.id FROM "OidcIdentity" o JOIN "User" u ON u.id = o."userId" WHERE o.subject = $1',
    [subject],
  )

test('a newcomer comes in by the provider, and later as the same user', async ({ page, openBrowser }) => {
  const claims = { sub: randomUUID(), email: newEmail(), email_verified: true }
  await comeBy(page, claims)
  await isIn(page)
  const asked = issuer.asked.at(-1)?.searchParams
  expect(asked?.get('code_challenge_method')).toBe('S256')
  expect(asked?.get('state')?.length).toBeGreaterThan(20)
  expect(asked?.get('nonce')?.length).toBeGreaterThan(20)
  expect(await ownersOf(claims.sub)).toMatchObject([{ email: claims.email }])

  const phone = await openBrowser()
  await comeBy(phone, { sub: claims.sub })
  await isIn(phone)
  expect((await ownersOf(claims.sub)).length).toBe(1)
  expect((await query('SELECT 1 FROM "User" WHERE email = $1', [claims.email])).length).toBe(1)
})

test('an address of the provider opens nobody’s account', async ({ page }) => {
  const email = await addUser()
  const claims = { sub: randomUUID(), email, email_verified: true }
  await comeBy(page, claims)
  await isIn(page)
  expect(await ownersOf(claims.sub)).toMatchObject([{ email: null }])
})

test('an answer that does not fit opens nothing', async ({ page, watch }) => {
  watch.allow(/console (error|warning)/)
  for (const forged of [
    { nonce: 'another' },
    { aud: 'another' },
    { iss: 'https://another.example' },
    { exp: Math.floor(Date.now() / 1000) - 3600 },
    { sub: '' },
  ]) {
    const sub = randomUUID()
    issuer.forged = forged
    await comeBy(page, { sub })
    await expect(page.getByText(t('auth.login.interrupted'))).toBeVisible()
    expect(await ownersOf(sub)).toEqual([])
  }
  // What another browser began can't be finished in this one.
  const callback = `${app.origin}/api/auth/callback/oidc?code=${randomUUID()}&state=${randomUUID()}`
  await page.goto(callback)
  await expect(page.getByText(t('auth.login.interrupted'))).toBeVisible()
})

test('a user links the provider and takes it away again', async ({ page, openBrowser }) => {
  const email = await addUser()
  const claims = { sub: randomUUID() }
  issuer.visitor = claims
  await page.goto(`${app.origin}/login`)
  await page.getByLabel(t('auth.form.email')).fill(email)
  await page.getByLabel(t('auth.form.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: t('auth.login.submit'), exact: true }).click()
  await isIn(page)
  await page.goto(`${app.origin}/settings/security`)
  await page.getByRole('button', { name: t('people.provider.link', { name: NAME }) }).click()
  await expect(page.getByRole('button', { name: t('people.provider.unlink', { name: NAME }) })).toBeVisible()
  expect(await ownersOf(claims.sub)).toMatchObject([{ email }])

  const phone = await openBrowser()
  await comeBy(phone, claims)
  await isIn(phone)

  await page.getByRole('button', { name: t('people.provider.unlink', { name: NAME }) }).click()
  await expect(page.getByText(t('people.provider.unlinked', { name: NAME }))).toBeVisible()
  expect(await ownersOf(claims.sub)).toEqual([])
  await page.goto(`${app.origin}/settings/security/log`)
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: t('security.event.providerLinked') })).toHaveCount(1)
  await expect(rows.filter({ hasText: t('security.event.providerUnlinked') })).toHaveCount(1)
})

test('where nobody new is taken, only whom the provider brought before comes in', async ({ page, openBrowser }) => {
  const known = { sub: randomUUID() }
  await comeBy(page, known)
  await isIn(page)
  await app.stop()
  app = await start({ REGISTRATION: 'invite' })
  const other = await openBrowser()
  const sub = randomUUID()
  await comeBy(other, { sub, email: newEmail(), email_verified: true })
  await expect(other.getByText(t('auth.login.refused'))).toBeVisible()
  expect(await ownersOf(sub)).toEqual([])
  await comeBy(other, known)
  await isIn(other)
})
