import { describe, expect, it } from 'vitest'
import { account, date, decide, file, held, known } from '@/lib/core/decide-import/test-files'
import { cents, ONE } from '@/lib/core/units'

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
