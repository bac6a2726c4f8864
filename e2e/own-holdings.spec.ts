import { readFile } from 'node:fs/promises'
import { expect, test } from '@/e2e/fixtures'
import { seedPortfolio } from '@/e2e/seed'
import { t } from '@/e2e/texts'

const CSV = [
  'Tidemark holdings,1',
  'row,account_no,account,tax,currency,cash,reserve,symbol,name,class,quantity,unit,price,price_date,price_source,trading,unit_cost,acquired',
  'account,1,Broker,taxable,USD,500.00,120.00,,,,,,,,,,,',
  'holding,1,Broker,,USD,,,VTI,Whole market,tech,12,0.01,101,2026-11-20,manual,noSell,,',
  'lot,1,Broker,,USD,,,VTI,,,5,,,,,,90,2024-02-29',
  'lot,1,Broker,,USD,,,VTI,,,7,,,,,,95.5,2025-03-01',
  '',
].join('\r\n')

test('an own holdings file comes in with its limits, lots and reserve, and is exported as it was', async ({
  page,
  user,
  enter,
}) => {
  await enter(page, user)
  const { id } = await seedPortfolio(user, '')
  await page.goto(`/${id}/transfer/import`)
  const file = { name: 'holdings.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }
  await page.getByLabel(t('import.files.drop')).setInputFiles(file)
  for (const step of ['accounts', 'rows', 'review'] as const) {
    await page.getByRole('button', { name: t('import.wizard.next', { step: t(`import.step.${step}`) }) }).click()
    await expect(page.getByRole('heading', { level: 2, name: t(`import.${step}.title`) })).toBeFocused()
  }
  const diff = page.getByRole('region', { name: t('import.review.diff') })
  await expect(diff).toContainText(t('import.value.lotsAre', { count: 2 }))
  await expect(diff).toContainText(t('import.value.tradingIs.noSell'))
  await expect(diff).toContainText('$120.00')
  await page.getByRole('button', { name: /^Import \d+ changes$/ }).click()
  await expect(page.getByRole('heading', { level: 2, name: t('import.done.title') })).toBeVisible()
  await page.goto(`/${id}/transfer`)
  const download = page.waitForEvent('download')
  await page.locator('a[href*="format=csv"]').first().click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(
    text
      .replace('\uFEFF', '')
      .split('\r\n')
      .map((line) => line.replace(/,+$/, '')),
  ).toEqual(CSV.split('\r\n').map((line) => line.replace(/,+$/, '')))
})
