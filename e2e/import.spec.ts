import type { Locator, Page } from '@playwright/test'
import { visit } from '@/e2e/acts'
import { NEWER, OLDER, UNKNOWN_TABLE, withLots } from '@/e2e/broker-files'
import { expect, test } from '@/e2e/fixtures'
import { cellOf, rowOf } from '@/e2e/grid'
import { seedPortfolio, type User } from '@/e2e/seed'
import { t } from '@/e2e/texts'

type Step = 'accounts' | 'rows' | 'review'

const next = (page: Page, step: Step): Locator =>
  page.getByRole('button', { name: t('import.wizard.next', { step: t(`import.step.${step}`) }) })

async function openWizard(page: Page, id: string): Promise<void> {
  await page.goto(`/${id}/transfer/import`)
  await expect(page.getByRole('heading', { level: 1, name: t('import.wizard.title') })).toBeVisible()
}

const give = (page: Page, files: Parameters<Locator['setInputFiles']>[0]) =>
  page.getByLabel(t('import.files.drop')).setInputFiles(files)

async function goOn(page: Page, ...steps: Step[]): Promise<void> {
  for (const step of steps) {
    await next(page, step).click()
    await expect(page.getByRole('heading', { level: 2, name: t(`import.${step}.title`) })).toBeFocused()
  }
}

const importButton = (page: Page, count: number): Locator =>
  page.getByRole('button', { name: t('import.review.import', { count }) })

const done = (page: Page): Locator => page.getByRole('heading', { level: 2, name: t('import.done.title') })

/** Brings in the older file, with the unknown symbol among the alternatives. */
async function importOlder(page: Page, id: string): Promise<void> {
  await openWizard(page, id)
  await give(page, OLDER)
  await goOn(page, 'accounts', 'rows')
  await page.getByLabel(t('import.unknown.classOf', { symbol: 'ZZTIDE' })).selectOption('alternatives')
  await goOn(page, 'review')
  await importButton(page, 8).click()
  await expect(done(page)).toBeVisible()
}

async function start(page: Page, user: User, enter: (page: Page, user: User) => Promise<void>): Promise<string> {
  await enter(page, user)
  return (await seedPortfolio(user, '')).id
}

