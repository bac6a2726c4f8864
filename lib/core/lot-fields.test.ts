import { describe, expect, it } from 'vitest'
import { accountTexts, readAccount, sameAccountName } from '@/lib/core/account-fields'
import { gainOf, lotTexts, readLots } from '@/lib/core/lot-fields'
import { cents, type IsoDate, ONE, quantity, unitPrice } from '@/lib/core/units'

const asOf = '2026-11-20' as IsoDate
const line = (amount: string, unitCost: string, acquired: string) => ({ id: 'l', quantity: amount, unitCost, acquired })

describe('readLots', () => {
  it('reads lines, leaves blank ones out and reads back what it wrote', () => {
    const read = readLots([line('1.5', '100', '2024-02-29'), line('', ' ', ''), line('2', '0', '2026-11-20')], asOf)
    expect(read).toMatchObject({
      ok: true,
      value: [{ quantity: (ONE * 3n) / 2n, acquired: '2024-02-29' }, { unitCost: 0n }],
    })
    if (read.ok) expect(readLots(read.value.map(lotTexts), asOf)).toEqual(read)
  })

  it('names every fault by line and field', () => {
    expect(readLots([line('1', '1', '2026-01-01'), line('0', '-1', '2027-01-01'), line('', '5', '')], asOf)).toEqual({
      ok: false,
      fields: {
        '1.quantity': 'holdings.problem.notPositive',
        '1.unitCost': 'holdings.problem.negative',
        '1.acquired': 'holdings.problem.futureDate',
        '2.quantity': 'holdings.problem.empty',
        '2.acquired': 'holdings.problem.dateEmpty',
      },
    })
  })

  it('computes the gain of a lot once, in cents', () => {
    const lot = { quantity: quantity(3n * ONE), unitCost: unitPrice(10n * ONE) }
    expect(gainOf(lot, unitPrice((ONE * 12345n) / 1000n))).toBe(704n)
    expect(gainOf(lot, unitPrice(9n * ONE))).toBe(-300n)
  })
})

describe('readAccount', () => {
  it('reads a name, and money of two decimals', () => {
    expect(readAccount({ name: ' Broker ', tax: 'free', cash: '(1,234.50)', reserve: '0' })).toEqual({
      ok: true,
      value: { name: 'Broker', tax: 'free', cash: -123450n, reserve: 0n },
    })
  })

  it('names all faults at once', () => {
    expect(readAccount({ name: ' ', cash: '1.005', reserve: '-1' })).toEqual({
      ok: false,
      fields: {
        name: 'holdings.problem.nameEmpty',
        cash: 'holdings.problem.tooPrecise',
        reserve: 'holdings.problem.negative',
      },
    })
    expect(readAccount({ name: 'x'.repeat(81), cash: '1e3', reserve: '10,000,000,000,000,000' })).toEqual({
      ok: false,
      fields: {
        name: 'holdings.problem.nameTooLong',
        cash: 'holdings.problem.notNumber',
        reserve: 'holdings.problem.tooLarge',
      },
    })
  })

  it('reads back what it wrote', () => {
    const money = { currency: 'EUR' as const, cash: cents(-5n), reserve: cents(123456n) }
    const account = { name: 'A', tax: 'taxable' as const, ...money }
    expect(readAccount(accountTexts(account))).toMatchObject({ ok: true, value: money })
  })

  it('compares names as people read them', () => {
    expect([
      sameAccountName(' ROTH ira', 'Roth IRA '),
      sameAccountName('ＩＲＡ', 'IRA'),
      sameAccountName('A', 'B'),
    ]).toEqual([true, true, false])
  })
})
