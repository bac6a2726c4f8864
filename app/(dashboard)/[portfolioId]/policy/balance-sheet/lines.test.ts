import { describe, expect, it } from 'vitest'
import { policyEvents, programmeBands } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/events'
import { linesOf, treasuryAccount, withMoves } from '@/app/(dashboard)/[portfolioId]/policy/balance-sheet/lines'
import { RATE_MOVES } from '@/lib/core/chronology'
import { dayNumber } from '@/lib/core/day-number'
import type { Observation } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'

const on = (date: string, value: number): Observation => ({ date: date as IsoDate, value })
const day = (date: string) => dayNumber(date as IsoDate)

describe('linesOf', () => {
  // From Thursday to Wednesday: one week of the balance sheet.
  const week = ['2026-08-13', '2026-08-14', '2026-08-17', '2026-08-18', '2026-08-19'].map((date, i) => on(date, i))

  it('keeps the last value of each week, on the days of the weekly series', () => {
    const { days, values } = linesOf([
      { observations: week },
      { observations: [on('2026-08-19', 7_000)], factor: 0.001 },
    ])
    expect(days).toEqual([day('2026-08-19')])
    expect(values).toEqual([[4], [7]])
  })

  it('keeps the day of a move where it is asked to', () => {
    const rate = [on('2026-08-13', 3.75), on('2026-08-14', 3.75), on('2026-08-17', 4), on('2026-08-19', 4)]
    expect(linesOf([{ observations: rate }], true).days).toContain(day('2026-08-17'))
    expect(linesOf([{ observations: rate }]).days).toEqual([day('2026-08-19')])
  })

  it('has null where a series has no value on a day', () => {
    const { values } = linesOf([{ observations: [on('2026-08-19', 1)] }, { observations: [on('2026-08-26', 2)] }])
    expect(values).toEqual([
      [1, null],
      [null, 2],
    ])
  })
})

describe('what continues a series', () => {
  it('is the Wednesday level for the Treasury’s account', () => {
    const series = { WTREGEN: [on('2025-11-19', 1)], WDTGAL: [on('2025-11-19', 8), on('2025-11-26', 2)] }
    expect(treasuryAccount(series)?.map(({ value }) => value)).toEqual([1, 2])
  })

  it('is a move that is known with its day for the target range', () => {
    const continued = withMoves([on('2026-08-21', 3.5)], RATE_MOVES, 0.25)
    expect(continued?.slice(0, 2)).toEqual([on('2026-08-21', 3.5), on('2026-09-17', 3.75)])
  })
})

describe('events', () => {
  it('come in the order of their days, each in its programme’s shade', () => {
    const dates = policyEvents().map(({ date }) => date)
    expect(dates).toEqual([...dates].sort())
    const qt2 = programmeBands(day('2026-11-23')).find(({ from }) => from === day('2022-06-01'))
    expect(qt2).toMatchObject({ to: day('2025-11-30'), look: 'tightening' })
  })

  it('end purchases that are paused on the day of the pause', () => {
    expect(programmeBands(day('2026-11-23')).at(-1)).toMatchObject({ to: day('2026-08-14'), look: 'postQt' })
  })
})
