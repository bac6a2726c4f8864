// What stands in for a phone with an authenticator app, and for a device with passkeys.
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expect } from '@/e2e/fixtures'
import { t } from '@/e2e/texts'

const PERIOD = 30

/** The code of the present time step, or of one so many steps away. */
export const codeOf = (secret: string, steps = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * PERIOD * 1000 })

/** Sets up the authenticator app by the screen; answers its secret and the recovery codes. */
export async function setUpTotp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.goto('/settings/security')
  await page.getByRole('button', { name: t('factors.totp.setUp') }).click()
  const dialog = page.getByRole('dialog', { name: t('factors.totp.setUpTitle') })
  await expect(dialog.getByRole('img', { name: t('factors.totp.picture') })).toBeVisible()
  const text = await dialog.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).innerText()
  const secret = text.replaceAll(' ', '')
  const field = dialog.getByLabel(t('factors.totp.code'))
  await field.fill('000000')
  await dialog.getByRole('button', { name: t('factors.totp.confirm') }).click()
  await expect(dialog.getByText(t('factors.totp.wrong'))).toBeVisible()
  // Of the step before, so that the next sign-in has a new one.
  await field.fill(codeOf(secret, -1))
  await dialog.getByRole('button', { name: t('factors.totp.confirm') }).click()
  const shown = page.getByRole('dialog', { name: t('factors.recovery.newTitle') })
  const list = shown.getByRole('list', { name: t('factors.recovery.list') }).getByRole('listitem')
  await expect(list).toHaveCount(10)
  const codes = await list.allInnerTexts()
  await shown.getByRole('button', { name: t('factors.recovery.done') }).click()
  return { secret, codes }
}

/** Gives the page's browser a device that keeps passkeys and always says yes. */
export async function addDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Adds a passkey of the page's device by the screen. */
export async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/settings/security')
  await page.getByRole('button', { name: t('factors.passkeys.add') }).click()
  const dialog = page.getByRole('dialog', { name: t('factors.passkeys.addTitle') })
  await dialog.getByLabel(t('factors.passkeys.name')).fill(name)
  await dialog.getByRole('button', { name: t('factors.passkeys.create') }).click()
  await expect(page.getByText(t('factors.passkeys.added', { name }))).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
}
