import { describe, expect, it } from 'vitest'
import { entirely } from '@/lib/core/asset-class'
import type { AccountRow, Book, HoldingRow } from '@/lib/core/book'
import { decideImport, type Known } from '@/lib/core/decide-import'
import type { ReadAccount, ReadFile, ReadHolding } from '@/lib/core/decide-import/read-file'
import { type ImportChoices, NO_CHOICES } from '@/lib/core/positions-import'
import { cents, type IsoDate, marketValue, ONE, quantity, unitPrice } from '@/lib/core/units'

const asOf = '2026-11-22' as IsoDate
const date = (text: string) => text as IsoDate

type Line = Partial<Omit<ReadHolding, 'line'>> & { symbol: string; quantity: string }

/** A file of one account per name used, one holding a line from line 2. */
function file(lines: Line[], more: Partial<ReadFile> & { cash?: Record<string, string> } = {}): ReadFile {
  const holdings = lines.map((line, at): ReadHolding => {
    const plain = { account: 'A', name: '', price: null, value: null, unitCost: null, currency: 'USD', class: null }
    return { ...plain, ...line, line: at + 2 }
  })
  const ids = [...new Set([...holdings.map(({ account }) => account), ...Object.keys(more.cash ?? {})])]
  const accounts = ids.map((id): ReadAccount => {
    const currency = holdings.find(({ account }) => account === id)?.currency ?? 'USD'
    return { id, name: id, tax: null, cash: more.cash?.[id] ?? null, currency }
  })
  const cash = Object.entries(more.cash ?? {}).map(([account, amount], at) => {
    const currency = accounts.find(({ id }) => id === account)?.currency ?? 'USD'
    return { line: holdings.length + 2 + at, code: 'cash', values: { account, amount, currency } }
  })
  const rows = Array.from({ length: holdings.length + cash.length + 1 }, (_, at) => ({
    line: at + 1,
    text: `line ${at + 1}`,
  }))
  return {
    ...{ format: 'broker', hash: 'a', date: null, rows, accounts, holdings, rejected: [] },
    skipped: [{ line: 1, rule: 'header', text: 'line 1' }],
    ...more,
    notes: [...(more.notes ?? []), ...cash],
  }
}

const account = (more: Partial<AccountRow> = {}): AccountRow => ({
  ...{
    id: 'a',
    name: 'A',
    tax: 'taxable',
    currency: 'USD',
    cash: cents(0n),
    reserve: cents(0n),
    version: 1,
    position: 1,
  },
  ...more,
})

const held = (symbol: string, more: Partial<HoldingRow> = {}): HoldingRow => ({
  ...{
    id: symbol,
    accountId: 'a',
    symbol,
    name: '',
    ownName: '',
    split: null,
    said: null,
    inDirectory: false,
    lots: [],
  },
  ...{ quantity: quantity(10n * ONE), unit: quantity(ONE), price: unitPrice(100n * ONE), currency: 'USD' as const },
  ...{ pricedOn: date('2026-11-20'), priceSource: 'manual', locked: false, version: 1, position: 1 },
  ...more,
})

const known = (book: Partial<Book> = {}, more: Partial<Known> = {}): Known => ({
  ...{ book: { accounts: [account()], holdings: [], ...book }, links: [], said: new Set(), asOf },
  ...more,
})

const decide = (files: ReadFile[], with_: Known = known(), choices: Partial<ImportChoices> = {}) =>
  decideImport(files, with_, { ...NO_CHOICES, ...choices })

const lot = (size: bigint, cost: bigint) => ({
  ...{ id: 'l', quantity: quantity(size * ONE), unitCost: unitPrice(cost * ONE), acquired: date('2020-01-02') },
})

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

describe('lots', () => {
  const line = { symbol: 'VTI', quantity: '8', unitCost: '70' }
  const run = (lots: HoldingRow['lots'], choices: Partial<ImportChoices> = {}, unitCost: string | null = '70') =>
    decide([file([{ ...line, unitCost }])], known({ holdings: [held('VTI', { lots })] }), choices)
  const oneLot = { cost: { kind: 'oneLot' as const, acquired: date('2025-01-02') } }

  it('that are more than the quantity reject the row, unless one takes their place', () => {
    expect(run([lot(9n, 5n)]).rows[1]).toMatchObject({ outcome: 'rejected', why: 'belowLots' })
    expect(run([lot(9n, 5n)], oneLot).rows[1]?.lot).toEqual({
      quantity: 8n * ONE,
      unitCost: 70n * ONE,
      acquired: '2025-01-02',
      replaces: 1,
    })
    expect(run([lot(9n, 5n)], oneLot, null).rows[1]).toMatchObject({ outcome: 'rejected', why: 'belowLots' })
  })

  it('that add up to the quantity stay, and so do all when the cost is left out', () => {
    expect(run([lot(8n, 5n)], oneLot).rows[1]).toMatchObject({ lot: null, outcome: 'imported' })
    expect(run([lot(3n, 5n)]).rows[1]).toMatchObject({ lot: null, outcome: 'imported' })
    expect(run([], oneLot).writes.changes[0]?.lot).toMatchObject({ replaces: 0 })
  })

  it('cost what the rows cost together', () => {
    const rows = [
      { ...line, quantity: '1', unitCost: '10' },
      { ...line, quantity: '3', unitCost: '20' },
    ]
    expect(decide([file(rows)], known(), oneLot).writes.adds[0]?.lot?.unitCost).toBe(unitPrice((ONE * 175n) / 10n))
  })
})

