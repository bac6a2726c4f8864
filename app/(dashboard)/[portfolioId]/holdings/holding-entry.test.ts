import { describe, expect, it } from 'vitest'
import { COLUMNS, tabStop } from '@/app/(dashboard)/[portfolioId]/holdings/columns'
import { quietEntry } from '@/app/(dashboard)/[portfolioId]/holdings/entry'
import { type Choice, groupRows, linesOf, marksOf } from '@/app/(dashboard)/[portfolioId]/holdings/grid-rows'
import {
  agreesWith,
  type EditedTexts,
  faultsOfTexts,
  formerTexts,
  newRow,
  nextBatch,
  shownRow,
} from '@/app/(dashboard)/[portfolioId]/holdings/holding-entry'
import { entirely, weights } from '@/lib/core/asset-class'
import { type AccountRow, type HoldingRow, measureBook } from '@/lib/core/book'
import { readHolding } from '@/lib/core/holding-fields'
import { cents, type IsoDate, ONE, quantity, unitPrice } from '@/lib/core/units'

const asOf = '2026-11-20' as IsoDate
const lot = { id: 'l', quantity: quantity(ONE), unitCost: unitPrice(ONE), acquired: '2024-01-05' as IsoDate }
const lotText = { id: 'other', quantity: '1.0', unitCost: '1', acquired: '2024-01-05' }

const row = (symbol: string, more: Partial<HoldingRow> = {}): HoldingRow => ({
  ...newRow(symbol, { id: 'a', currency: 'USD' }, symbol),
  ...{ quantity: quantity(5n * ONE), price: unitPrice(10n * ONE), pricedOn: asOf, priceSource: 'demo', version: 1 },
  ...{ split: entirely('tech'), ...more },
})
const entry = (of: HoldingRow, texts: EditedTexts = {}) => ({
  ...quietEntry<HoldingRow, EditedTexts>(of),
  texts,
  errors: faultsOfTexts(texts, asOf),
})

describe('shownRow', () => {
  it('counts what is typed as if it were stored, and leaves alone what cannot be read', () => {
    const shown = shownRow(entry(row('VTI'), { quantity: '7', price: 'x', lots: [lotText] }), asOf)
    expect(shown).toMatchObject({ quantity: 7n * ONE, price: 10n * ONE, lots: [{ quantity: ONE }] })
    const limited = shownRow(entry(row('VTI', { locked: true }), { trading: 'noBuy' }), asOf)
    expect(limited).toMatchObject({ locked: false, noBuy: true, noSell: false })
  })
})

describe('formerTexts', () => {
  it('puts the limits of trading back as one choice', () => {
    expect(formerTexts(row('VTI', { noSell: true }), { trading: 'locked' })).toEqual({ trading: 'noSell' })
  })

  it('puts a price back with its date and its source', () => {
    const former = formerTexts(row('VTI', { pricedOn: '2026-11-01' as IsoDate }), { price: '11' })
    expect(former).toEqual({ price: '10', pricedOn: '2026-11-01', priceSource: 'demo' })
    expect(readHolding(former, { asOf, source: 'manual' })).toMatchObject({ value: { priceSource: 'demo' } })
    expect(formerTexts(row('VTI', { price: null, pricedOn: null, priceSource: null }), { price: '11' })).toEqual({
      price: '',
    })
  })

  it('puts a symbol back with the name and the step that hung on it, and lots with the quantity', () => {
    expect(formerTexts(row('VTI', { ownName: 'Mine' }), { symbol: 'BND' })).toEqual({
      symbol: 'VTI',
      name: 'Mine',
      unit: '1',
    })
    expect(formerTexts(row('VTI', { lots: [lot] }), { lots: [] })).toMatchObject({
      lots: [{ quantity: '1' }],
      quantity: '5',
    })
  })
})

describe('a save whose answer was lost', () => {
  it('is recognised by its values, however they were written', () => {
    expect(agreesWith(row('VTI', { lots: [lot] }), { quantity: '5.0', trading: 'free', lots: [lotText] }, asOf)).toBe(
      true,
    )
    expect(agreesWith(row('VTI'), { quantity: '6' }, asOf)).toBe(false)
    expect(agreesWith(row('VTI'), { trading: 'noBuy' }, asOf)).toBe(false)
    expect(agreesWith(row('VTI', { noBuy: true }), { trading: 'noBuy' }, asOf)).toBe(true)
    expect(agreesWith(row('VTI'), { lots: [lotText] }, asOf)).toBe(false)
  })
})

describe('nextBatch', () => {
  it('sends lots by themselves, with the quantity that they must fit in', () => {
    expect(nextBatch({ price: '1', quantity: '2' })).toEqual({ price: '1', quantity: '2' })
    expect(nextBatch({ price: '1', quantity: '2', lots: [] })).toEqual({ quantity: '2', lots: [] })
  })
})

const account: AccountRow = {
  id: 'a',
  name: 'Roth',
  tax: 'free',
  cash: cents(1n),
  reserve: cents(0n),
  currency: 'USD',
  version: 1,
  position: 1,
}
const all: Choice = { grouping: 'account', filter: '', only: null, currencies: false }
const shown = [
  row('VTI', { split: weights({ tech: 3_000, growth: 7_000 }) }),
  row('XX', { split: null, price: null, pricedOn: null }),
  row('OLD', { pricedOn: '2026-11-01' as IsoDate }),
  row('VOD', { currency: 'GBX', pricedOn: asOf }),
].map((of) => ({ entry: entry(of), row: of }))

const holdings = shown.map((item) => item.row)
const figures = measureBook({ accounts: [account], holdings, currency: 'USD', rates: [] })
const book = { holdings: shown, accounts: [account], figures }

describe('the groups of the grid', () => {
  it('are the accounts, each with a blank line and its cash', () => {
    const groups = groupRows(book, all, asOf)
    expect(linesOf(groups).map((line) => line.id)).toEqual(['VTI', 'XX', 'OLD', 'VOD', 'new-a', 'cash-a'])
  })

  it('are the classes in their order, splits and unclassified after them', () => {
    const groups = groupRows(book, { ...all, grouping: 'class' }, asOf)
    expect(groups.map((group) => group.key)).toEqual(['tech', 'split', 'unclassified', 'cash'])
  })

  it('show what the filter finds by symbol, name or account, or what needs a look', () => {
    const ids = (choice: Partial<Choice>) =>
      linesOf(groupRows(book, { ...all, ...choice }, asOf)).map((line) => line.id)
    expect([ids({ filter: 'xx' }), ids({ filter: 'roth vt' }), ids({ filter: 'none' })]).toEqual([['XX'], ['VTI'], []])
    expect([ids({ only: 'stale' }), ids({ only: 'unpriced' }), ids({ only: 'unrated' })]).toEqual([
      ['OLD'],
      ['XX'],
      ['VOD'],
    ])
    expect(marksOf(row('XX', { split: null, price: null, pricedOn: null }), asOf, false)).toEqual([
      'unpriced',
      'unclassified',
    ])
  })
})

describe('tabStop', () => {
  it('leads from figure to figure, and nowhere behind the last', () => {
    const stops = COLUMNS.map((column) => tabStop(column, false))
    expect([tabStop('symbol', false), tabStop('name', false), tabStop('quantity', false)]).toEqual([
      'quantity',
      'quantity',
      'price',
    ])
    expect([tabStop('quantity', true), tabStop('symbol', true), stops.at(-1)]).toEqual(['symbol', null, null])
  })
})
