import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Currency } from '@/lib/core/currency'
import { faultsOf, type HoldingTexts, holdingTexts, readHolding } from '@/lib/core/holding-fields'
import type { Holding } from '@/lib/core/portfolio'
import { type IsoDate, ONE, quantity, unitPrice } from '@/lib/core/units'

const asOf = '2026-11-20' as IsoDate
const read = (texts: HoldingTexts) => readHolding(texts, { asOf, source: 'manual' })
const faults = (texts: HoldingTexts) => {
  const result = read(texts)
  return result.ok ? {} : result.fields
}

describe('readHolding', () => {
  it('reads every field', () => {
    expect(
      read({ symbol: ' brk.b ', name: 'Berkshire\tHathaway', quantity: '1,234.5', unit: '0.001', trading: 'noBuy' }),
    ).toEqual({
      ok: true,
      value: {
        symbol: 'BRK.B',
        name: 'Berkshire Hathaway',
        quantity: quantity((ONE * 12345n) / 10n),
        unit: quantity(ONE / 1000n),
        trading: 'noBuy',
      },
    })
  })

  it('dates a new price today unless a date is given', () => {
    const price = unitPrice(250n * ONE)
    expect(read({ price: '$250' })).toEqual({ ok: true, value: { price, pricedOn: asOf, priceSource: 'manual' } })
    expect(read({ price: '250', pricedOn: '2026-11-18' })).toMatchObject({ value: { price, pricedOn: '2026-11-18' } })
  })

  it('takes an empty price as unknown, with its date and source', () => {
    expect(read({ price: ' ' })).toEqual({ ok: true, value: { price: null, pricedOn: null, priceSource: null } })
  })

  it('names all faults at once, by field', () => {
    expect(faults({ symbol: '', quantity: '-1', unit: '0', price: '0', pricedOn: '2026-11-22' })).toEqual({
      symbol: 'holdings.problem.symbolEmpty',
      quantity: 'holdings.problem.negative',
      unit: 'holdings.problem.notPositive',
      price: 'holdings.problem.notPositive',
      pricedOn: 'holdings.problem.futureDate',
    })
    expect(faults({ quantity: '1,5', price: '1e400', unit: '0.0000000000000000001' })).toEqual({
      quantity: 'holdings.problem.ambiguous',
      price: 'holdings.problem.notNumber',
      unit: 'holdings.problem.tooPrecise',
    })
  })

  it('allows the date of tomorrow, which it is somewhere already', () => {
    expect(faults({ price: '1', pricedOn: '2026-11-21' })).toEqual({})
  })

  it.each([
    ['SPAXX**', 'SPAXX'],
    ['ｖｔｉ', 'VTI'],
    ['600519', '600519'],
    ['0700.hk', '0700.HK'],
    ['^gspc', '^GSPC'],
    ['my\u0000 house', 'MY HOUSE'],
    ['黄金', '黄金'],
  ])('stores the symbol %j as %s', (text, symbol) =>
    expect(read({ symbol: text })).toMatchObject({ value: { symbol } }),
  )

  it.each(['<script>', '=1+1', '-A', '@SUM', 'X'.repeat(33), '***'])('refuses the symbol %j', (text) => {
    expect(faults({ symbol: text })).toHaveProperty('symbol')
  })
})

const row = (more: Partial<Holding> = {}): Holding & { ownName: string; currency: Currency } => ({
  ...{
    id: 'h',
    accountId: 'a',
    symbol: 'VTI',
    name: 'Fund',
    ownName: '',
    currency: 'GBX',
    split: null,
    quantity: quantity(10n * ONE),
  },
  ...{ unit: quantity(ONE), price: null, pricedOn: null, priceSource: null, locked: false, lots: [], ...more },
})

describe('faultsOf', () => {
  it('refuses a quantity below the lots', () => {
    const lots = [{ id: 'l', quantity: quantity(6n * ONE), unitCost: unitPrice(ONE), acquired: asOf }]
    expect(faultsOf(row({ lots }), { quantity: quantity(5n * ONE) })).toEqual({
      quantity: 'holdings.problem.belowLots',
    })
    expect(faultsOf(row({ lots }), { quantity: quantity(6n * ONE) })).toEqual({})
  })

  it('refuses a date for a price that is not there', () => {
    expect(faultsOf(row(), { pricedOn: asOf })).toEqual({ pricedOn: 'holdings.problem.dateWithoutPrice' })
    expect(faultsOf(row(), { pricedOn: asOf, price: unitPrice(ONE) })).toEqual({})
  })
})

describe('holdingTexts', () => {
  it('tells what plans may do with the holding', () => {
    expect(holdingTexts(row()).trading).toBe('free')
    expect(holdingTexts(row({ locked: true })).trading).toBe('locked')
    expect(holdingTexts(row({ noSell: true })).trading).toBe('noSell')
  })

  it('tells the currency, and readHolding takes it back', () => {
    expect(read({ currency: holdingTexts(row()).currency })).toEqual({ ok: true, value: { currency: 'GBX' } })
  })

  it('is what readHolding takes back, for any number', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 38n - 1n })
    fc.assert(
      fc.property(amount, amount, amount, (held, unit, price) => {
        const texts = holdingTexts(
          row({ quantity: quantity(held), unit: quantity(unit), price: unitPrice(price), pricedOn: asOf }),
        )
        expect(read(texts)).toMatchObject({ ok: true, value: { quantity: held, unit, price, pricedOn: asOf } })
      }),
    )
  })
})
