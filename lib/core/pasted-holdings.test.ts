import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountRow, HoldingRow } from '@/lib/core/book'
import { decidePaste, PASTE_OUTCOMES, type PastedLine } from '@/lib/core/pasted-holdings'
import { cents, type IsoDate, ONE, quantity, sum, unitPrice } from '@/lib/core/units'

const asOf = '2026-11-20' as IsoDate

const account = (id: string, name: string): AccountRow => ({
  ...{ id, name, tax: 'taxable', cash: cents(0n), reserve: cents(0n), version: 1, position: 0, currency: 'USD' },
})

const stored = (symbol: string, held: bigint, more: Partial<HoldingRow> = {}): HoldingRow => ({
  ...{
    id: `id-${symbol}`,
    accountId: 'a',
    symbol,
    name: symbol,
    ownName: '',
    split: null,
    said: null,
    inDirectory: true,
  },
  ...{
    quantity: quantity(held * ONE),
    unit: quantity(ONE),
    price: unitPrice(100n * ONE),
    pricedOn: asOf,
    priceSource: 'manual',
  },
  ...{ locked: false, lots: [], version: 3, position: 1, currency: 'USD' as const, ...more },
})

const line = (
  at: number,
  symbol: string,
  held: string | null,
  price = '',
  more: Partial<PastedLine> = {},
): PastedLine => ({
  ...{ line: at, account: null, symbol, name: '', quantity: held, price, pricedOn: '', ...more },
})

const book = { accounts: [account('a', 'Broker'), account('b', 'Roth IRA')], holdings: [stored('VTI', 10n)] }
const decide = (lines: PastedLine[], accountId: string | null = 'a', of = book) =>
  decidePaste(lines, of, { accountId, asOf })
const outcomes = (lines: PastedLine[], accountId: string | null = 'a', of = book) =>
  decide(lines, accountId, of).rows.map((row) => [row.outcome, row.reason?.key.split('.').at(-1) ?? row.into])

