import { describe, expect, it } from 'vitest'
import type { HoldingRow } from '@/lib/core/book'
import { asOf, decide, file, held, known, type Line, lot } from '@/lib/core/decide-import/test-files'
import { type IsoDate, marketValue, ONE, quantity, unitPrice } from '@/lib/core/units'

describe('the price of a row', () => {
  const priceOf = (line: Partial<Line>) => decide([file([{ symbol: 'XBOND', quantity: '10000', ...line }])]).rows[1]

  it('is value / quantity where the price is of 100 of face, and gives the value to the cent', () => {
    const row = priceOf({ price: '98.765', value: '9876.54' })
    expect(row?.becomes?.price).toBe(unitPrice((ONE * 987654n) / 1_000_000n))
    expect(marketValue(quantity(10000n * ONE), row?.becomes?.price ?? unitPrice(0n))).toBe(987654n)
    const third = priceOf({ quantity: '3', price: '33', value: '100' })
    expect(third?.becomes?.price).toBe(unitPrice(33_333_333_333_333_333_333n))
  })

  it('is the stated one where it agrees to a cent a row, and in pence beside a value in pounds', () => {
    expect(priceOf({ quantity: '3', price: '33.33', value: '100' })?.becomes?.price).toBe((ONE * 3333n) / 100n)
    const pence = priceOf({ quantity: '200', price: '1234.5', value: '2469', currency: 'GBX' })
    expect(pence?.becomes).toMatchObject({ price: (ONE * 12345n) / 10n, currency: 'GBX' })
    expect(pence?.notes).toMatchObject([{ code: 'pence' }])
  })

  it('is none where it is zero, and worked out of the value where none is stated', () => {
    expect(priceOf({ price: '0', value: '0' })).toMatchObject({
      becomes: { price: null },
      notes: [{ code: 'priceZero' }],
    })
    expect(priceOf({ value: '5000' })).toMatchObject({
      becomes: { price: ONE / 2n },
      notes: [{ code: 'priceDerived' }],
    })
  })

  it('does not replace one of a later day, and the same once more is no news', () => {
    const line = { symbol: 'VTI', quantity: '10', price: '90' }
    const at = (day: string | null, price = '90') =>
      decide([file([{ ...line, price }], { date: day as IsoDate | null })], known({ holdings: [held('VTI')] })).rows[1]
    expect(at('2026-11-19')).toMatchObject({ effect: 'same', notes: [{ code: 'priceKept', values: { price: '100' } }] })
    expect(at('2026-11-21')?.becomes).toMatchObject({ price: 90n * ONE, pricedOn: '2026-11-21', priceSource: 'broker' })
    expect(at(null)?.becomes).toMatchObject({ price: 90n * ONE, pricedOn: asOf })
    expect(at(null, '100')).toMatchObject({ effect: 'same' })
    expect(at('2026-11-21', '100')).toMatchObject({ effect: 'change', becomes: { pricedOn: '2026-11-21' } })
    expect(at('2027-01-01')?.becomes).toMatchObject({ pricedOn: asOf })
  })

  it('stays where the file has none, unless the currency is another', () => {
    const bare = (currency: string, lots: HoldingRow['lots'] = []) =>
      decide([file([{ symbol: 'VTI', quantity: '10', currency }])], known({ holdings: [held('VTI', { lots })] }), {
        accounts: [{ file: 0, account: 'A', to: { kind: 'existing', accountId: 'a' } }],
      }).rows[1]
    expect(bare('USD')).toMatchObject({ effect: 'same' })
    expect(bare('EUR')).toMatchObject({
      effect: 'change',
      becomes: { price: null, currency: 'EUR' },
      notes: [{ code: 'priceCleared' }],
    })
    expect(bare('EUR', [lot(1n, 5n)])).toMatchObject({ outcome: 'rejected', why: 'currencyDiffers' })
  })
})
