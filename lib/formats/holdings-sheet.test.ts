import { describe, expect, it } from 'vitest'
import { notate } from '@/lib/core/notation'
import type { Snapshot } from '@/lib/core/portfolio'
import { cents, fxRate, type IsoDate, ONE, unitPrice } from '@/lib/core/units'
import { bookSheets } from '@/lib/formats/holdings-sheet'
import { plainWords } from '@/lib/formats/plan-words-fixture'
import { columnTotal, type Sheet } from '@/lib/formats/sheets'

const BOOK = notate(`
  Broker taxable cash 100
  VTI growth:60,tech:40 2 @ 10 lot 2 @ 8 2020-01-02
  IRA deferred cash 50
  BND longBonds 3 @ 7
`)

const sheetNamed = (snapshot: Snapshot, name: string): Sheet => {
  const sheet = bookSheets(snapshot, plainWords).find((one) => one.name === name)
  if (!sheet) throw new Error(name)
  return sheet
}
const titles = ({ columns }: Sheet): string[] => columns.map(({ title }) => title)
const column = (sheet: Sheet, title: string) => sheet.rows.map((row) => row[titles(sheet).indexOf(title)])

describe('the book as sheets', () => {
  it('has every holding, account and lot, and values that add up', () => {
    const holdings = sheetNamed(BOOK, 'holdings')
    expect(column(holdings, 'symbol')).toEqual(['VTI', 'BND'].map((value) => ({ kind: 'text', value })))
    expect(column(holdings, 'class')[0]).toEqual({ kind: 'text', value: 'growth 60% + tech 40%' })
    expect(columnTotal(holdings, titles(holdings).indexOf('value'))).toBe(4_100n)
    expect(columnTotal(sheetNamed(BOOK, 'accounts'), 2)).toBe(15_000n)
    expect(sheetNamed(BOOK, 'lots').rows).toHaveLength(1)
    expect([titles(holdings), titles(sheetNamed(BOOK, 'accounts'))].flat()).not.toContain('ownCurrency')
  })

  it('shows the own currency beside the converted figure, and none where no rate is known', () => {
    const [first, second] = BOOK.accounts
    const [held, ...others] = BOOK.holdings
    if (!first || !second || !held) throw new Error('the book is short')
    const rated = { rate: fxRate((11n * ONE) / 10n), ratedOn: '2026-11-20' as IsoDate, source: 'ecb' }
    const unrated = { rate: null, ratedOn: null, source: null }
    const money = { cash: cents(700n), reserve: cents(0n) }
    const snapshot: Snapshot = {
      ...BOOK,
      accounts: [
        { ...first, quoted: { currency: 'EUR', ...money, ...rated } },
        { ...second, cash: cents(0n), quoted: { currency: 'CNY', ...money, ...unrated } },
      ],
      holdings: [{ ...held, quoted: { currency: 'EUR', price: unitPrice(9n * ONE), ...rated } }, ...others],
    }
    const accounts = sheetNamed(snapshot, 'accounts')
    expect(column(accounts, 'cash')).toEqual([{ kind: 'money', value: 10_000n }, null])
    expect(column(accounts, 'ownCash')).toEqual([700n, 700n].map((value) => ({ kind: 'money', value })))
    expect(column(accounts, 'ownCurrency')).toEqual(['EUR', 'CNY'].map((value) => ({ kind: 'text', value })))
    const holdings = sheetNamed(snapshot, 'holdings')
    expect(column(holdings, 'ownPrice')).toEqual([{ kind: 'price', value: 9n * ONE }, null])
    expect(column(holdings, 'rate')).toEqual([{ kind: 'price', value: rated.rate }, null])
  })
})
