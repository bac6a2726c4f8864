import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { t } from '@/e2e/texts'

const REQUEST = {
  asOf: '2026-11-20',
  accounts: [{ id: 'ira', tax: 'deferred', cash: '0' }],
  holdings: [
    { account: 'ira', symbol: 'VTI', class: 'growth', quantity: '60', price: '100' },
    { account: 'ira', symbol: 'TLT', class: 'longBonds', quantity: '40', price: '100' },
  ],
  targets: { growth: 5000, longBonds: 5000 },
}

const ask = (page: Page, secret: string, data: unknown = REQUEST) =>
  page.request.post('/api/v1/plan', { data, headers: { Authorization: `Bearer ${secret}` } })

async function createToken(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: t('settings.tokens.new') }).click()
  const form = page.getByRole('dialog', { name: t('settings.tokens.newTitle') })
  await form.getByLabel(t('settings.tokens.name')).fill(name)
  await form.getByRole('button', { name: t('settings.tokens.create'), exact: true }).click()
  const shown = page.getByRole('dialog', { name: t('settings.tokens.createdTitle') })
  const secret = await shown.getByLabel(t('settings.tokens.secret'), { exact: true }).inputValue()
  await shown.getByRole('button', { name: t('settings.tokens.done') }).click()
  return secret
}

test('a program plans with a token until it is revoked', async ({ page, user, enter }) => {
  await enter(page, user)
  await page.goto('/settings/security')
  await expect(page.getByText(t('settings.tokens.none'))).toBeVisible()
  const secret = await createToken(page, 'Nightly job')
  const row = page.getByRole('row', { name: 'Nightly job' })
  await expect(row.getByText(t('settings.tokens.never'))).toBeVisible()
  await expect(row.getByText(`${secret.slice(0, 10)}…`)).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)

  const answer = await ask(page, secret)
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({
    total: '10000.00',
    trades: [
      { account: 'ira', symbol: 'VTI', side: 'sell', quantity: '10', value: '1000.00' },
      { account: 'ira', symbol: 'TLT', side: 'buy', quantity: '10', value: '1000.00' },
    ],
  })
  const refused = await ask(page, secret, { ...REQUEST, targets: { growth: 5000 } })
  expect(refused.status()).toBe(422)
  expect((await refused.json()).issues).toContainEqual(expect.objectContaining({ path: 'targets' }))

  await page.reload()
  await expect(row.getByText(t('settings.tokens.never'))).toHaveCount(0)
  await row.getByRole('button', { name: t('settings.tokens.revokeNamed', { name: 'Nightly job' }) }).click()
  const dialog = page.getByRole('dialog', { name: t('settings.tokens.revokeTitle', { name: 'Nightly job' }) })
  await dialog.getByRole('button', { name: t('settings.tokens.revoke'), exact: true }).click()
  await expect(page.getByText(t('settings.tokens.none'))).toBeVisible()
  expect((await ask(page, secret)).status()).toBe(401)
})

test('a session is no token, and the contract is open to all', async ({ page, user, enter }) => {
  await enter(page, user)
  const refused = await page.request.post('/api/v1/plan', { data: REQUEST })
  expect(refused.status()).toBe(401)
  expect(refused.headers()['www-authenticate']).toContain('Bearer')
  const schema = await page.request.get('/api/v1/schema')
  expect(await schema.json()).toMatchObject({ request: { title: 'Plan request' }, answer: { title: 'Plan answer' } })
})
