import { describe, expect, it } from 'vitest'
import type { HoldingRow } from '@/lib/core/book'
import type { ReadFile, ReadHolding } from '@/lib/core/decide-import/read-file'
import { date, decide, file, held, known, type Line, lot } from '@/lib/core/decide-import/test-files'
import type { ImportChoices } from '@/lib/core/positions-import'
import { ONE, quantity, unitPrice } from '@/lib/core/units'

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

describe('lots in a file', () => {
  const read = (line: number, size: string, unitCost = '5', acquired = '2020-01-02') => ({
    ...{ quantity: size, unitCost, acquired: date(acquired), line },
  })
  const line = { symbol: 'VTI', quantity: '10', price: '100' }
  const given = (lots: ReadHolding['lots'], more: Partial<Line> = {}, other: Partial<ReadFile> = {}) =>
    file([{ ...line, ...more, lots }], { date: date('2026-11-20'), ...other })
  const at = (rows: { line: number; outcome: string; why: string | null }[], of: number) => {
    const row = rows.find((one) => one.line === of)
    return row && (row.why ? `${row.outcome} ${row.why}` : row.outcome)
  }

  it('are stored with their holding, each of their lines merged into its row', () => {
    const { rows, counts, writes } = decide([given([read(5, '4'), read(6, '6', '7')])])
    expect(counts).toEqual({ rows: 4, imported: 1, merged: 2, skipped: 1, rejected: 0 })
    expect(rows.map(({ line: of, into }) => [of, into?.line ?? null])).toEqual([
      [1, null],
      [2, null],
      [5, 2],
      [6, 2],
    ])
    expect(rows[3]).toMatchObject({ account: 'A', symbol: 'VTI', effect: null, notes: [] })
    expect(writes.adds[0]?.lots).toEqual([
      { quantity: 4n * ONE, unitCost: 5n * ONE, acquired: '2020-01-02' },
      { quantity: 6n * ONE, unitCost: 7n * ONE, acquired: '2020-01-02' },
    ])
    expect(writes.adds[0]).toMatchObject({ own: null, lot: null })
  })

  it('change nothing when they are stored already, and a holding when they differ; its limits stay', () => {
    const stored = held('VTI', { lots: [lot(4n, 5n), lot(6n, 7n)], unit: quantity(ONE / 2n), noSell: true })
    const run = (lots: ReadHolding['lots']) => decide([given(lots)], known({ holdings: [stored] }))
    expect(run([read(5, '6', '7'), read(6, '4')]).rows[1]).toMatchObject({ effect: 'same' })
    expect(run([read(5, '6', '7'), read(6, '4')]).writes.changes).toEqual([])
    const newer = run([read(5, '6', '7'), read(6, '4', '8')])
    expect(newer.rows[1]).toMatchObject({ effect: 'change', own: null, lots: { was: [{}, { unitCost: 7n * ONE }] } })
    expect(newer.rows[1]?.lots?.was?.[0]).not.toHaveProperty('id')
    expect(newer.writes.changes).toMatchObject([{ own: null, lots: [{ unitCost: 7n * ONE }, { unitCost: 8n * ONE }] }])
  })

  it('stay as they are stored when the file says nothing of them', () => {
    const stored = known({ holdings: [held('VTI', { lots: [lot(9n, 5n)] })] })
    expect(decide([given(undefined)], stored).rows[1]).toMatchObject({ effect: 'same', lots: null })
    const fewer = decide([given(undefined, { quantity: '8' })], stored)
    expect(fewer.rows[1]).toMatchObject({ outcome: 'rejected', why: 'belowLots' })
    expect(decide([given([read(5, '8')], { quantity: '8' })], stored).rows[1]).toMatchObject({ effect: 'change' })
  })

  it.each([
    ['lotInvalid', read(5, '0')],
    ['lotInvalid', read(5, '-1')],
    ['lotInvalid', read(5, '1', '-0.01')],
    ['futureDate', read(5, '1', '5', '2026-11-24')],
    ['tooLarge', read(5, '1', '123456789012345678901')],
    ['tooLarge', read(5, 'x')],
  ])('that cannot be stored are rejected alone: %s', (why, bad) => {
    const { rows, writes } = decide([given([bad, read(6, '6')])])
    expect([at(rows, 2), at(rows, 5), at(rows, 6)]).toEqual(['imported', `rejected ${why}`, 'merged'])
    expect(writes.adds[0]?.lots).toHaveLength(1)
    const stored = known({ holdings: [held('VTI', { lots: [lot(4n, 5n)] })] })
    const none = decide([given([bad])], stored)
    expect(none.rows[1]).toMatchObject({ effect: 'same', lots: null })
  })

  it('that add up to more than is held are all rejected, and the holding is imported without', () => {
    const { rows, writes } = decide([given([read(5, '4'), read(6, '6.000000000000000001')])])
    expect([at(rows, 5), at(rows, 6)]).toEqual(['rejected lotsExceed', 'rejected lotsExceed'])
    expect(writes.adds).toMatchObject([{ symbol: 'VTI', lots: null }])
    const lots = [read(5, '4'), read(6, '7')]
    const twice = file([{ ...line, lots }, line], { rows: [] })
    expect(decide([twice]).writes.adds).toMatchObject([{ lots: [{ quantity: 4n * ONE }, { quantity: 7n * ONE }] }])
  })

  it('of a holding that is left out are left out with it', () => {
    expect(at(decide([given([read(5, '4')], { quantity: '-10' })]).rows, 5)).toBe('rejected lotAlone')
    const stored = known({ holdings: [held('VTI', { lots: [lot(12n, 5n)] })] })
    const { rows } = decide([given([read(5, '4'), read(6, '7')])], stored)
    expect([2, 5, 6].map((of) => at(rows, of))).toEqual([
      'rejected belowLots',
      'rejected lotsExceed',
      'rejected lotsExceed',
    ])
    const prices = file([line, { ...line, price: '99', lots: [read(7, '1')] }])
    expect([3, 7].map((of) => at(decide([prices]).rows, of))).toEqual(['rejected priceDiffers', 'rejected lotAlone'])
    const leave = { accounts: [{ file: 0, account: 'A', to: { kind: 'leave' as const } }] }
    expect(at(decide([given([read(5, '4')])], known(), leave).rows, 5)).toBe('skipped accountLeft')
    const newer = given([read(5, '4')], {}, { hash: 'b', date: date('2026-11-21') })
    expect(at(decide([given([read(5, '4')]), newer]).rows, 5)).toBe('skipped olderSnapshot')
  })

  it('come before the cost as one lot', () => {
    const oneLot = { cost: { kind: 'oneLot' as const, acquired: date('2025-01-02') } }
    const { writes } = decide([given([read(5, '4')], { unitCost: '70' })], known(), oneLot)
    expect(writes.adds).toMatchObject([{ lot: null, lots: [{ quantity: 4n * ONE }] }])
  })
})