test('a file of two accounts: a class for the unknown symbol, the counts, the import', async ({
  page,
  user,
  enter,
}) => {
  const id = await start(page, user, enter)
  await page.goto(`/${id}/holdings`)
  await page.getByRole('link', { name: t('holdings.empty.import') }).click()
  await give(page, OLDER)
  await expect(page.getByText(t('import.format.fidelity')).last()).toBeVisible()
  await goOn(page, 'accounts')
  await expect(page.getByLabel(t('import.accounts.into', { name: 'Individual' }))).toHaveValue('new')
  await page.getByLabel(t('import.accounts.tax', { name: 'Roth IRA' })).selectOption('free')
  await page.getByLabel(t('import.accounts.name', { name: 'Individual' })).fill('My brokerage')

  await goOn(page, 'rows')
  // 1 line of titles, 7 of positions, 4 behind them: two are empty, and the last line ends the file.
  const sum = page.getByText(/ = \d+ imported \+ \d+ merged \+ \d+ skipped \+ \d+ rejected/).first()
  const [rows = 0, ...parts] = ((await sum.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? []
  expect(rows).toBe(12)
  expect(parts).toEqual([5, 0, 6, 1])
  await page.getByText(t('import.outcome.rejected', { count: 1 }), { exact: true }).click()
  await expect(page.getByText(t('import.effect.rejected', { why: t('import.reason.option') }))).toBeVisible()
  await page.getByText(t('import.outcome.skipped', { count: 6 }), { exact: true }).click()
  await expect(page.getByText(t('import.effect.skipped', { why: t('import.rule.pending') }))).toBeVisible()
  await page.getByLabel(t('import.unknown.classOf', { symbol: 'ZZTIDE' })).selectOption('alternatives')

  await goOn(page, 'review')
  await expect(page.getByText(t('import.review.change.add', { count: 4 }))).toBeVisible()
  const totals = page.getByRole('region', { name: t('import.totals.title') })
  await expect(totals.getByRole('row', { name: 'Individual' })).toContainText('$5,344.56')
  // Twice at once imports once.
  await importButton(page, 8).dblclick()
  await expect(done(page)).toBeVisible()
  await page.getByRole('link', { name: t('import.done.holdings') }).click()
  await expect(rowOf(page, 'ZZTIDE')).toContainText(t('units.assetClassShort.alternatives'))
  await expect(page.getByLabel(t('holdings.accounts.taxOf', { name: 'Roth IRA' }))).toHaveValue('free')
  await expect(page.getByLabel(t('holdings.accounts.nameOf', { name: 'My brokerage' }))).toBeVisible()
  await page.goto(`/${id}/transfer`)
  await expect(page.getByRole('row', { name: OLDER.name })).toHaveCount(1)
  await page.getByRole('button', { name: t('import.earlier.undoOf', { files: OLDER.name }) }).click()
  await expect(page.getByText(t('import.undone'))).toBeVisible()
  await expect(page.getByRole('row', { name: OLDER.name }).getByRole('button')).toHaveCount(0)
  await visit(page, 'holdings')
  await expect(page.getByRole('heading', { name: t('holdings.empty.title') })).toBeVisible()
})

test('the same file again changes nothing; a newer one shows what is added, changed and gone; undo', async ({
  page,
  user,
  enter,
}) => {
  const id = await start(page, user, enter)
  await importOlder(page, id)

  await page.getByRole('button', { name: t('import.done.again') }).click()
  await give(page, OLDER)
  await goOn(page, 'accounts')
  await expect(page.getByText(t('import.accounts.linked'), { exact: true })).toHaveCount(2)
  await goOn(page, 'rows', 'review')
  await expect(page.getByText(t('import.review.nothing'))).toBeVisible()
  await expect(importButton(page, 0)).toHaveCount(0)

  page.once('dialog', (dialog) => dialog.accept())
  await openWizard(page, id)
  await give(page, NEWER)
  await goOn(page, 'accounts', 'rows', 'review')
  // Those that are still held have a price of a newer day.
  const { add, change, same } = { add: 1, change: 3, same: 0 }
  for (const [kind, count] of Object.entries({ add, change, same })) {
    await expect(page.getByText(t(`import.review.change.${kind as 'add'}`, { count }), { exact: true })).toBeVisible()
  }
  const gone = page.getByLabel(t('import.gone.removeOf', { symbol: 'GLD', account: 'Roth IRA' }))
  await expect(gone).not.toBeChecked()
  const diff = page.getByRole('region', { name: t('import.review.diff') })
  await expect(diff.getByRole('row', { name: 'VUG' }).first()).toContainText(/10.*11/)
  await gone.check()
  await importButton(page, 6).click()
  await expect(done(page)).toBeVisible()
  await page.getByRole('button', { name: t('import.done.undo') }).click()
  await expect(page.getByText(t('import.done.undone'))).toBeVisible()
  await visit(page, 'holdings')
  await expect(rowOf(page, 'GLD')).toBeVisible()
  await expect(rowOf(page, 'BND')).toHaveCount(0)
})

test('the lots of a broker come with their holding; a newer file shows which are gone and which are new', async ({
  page,
  user,
  enter,
}) => {
  const id = await start(page, user, enter)
  await openWizard(page, id)
  await give(page, withLots([4, '250', '2024-02-29'], [6, '350', '2026-13-04']))
  await goOn(page, 'accounts', 'rows')
  await page.getByText(t('import.outcome.merged', { count: 1 }), { exact: true }).click()
  await expect(page.getByText(t('import.effect.merged', { line: 7 }))).toBeVisible()
  await page.getByText(t('import.outcome.rejected', { count: 1 }), { exact: true }).click()
  await expect(page.getByText(t('import.effect.rejected', { why: t('import.reason.lotDate') }))).toBeVisible()
  await goOn(page, 'review')
  await importButton(page, 2).click()
  await expect(done(page)).toBeVisible()

  await page.getByRole('button', { name: t('import.done.again') }).click()
  await give(page, withLots([4, '250', '2024-02-28'], [6, '350', '2026-03-04']))
  await goOn(page, 'accounts', 'rows', 'review')
  const changed = page.getByRole('region', { name: t('import.review.diff') }).getByRole('row', { name: 'VUG' })
  await expect(changed).toContainText(t('import.value.lotsAre', { count: 2 }))
  await expect(changed.getByRole('listitem')).toHaveText([/Feb 29, 2024/, /Feb 28, 2024/, /Mar 4, 2026/])
  await importButton(page, 1).click()
  await expect(done(page)).toBeVisible()
  await visit(page, 'holdings')
  await expect(await cellOf(page, rowOf(page, 'VUG'), 'lots')).toContainText('2')
})

test('a failed request loses nothing, and an import that was answered too late happens once', async ({
  page,
  user,
  enter,
  watch,
}) => {
  watch.allow(/ERR_FAILED|ERR_CONNECTION/)
  const id = await start(page, user, enter)
  await openWizard(page, id)
  await page.route('**/api/positions-files', (route) => route.abort('failed'), { times: 1 })
  await give(page, OLDER)
  await expect(page.getByText(t('import.fault.unexpected'))).toBeVisible()
  await page.getByRole('button', { name: t('common.action.retry') }).click()
  await goOn(page, 'accounts', 'rows', 'review')
  // The server stores it, and its answer is lost on the way.
  await page.route(
    '**/api/positions-files',
    async (route) => {
      await route.fetch()
      await route.abort('failed')
    },
    { times: 1 },
  )
  await importButton(page, 7).click()
  await page.getByRole('button', { name: t('common.action.retry') }).click()
  await expect(done(page)).toBeVisible()
  await page.goto(`/${id}/transfer`)
  await expect(page.getByRole('row', { name: OLDER.name })).toHaveCount(1)
})

test('a file of 6 MB is refused with a reason, by the page and by the server', async ({ page, user, enter, watch }) => {
  const id = await start(page, user, enter)
  await openWizard(page, id)
  const buffer = Buffer.alloc(6 * 1_048_576, 'a,b,c\n')
  const big = { name: 'big.csv', mimeType: 'text/csv', buffer }
  await give(page, big)
  await expect(page.getByText(t('import.fault.tooLong'))).toBeVisible()
  await expect(next(page, 'accounts')).toBeDisabled()
  watch.allow(/^413: /)
  const origin = new URL(page.url()).origin
  const answer = await page.request.post('/api/positions-files', {
    multipart: { portfolioId: id, file: big },
    headers: { Origin: origin },
  })
  expect(answer.status()).toBe(413)
  expect(await answer.json()).toEqual({ error: 'tooLong', mostBytes: 5_242_880 })
})

test('a table of no known format is mapped, and the mapping remembered; what is no table says so', async ({
  page,
  user,
  enter,
}) => {
  const id = await start(page, user, enter)
  await openWizard(page, id)
  await give(page, { name: 'sheet.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 and so on') })
  await expect(page.getByText(t('import.problem.workbook'))).toBeVisible()
  await expect(page.getByText(t('import.files.noneRead'))).toBeVisible()
  await page.getByRole('button', { name: t('import.files.remove', { name: 'sheet.xlsx' }) }).click()

  const role = (number: number, title: string) => page.getByLabel(t('import.mapping.column', { number, title }))
  await give(page, UNKNOWN_TABLE)
  await expect(role(2, 'Quantity')).toHaveValue('quantity')
  await role(3, 'Wofür').selectOption('price')
  await expect(page.getByText('1200.5')).toBeVisible()
  await expect(page.getByText('70.25')).toBeVisible()
  await goOn(page, 'accounts', 'rows')
  await expect(page.getByRole('row', { name: 'VUG' })).toContainText('1,200.5')
  await goOn(page, 'review')
  await importButton(page, 3).click()
  await expect(done(page)).toBeVisible()

  await page.getByRole('button', { name: t('import.done.again') }).click()
  await page.getByLabel(t('import.files.paste')).fill(UNKNOWN_TABLE.buffer.toString().replaceAll(';', '\t'))
  await page.getByRole('button', { name: t('import.files.pasteRead') }).click()
  await expect(page.getByText(t('import.mapping.remembered'), { exact: false })).toBeVisible()
  await expect(role(3, 'Wofür')).toHaveValue('price')
})

test('ten thousand rows are shown in pages', async ({ page, user, enter }) => {
  const id = await start(page, user, enter)
  await openWizard(page, id)
  const lines = Array.from({ length: 10_000 }, (_, at) => `T${at},Fund ${at},${at + 1},12.5`)
  const buffer = Buffer.from(['Symbol,Name,Quantity,Price', ...lines].join('\n'))
  await give(page, { name: 'many.csv', mimeType: 'text/csv', buffer })
  await goOn(page, 'accounts', 'rows')
  const pages = page.getByRole('navigation', { name: t('import.rows.pages') })
  await expect(pages).toContainText('10,001')
  await pages.getByRole('button', { name: t('import.rows.laterPage') }).click()
  await expect(
    page.getByRole('region', { name: t('import.rows.title') }).getByText('T300', { exact: true }),
  ).toBeVisible()
  const table = page.getByRole('region', { name: t('import.rows.title') })
  expect(await table.getByRole('row').count()).toBe(201)
})