describe('decidePaste', () => {
  it('adds, updates and leaves alone', () => {
    const { rows, writes } = decide([line(1, 'vti', '12'), line(2, 'BND', '5', '70.5'), line(3, 'TLT', '1')])
    expect(rows.map((row) => row.outcome)).toEqual(['update', 'add', 'add'])
    expect(rows[0]).toMatchObject({ was: { quantity: 10n * ONE }, becomes: { quantity: 12n * ONE, price: 100n * ONE } })
    expect(rows[1]?.becomes).toMatchObject({ pricedOn: asOf, priceSource: 'pasted' })
    expect(writes.map((write) => write.kind)).toEqual(['update', 'add', 'add'])
    expect(outcomes([line(1, 'VTI', '10')])).toEqual([['same', null]])
    expect(decide([line(1, 'VTI', '10', '100')]).writes).toEqual([])
  })

  it('adds the quantities of one symbol and says so', () => {
    const { rows, writes } = decide([line(1, 'BND', '5', '70'), line(2, 'bnd', '2.5', '70'), line(3, 'BND', '1')])
    expect(rows.map((row) => [row.outcome, row.into])).toEqual([
      ['add', null],
      ['merged', 1],
      ['merged', 1],
    ])
    expect(writes).toMatchObject([{ values: { quantity: (ONE * 17n) / 2n } }])
  })

  it('rejects a line whose price disagrees with the one of its symbol before', () => {
    expect(outcomes([line(1, 'BND', '5', '70'), line(2, 'BND', '2', '71')])).toEqual([
      ['add', null],
      ['rejected', 'priceDiffers'],
    ])
  })

  it('keeps the quantity when no column has one, and needs one to add', () => {
    const { rows, writes } = decide([line(1, 'VTI', null, '101'), line(2, 'BND', null, '70')])
    expect(rows.map((row) => row.outcome)).toEqual(['update', 'rejected'])
    expect(writes).toMatchObject([{ values: { quantity: 10n * ONE, price: 101n * ONE } }])
  })

  it('goes to the account that a line names, else to the chosen one', () => {
    const lines = [
      line(1, 'BND', '1', '', { account: 'roth ira ' }),
      line(2, 'BND', '1', '', { account: '' }),
      line(3, 'BND', '1', '', { account: '401k' }),
    ]
    expect(decide(lines).rows.map((row) => [row.outcome, row.accountId])).toEqual([
      ['add', 'b'],
      ['add', 'a'],
      ['rejected', null],
    ])
    expect(outcomes([line(1, 'BND', '1')], null)).toEqual([['rejected', 'unknownAccount']])
    expect(outcomes([line(1, 'BND', '1')], 'another portfolio’s')).toEqual([['rejected', 'unknownAccount']])
  })

  it('rejects with the field and the reason', () => {
    const rows = decide([
      line(1, '', '1'),
      line(2, 'BND', '1e400'),
      line(3, 'TLT', ''),
      line(4, 'GLD', '1', '0'),
      line(5, 'IAU', '-1'),
    ]).rows
    expect(rows.map((row) => [row.reason?.field, row.reason?.key])).toEqual([
      ['symbol', 'holdings.problem.symbolEmpty'],
      ['quantity', 'holdings.problem.notNumber'],
      ['quantity', 'holdings.problem.empty'],
      ['price', 'holdings.problem.notPositive'],
      ['quantity', 'holdings.problem.negative'],
    ])
  })

  it('does not cut a holding below its lots, nor any line merged into it', () => {
    const lots = [{ id: 'l', quantity: quantity(8n * ONE), unitCost: unitPrice(ONE), acquired: asOf }]
    const of = { ...book, holdings: [stored('VTI', 10n, { lots })] }
    expect(outcomes([line(1, 'VTI', '3'), line(2, 'VTI', '4')], 'a', of)).toEqual([
      ['rejected', 'belowLots'],
      ['rejected', 'belowLots'],
    ])
    expect(outcomes([line(1, 'VTI', '4'), line(2, 'VTI', '4')], 'a', of)).toEqual([
      ['update', null],
      ['merged', 1],
    ])
  })

  it('reads a column of dates in one order', () => {
    const lines = [
      line(1, 'BND', '1', '70', { pricedOn: '3/4/2026' }),
      line(2, 'TLT', '1', '90', { pricedOn: '4/30/2026' }),
    ]
    expect(decide(lines).rows[0]?.becomes?.pricedOn).toBe('2026-03-04')
    expect(outcomes(lines.slice(0, 1))).toEqual([['rejected', 'ambiguousDate']])
  })

  it('keeps a pasted name only where the directory has none', () => {
    const lines = [line(1, 'BND', '1', '', { name: 'Mine' }), line(2, 'MYHOUSE', '1', '', { name: 'House' })]
    expect(decide(lines).writes.map((write) => write.values.name)).toEqual(['', 'House'])
  })
})

describe('decidePaste, for any lines', () => {
  const symbol = fc.constantFrom('VTI', 'BND', 'TLT', 'brk/b', 'BRK.B', 'NEWCO', '')
  const amount = fc.constantFrom('1', '2.5', '0', '-1', 'x', '', '1,5', '１２')
  const name = fc.constantFrom(null, 'Broker', 'ROTH IRA', 'nowhere')
  const any = fc.array(fc.tuple(symbol, amount, amount, name), { maxLength: 30 })

  it('gives each line one outcome, and stores exactly the quantities of the lines that are not rejected', () => {
    fc.assert(
      fc.property(any, (tuples) => {
        const lines = tuples.map(([s, held, price, of], i) => line(i + 1, s, held, price, { account: of }))
        const { rows, writes } = decide(lines)
        expect(rows.map((row) => row.line)).toEqual(lines.map((l) => l.line))
        for (const row of rows) {
          expect(PASTE_OUTCOMES).toContain(row.outcome)
          expect(row.outcome === 'rejected').toBe(row.reason !== null)
        }
        const heads = rows.filter((row) => row.outcome === 'add' || row.outcome === 'update')
        expect(writes.length).toBe(heads.length)
        expect(sum(writes.map((write) => write.values.quantity))).toBe(
          sum(heads.map((row) => row.becomes?.quantity ?? 0n)),
        )
        const keys = writes.map((write) =>
          write.kind === 'add' ? write.accountId + write.symbol : write.row.accountId + write.row.symbol,
        )
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