describe('accounts', () => {
  it('go where they went before, else to the one of their name and currency, else into a new one', () => {
    const lines = [
      { symbol: 'VTI', quantity: '1' },
      { symbol: 'VTI', quantity: '1', account: 'B' },
      { symbol: 'SAP', quantity: '1', account: 'a', currency: 'EUR' },
    ]
    const links = [{ format: 'broker', externalId: 'B', accountId: 'b' }]
    const accounts = [account(), account({ id: 'b', name: 'Renamed' })]
    const shown = decide([file(lines)], known({ accounts }, { links }))
    expect(shown.accounts.map(({ to, linked, currency }) => [to, linked, currency])).toEqual([
      [{ kind: 'existing', accountId: 'a' }, false, 'USD'],
      [{ kind: 'existing', accountId: 'b' }, true, 'USD'],
      [{ kind: 'new', name: 'a 2', tax: 'taxable' }, false, 'EUR'],
    ])
    expect(shown.writes.links.map(({ externalId }) => externalId)).toEqual(['A', 'a'])
    expect(shown.writes.accounts).toMatchObject([{ name: 'a 2', currency: 'EUR' }])
  })

  it('of one broker with one id in two files are one, and an older file of it does not count', () => {
    const older = file([{ symbol: 'VTI', quantity: '1', account: 'N' }], {
      hash: 'b',
      date: date('2026-10-01'),
      cash: { N: '5' },
    })
    const newer = file([{ symbol: 'VTI', quantity: '2', account: 'N' }], { date: date('2026-11-01') })
    const both = decide([older, newer])
    expect(both.rows.map(({ why }) => why)).toEqual(['header', 'olderSnapshot', 'olderSnapshot', 'header', null])
    expect(both.writes).toMatchObject({
      accounts: [{ name: 'N' }],
      adds: [{ values: { quantity: 2n * ONE } }],
      cash: [],
    })
    expect(both.totals.filter(({ difference }) => difference !== 0n)).toEqual([])
    const sameDay = decide([{ ...older, date: newer.date }, newer])
    expect(sameDay.writes).toMatchObject({ adds: [{ values: { quantity: 3n * ONE } }], cash: [{ cash: 500n }] })
  })

  it('of a file that was given twice are read once', () => {
    const one = file([{ symbol: 'VTI', quantity: '1' }])
    const { rows, counts, writes } = decide([one, one])
    expect(rows.slice(2).map(({ why }) => why)).toEqual(['fileTwice', 'fileTwice'])
    expect(counts).toEqual({ rows: 4, imported: 1, merged: 0, skipped: 3, rejected: 0 })
    expect(writes.adds).toHaveLength(1)
  })

  it('that are left out skip their rows', () => {
    const lines = [{ symbol: 'VTI', quantity: '1' }]
    const left = { accounts: [{ file: 0, account: 'A', to: { kind: 'leave' as const } }] }
    const { rows, writes, totals, gone } = decide(
      [file(lines, { cash: { A: '5' } })],
      known({ holdings: [held('BND')] }),
      left,
    )
    expect(rows.map(({ why }) => why)).toEqual(['header', 'accountLeft', 'accountLeft'])
    expect([writes.adds, writes.cash, totals, gone]).toEqual([[], [], [], []])
  })
})

describe('cash', () => {
  it('replaces what the account has, once; further rows are merged', () => {
    const given = file([], { cash: { A: '10.005' } })
    const again = { line: 3, code: 'cash', values: { account: 'A', amount: '5', currency: 'USD' } }
    const rows = [...given.rows, { line: 3, text: 'line 3' }]
    const decided = decide(
      [{ ...given, rows, notes: [...given.notes, again] }],
      known({ accounts: [account({ cash: cents(1n) })] }),
    )
    expect(decided.rows[1]).toMatchObject({
      effect: 'cash',
      cash: { was: 1n, becomes: 1501n },
      notes: [{ code: 'cashRounded' }],
    })
    expect(decided.rows[2]).toMatchObject({ outcome: 'merged', into: { file: 0, line: 2 } })
    expect(decided.writes.cash).toEqual([{ target: 'a', cash: 1501n, reserve: null }])
    expect(decided.accounts[0]?.cash).toEqual({ was: 1n, becomes: 1501n })
  })

  it('in another currency than the account is rejected', () => {
    const given = file([], { cash: { A: '10' } })
    const in_ = (currency: string) => ({
      ...given,
      notes: given.notes.map((note) => ({ ...note, values: { ...note.values, currency } })),
    })
    expect(decide([in_('EUR')]).rows[1]?.why).toBe('cashCurrencyDiffers')
    expect(decide([in_('CHF')]).rows[1]?.why).toBe('currencyNotSupported')
    expect(decide([in_('USD')]).rows[1]?.effect).toBe('cash')
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
