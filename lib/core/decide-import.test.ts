import { describe, expect, it } from 'vitest'
import { entirely } from '@/lib/core/asset-class'
import { account, decide, file, held, known } from '@/lib/core/decide-import/test-files'
import { ONE, quantity, unitPrice } from '@/lib/core/units'

describe('rows of one symbol', () => {
  it('are two holdings in two accounts, and one in one account', () => {
    const line = { symbol: 'VTI', quantity: '1', price: '100', value: '100' }
    const { rows, writes } = decide([file([line, { ...line, account: 'B' }, { ...line, quantity: '2', value: '200' }])])
    expect(rows.map(({ outcome }) => outcome)).toEqual(['skipped', 'imported', 'imported', 'merged'])
    expect(rows[3]).toMatchObject({ into: { file: 0, line: 2 }, effect: null })
    expect(writes.adds.map(({ values }) => values.quantity / ONE)).toEqual([3n, 1n])
  })

  it('are rejected when they contradict the first', () => {
    const line = { symbol: 'VTI', quantity: '1', price: '100' }
    const { rows } = decide([
      file([line, { ...line, price: '101' }, { ...line, currency: 'EUR' }, { ...line, symbol: 'vti ' }]),
    ])
    expect(rows.map(({ why, outcome }) => why ?? outcome)).toEqual([
      'header',
      'imported',
      'priceDiffers',
      'currencyDiffers',
      'merged',
    ])
  })

  it('of one bond add their values before the price is worked out', () => {
    const line = { symbol: 'XBOND', quantity: '1000', price: '99', value: '990.10' }
    const { writes } = decide([file([line, { ...line, value: '990.20' }])])
    expect(writes.adds[0]?.values.price).toBe(unitPrice((ONE * 99015n) / 100_000n))
  })
})

describe('what cannot be held', () => {
  it.each([
    [{ symbol: '<b>', quantity: '1' }, 'symbolInvalid'],
    [{ symbol: ' ** ', quantity: '1' }, 'symbolMissing'],
    [{ symbol: 'X'.repeat(33), quantity: '1' }, 'symbolTooLong'],
    [{ symbol: 'NESN', quantity: '1', currency: 'CHF' }, 'currencyNotSupported'],
    [{ symbol: 'VTI', quantity: '1'.repeat(21) }, 'tooLarge'],
    [{ symbol: 'VTI', quantity: '-1' }, 'short'],
    [{ symbol: 'VTI', quantity: '1', value: '-5' }, 'valueNegative'],
    [{ symbol: 'VTI', quantity: '0.000000000000000001', value: '1'.repeat(20) }, 'tooLarge'],
  ])('%o is rejected: %s', (line, why) => {
    const { rows, writes } = decide([file([line, { symbol: 'BND', quantity: '1' }])])
    expect(rows[1]).toMatchObject({ outcome: 'rejected', why, becomes: null })
    expect(writes.adds.map(({ symbol }) => symbol)).toEqual(['BND'])
  })
})

describe('what is gone', () => {
  const book = known({
    accounts: [account(), account({ id: 'z', name: 'Z' })],
    holdings: [
      held('VTI'),
      held('BND'),
      held('OPT'),
      held('NONE', { quantity: quantity(0n) }),
      held('FAR', { accountId: 'z' }),
    ],
  })

  it('is of the accounts of the files only, and removed only when it is named', () => {
    const given = file([{ symbol: 'VTI', quantity: '10' }], {
      rejected: [{ line: 3, reason: 'quantityNotNumber', text: '"opt",x,5' }],
    })
    const { gone, writes } = decide([given], book)
    expect(gone.map(({ symbol }) => symbol)).toEqual(['BND'])
    expect(writes.removes).toEqual([])
    expect(decide([given], book, { remove: ['BND', 'VTI', 'FAR'] }).writes.removes.map(({ id }) => id)).toEqual(['BND'])
  })
})

describe('names and classes', () => {
  it('keep the own name, then the directory, then the file', () => {
    const lines = [
      { symbol: 'BRK/B', quantity: '1', name: 'BERKSHIRE' },
      { symbol: 'NEWCO', quantity: '1', name: ' New\tCompany ' },
      { symbol: 'OTHER', quantity: '1', name: 'other' },
      { symbol: 'OWN', quantity: '10', name: 'From the file' },
    ]
    const { writes, rows } = decide([file(lines)], known({ holdings: [held('OWN', { ownName: 'Mine' })] }))
    expect(writes.adds.map(({ symbol, values }) => [symbol, values.name])).toEqual([
      ['BRK.B', ''],
      ['NEWCO', 'New Company'],
      ['OTHER', ''],
    ])
    expect(rows[4]).toMatchObject({ effect: 'same' })
  })

  it('asks once for what nobody knows, and takes what the file says', () => {
    const lines = [
      { symbol: 'NEWCO', quantity: '1' },
      { symbol: 'newco', quantity: '1', account: 'B' },
      { symbol: 'FUNDX', quantity: '1', class: 'moneyFunds' as const },
      { symbol: 'SAID', quantity: '1' },
      { symbol: 'VTI', quantity: '1' },
    ]
    const with_ = known({}, { said: new Set(['SAID']) })
    const asked = decide([file(lines)], with_)
    expect(asked.unknown.map(({ symbol, rows, split }) => [symbol, rows, split])).toEqual([
      ['NEWCO', 2, null],
      ['FUNDX', 1, entirely('moneyFunds')],
    ])
    expect(asked.writes.classes.map(({ symbol }) => symbol)).toEqual(['FUNDX'])
    const said = decide([file(lines)], with_, {
      classes: [
        { symbol: ' newco', split: entirely('tech') },
        { symbol: 'VTI', split: entirely('tech') },
      ],
    })
    expect(said.writes.classes.map(({ symbol, split }) => [symbol, split.tech])).toEqual([
      ['NEWCO', 10_000],
      ['FUNDX', 0],
    ])
  })
})

describe('totals', () => {
  it('are by account and currency, pence in pounds, with what is not imported as the difference', () => {
    const lines = [
      { symbol: 'VTI', quantity: '2', price: '100', value: '200.01' },
      { symbol: '<', quantity: '1', price: '50', value: '50' },
      { symbol: 'VOD', quantity: '100', price: '70', value: '7000', currency: 'GBX' },
      { symbol: 'NOPRICE', quantity: '1' },
    ]
    const { totals } = decide([file(lines, { cash: { A: '10' } })])
    expect(totals).toEqual([
      { file: 0, account: 'A', currency: 'USD', stated: 26_001n, ours: 21_000n, difference: -5_001n, unpriced: 1 },
      { file: 0, account: 'A', currency: 'GBP', stated: 7_000n, ours: 7_000n, difference: 0n, unpriced: 0 },
    ])
  })
})
