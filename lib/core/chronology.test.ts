import { describe, expect, it } from 'vitest'
import { BALANCE_SHEET_PROGRAMMES, factsOn, RATE_MOVES } from '@/lib/core/chronology'
import { snapshotSeries } from '@/lib/core/regime-snapshot'
import type { IsoDate } from '@/lib/core/units'

const on = (date: string) => factsOn(date as IsoDate)

describe('factsOn', () => {
  it.each([
    ['2019-07-31', true, 'qt1'],
    ['2019-08-01', false, 'qt1'],
    ['2022-05-31', false, 'qt1'],
    ['2022-06-01', true, 'qt2'],
    ['2025-11-30', true, 'qt2'],
    ['2025-12-01', false, 'qt2'],
  ])('on %s run-off is %s (%s)', (date, isRunning, id) => {
    const { runOff } = on(date)
    expect([runOff.isRunning, runOff.last.id]).toEqual([isRunning, id])
  })

  it.each([
    ['2025-12-11', false, undefined, undefined],
    ['2025-12-12', true, 40, false],
    ['2026-04-20', true, 25, false],
    ['2026-06-30', true, 10, false],
    ['2026-08-13', true, 10, false],
    ['2026-08-14', false, 0, true],
  ])('on %s reserve-management purchases: %s, %s billion a month', (date, isRunning, treasuries, isOneSource) => {
    const { reserveManagement } = on(date)
    expect([
      reserveManagement.isRunning,
      reserveManagement.pace?.treasuries,
      reserveManagement.pace?.isOneSource,
    ]).toEqual([...[isRunning, treasuries, isOneSource]])
  })

  it.each([
    ['2022-03-16', null],
    ['2022-03-17', { date: '2022-03-17', from: 0.25, to: 0.5 }],
    ['2025-12-10', { date: '2025-10-30', from: 4.25, to: 4 }],
    ['2026-09-16', { date: '2025-12-11', from: 4, to: 3.75 }],
    ['2026-09-17', { date: '2026-09-17', from: 3.75, to: 4 }],
  ])('on %s the last move is %j', (date, move) => {
    expect(on(date).lastMove).toEqual(move)
  })

  it('continues with what is fetched, and says when it may be behind', () => {
    const fetched = ['2026-09-16', '2026-09-17', '2026-11-05', '2026-11-06'].map((date, i) => ({
      date: date as IsoDate,
      value: [3.75, 4, 4.25, 4.25][i] ?? 0,
    }))
    const later = factsOn('2026-11-20' as IsoDate, fetched)
    expect(later).toMatchObject({ lastMove: { date: '2026-11-05', from: 4, to: 4.25 }, isComplete: false })
    expect(factsOn('2026-10-01' as IsoDate, fetched)).toMatchObject({ upperBound: 4, isComplete: true })
  })
})

describe('the chronology', () => {
  it('has the upper bounds that the series has at the end of each month', () => {
    const bounds = (snapshotSeries().DFEDTARU ?? []).filter(({ date }) => date >= '2022-03-17')
    expect(bounds.length).toBeGreaterThan(50)
    for (const { date, value } of bounds) expect([date, on(date).upperBound]).toEqual([date, value])
  })

  it('is in order, and each move begins where the one before it ended', () => {
    RATE_MOVES.forEach((move, i) => {
      const before = RATE_MOVES[i - 1]
      if (before) expect([move.date > before.date, move.from]).toEqual([true, before.to])
    })
    const starts = BALANCE_SHEET_PROGRAMMES.map(({ from }) => from)
    expect(starts).toEqual([...starts].sort())
  })
})
