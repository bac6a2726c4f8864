// The holdings grid, as its user sees it: rows by their symbol, cells by the head of their column.
import { expect, type Locator, type Page } from '@playwright/test'
import { type Texts, t } from '@/e2e/texts'

export type Column =
  | 'symbol'
  | 'class'
  | 'quantity'
  | 'price'
  | 'pricedOn'
  | 'source'
  | 'value'
  | 'weight'
  | 'lots'
  | 'state'

export const gridOf = (page: Page, texts: Texts = t): Locator =>
  page.getByRole('grid', { name: texts('holdings.grid.label') })

export const rowOf = (page: Page, symbol: string, texts: Texts = t): Locator =>
  gridOf(page, texts).getByRole('row', { name: symbol, exact: true })

/** The line of an account on which a new symbol is typed. */
export const blankRow = (page: Page, account: string, texts: Texts = t): Locator =>
  gridOf(page, texts).getByRole('row', { name: texts('holdings.grid.newRow', { account }), exact: true })

/** The cell of a row below the column's head. */
export async function cellOf(page: Page, row: Locator, column: Column, texts: Texts = t): Promise<Locator> {
  const heads = await gridOf(page, texts).getByRole('columnheader').allInnerTexts()
  const at = heads.indexOf(texts(`holdings.column.${column}`, { currency: texts('units.currency.USD') }))
  expect(at, `there is a column ${column}`).toBeGreaterThanOrEqual(0)
  return row.getByRole('rowheader').or(row.getByRole('gridcell')).nth(at)
}

/** Opens a cell by F2 and puts a text into it, which may be of signs that no keyboard has; Enter leaves it. */
export async function typeInto(
  page: Page,
  symbol: string,
  column: Column,
  text: string,
  texts: Texts = t,
): Promise<void> {
  const cell = await cellOf(page, rowOf(page, symbol, texts), column, texts)
  await cell.focus()
  await page.keyboard.press('F2')
  const field = cell.getByRole('textbox')
  await field.fill(text)
  await field.press('Enter')
}

/** What is said of something that was saved, at any time of day. */
function savedWord(texts: Texts): RegExp {
  const [before = '', after = ''] = texts.markup('holdings.mark.savedAt', { time: () => '|' }).split('|')
  return new RegExp(`${before.trim()}.*\\d.*${after.trim()}`)
}

/** Everything on the holdings screen is stored. */
export async function allSaved(page: Page, texts: Texts = t): Promise<void> {
  const note = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: savedWord(texts) })
  await expect(note).toBeVisible()
}

/** One row is stored. */
export async function rowSaved(page: Page, symbol: string, texts: Texts = t): Promise<void> {
  await expect(await cellOf(page, rowOf(page, symbol, texts), 'state', texts)).toHaveText(savedWord(texts))
}

/** One line per position on the blank line of an account: symbol, quantity, price, by the keyboard alone. */
export async function typeRows(
  page: Page,
  account: string,
  lines: readonly (readonly string[])[],
  texts: Texts = t,
): Promise<void> {
  await (await cellOf(page, blankRow(page, account, texts), 'symbol', texts)).focus()
  for (const [symbol = '', quantity = '', price = ''] of lines) {
    await page.keyboard.type(symbol)
    await page.keyboard.press('Tab')
    await page.keyboard.type(quantity)
    await page.keyboard.press('Tab')
    await page.keyboard.type(price)
    await page.keyboard.press('Enter')
  }
}

/** Pastes text where the focus is, as the clipboard would. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((block) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', block)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Cells as a spreadsheet copies them. */
export const asBlock = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => cells.join('\t')).join('\n')
