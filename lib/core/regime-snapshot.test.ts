import { describe, expect, it } from 'vitest'
import { fridayUntil } from '@/lib/core/day-number'
import { LEGS } from '@/lib/core/regime'
import { snapshotDate, snapshotEvaluations, snapshotSeries, snapshotSpells } from '@/lib/core/regime-snapshot'
import { ordered, SERIES_IDS } from '@/lib/core/series'
import { rangeProblem } from '@/lib/core/series-range'
import { daysBefore, daysBetween, type IsoDate } from '@/lib/core/units'

const evaluations = snapshotEvaluations()

describe('the readings of the snapshot', () => {
  it.each([
    ['2018-12-28', 0.15, 'tightening'],
    ['2019-12-27', 0.82, 'postQt'],
    ['2020-03-27', 0.9, 'postQt'],
    ['2022-06-24', 0.23, 'tightening'],
    ['2023-03-31', 0.31, 'tightening'],
    ['2026-02-27', 0.73, 'postQt'],
    ['2026-06-26', 0.55, 'postQt'],
    ['2026-08-21', 0.45, 'postQt'],
  ])('score %s at %d: %s', (friday, score, state) => {
    const evaluation = evaluations.find((e) => e.friday === friday)
    expect(evaluation?.score).toBeCloseTo(score, 2)
    expect(evaluation?.state).toBe(state)
  })

  it('are one a month, on its last Friday, and the last Friday of the data', () => {
    const fridays = evaluations.map(({ friday }) => friday)
    expect([fridays[0], fridays.at(-1), fridays.length]).toEqual(['2014-01-31', snapshotDate(), 152])
    for (const friday of fridays) expect(fridayUntil(friday)).toBe(friday)
    for (const friday of fridays.slice(0, -1)) expect(daysBefore(friday, -7).slice(5, 7)).not.toBe(friday.slice(5, 7))
    expect(new Set(fridays.map((friday) => friday.slice(0, 7))).size).toBe(152)
  })

  it('have all legs counted, funding from May 2018 on', () => {
    for (const { friday, legs, coverage } of evaluations) {
      const missing = LEGS.filter((leg) => legs[leg].status !== 'used')
      expect([friday, missing, coverage]).toEqual([friday, ...(friday < '2018-05' ? [['fund'], 0.9] : [[], 1])])
      expect(legs.bs.source).toBe(friday < '2021-11' ? 'WALCL' : 'TREAST+WSHOMCB')
    }
  })
})

describe('the spells of the snapshot', () => {
  it('follow one another without a gap', () => {
    const spells = snapshotSpells()
    spells.forEach(({ from, to, state }, i) => {
      const next = spells[i + 1]
      expect(from <= to).toBe(true)
      if (next) expect([daysBetween(to, next.from), next.state === state]).toEqual([7, false])
    })
  })

  it('end with the state of the data and its streaks', () => {
    expect(evaluations.at(-1)).toMatchObject({
      ...{ heldSince: '2026-02-20', measuredOn: '2026-08-21', targets: 'postQt' },
      streaks: { enterPostQt: 0, enterTightening: 0, leavePostQt: 2, leaveTightening: 0 },
    })
  })
})

describe('the levels of the snapshot', () => {
  const series = snapshotSeries()

  it('are in order, plausible, and at most one a month', () => {
    for (const id of SERIES_IDS) {
      const observations = series[id] ?? []
      expect(ordered(observations)).toBe(observations)
      expect(new Set(observations.map(({ date }) => date.slice(0, 7))).size).toBe(observations.length)
      for (const { date, value } of observations)
        expect([id, date, rangeProblem(id, date, value)]).toEqual([id, date, null])
    }
  })

  it.each([
    ['WALCL', '2026-09-30', 6_743_031],
    ['WALCL', '2025-11-26', 6_552_419],
    ['DFEDTARU', '2025-12-31', 3.75],
    ['UNRATE', '2020-04-01', 14.8],
    ['DGS10', '2026-09-30', 5.29],
  ] as const)('hold %s of %s', (id, date, value) => {
    expect(series[id]?.find((o) => o.date === date)?.value).toBe(value)
  })

  it('have no unemployment rate and no price index of October 2025', () => {
    const october = '2025-10-01' as IsoDate
    for (const id of ['UNRATE', 'CPIAUCSL'] as const) {
      expect(series[id]?.some(({ date }) => date === october)).toBe(false)
      expect(series[id]?.some(({ date }) => date === '2025-11-01')).toBe(true)
    }
  })
})
