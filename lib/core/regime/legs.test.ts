import { describe, expect, it } from 'vitest'
import { evaluateRegime } from '@/lib/core/regime'
import { balanceSheetGrowth, policyRateChange, rateExpectations, reservesChange } from '@/lib/core/regime/legs'
import { type Observation, ordered, type SeriesSet } from '@/lib/core/series'
import { daysBefore, type IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const at = (text: string, value: number): Observation => ({ date: day(text), value })

/** The given values on the last days up to a date, a step apart. */
const until = (last: string, values: readonly number[], step = 1): Observation[] =>
  values.map((value, i) => ({ date: daysBefore(day(last), (values.length - 1 - i) * step), value }))

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value)

/** Published values; yields and SOFR on consecutive days, which changes no mean. */
const DECEMBER_2018: SeriesSet = {
  WALCL: [at('2018-09-26', 4_192_909), at('2018-12-26', 4_075_636)],
  WRESBAL: [
    ...until('2018-09-26', [1_895_010, 1_920_976, 1_879_896, 1_832_500], 7),
    ...until('2018-12-26', [1_738_141, 1_735_539, 1_699_138, 1_661_223], 7),
  ],
  DFF: [
    at('2018-06-28', 1.91),
    ...until('2018-12-09', [2.2, 2.2, 2.2, 2.19, 2.2, 2.2, 2.2, 2.19, 2.19, 2.19]),
    ...until('2018-12-27', [2.2, ...times(6, 2.19), ...times(3, 2.2), ...times(8, 2.4)]),
  ],
  DGS2: until('2018-12-27', [
    ...[2.81, 2.81, 2.8, 2.83, 2.8, 2.75, 2.72, 2.72, 2.78, 2.77, 2.75, 2.73, 2.7, 2.65, 2.63, 2.67, 2.63, 2.55],
    ...[2.61, 2.56],
  ]),
  SOFR: until('2018-12-27', [
    ...[2.19, 2.24, 2.28, 2.23, 2.27, 2.34, 2.3, 2.22, 2.19, 2.2, 2.21, 2.21, 2.31, 2.32, 2.3, 2.41, 2.4, 2.41],
    ...[2.44, 2.44],
  ]),
}

const DECEMBER_2025: SeriesSet = {
  TREAST: [at('2025-09-03', 4_200_818), at('2025-12-03', 4_188_739)],
  WSHOMCB: [at('2025-09-03', 2_102_846), at('2025-12-03', 2_053_665)],
  WALCL: [at('2025-09-03', 6_602_071), at('2025-12-03', 6_535_781)],
  WRESBAL: [
    ...until('2025-09-03', [3_320_050, 3_317_292, 3_224_967, 3_181_701], 7),
    ...until('2025-12-03', [2_855_030, 2_888_643, 2_896_586, 2_858_284], 7),
  ],
  DFF: [at('2025-06-05', 4.33), ...until('2025-12-04', [...times(6, 3.87), ...times(15, 3.88), ...times(7, 3.89)])],
  DGS2: until('2025-12-04', [
    ...[3.63, 3.57, 3.55, 3.58, 3.56, 3.58, 3.62, 3.6, 3.58, 3.58, 3.55, 3.51, 3.46, 3.43, 3.45, 3.47, 3.54, 3.51],
    ...[3.49, 3.52],
  ]),
  SOFR: until('2025-12-04', [
    ...[3.91, 3.92, 3.93, 3.95, 3.98, 4, 3.95, 4, 3.94, 3.91, 3.91, 3.93, 3.96, 4.01, 4.05, 4.12, 4.12, 4.01],
    ...[3.95, 3.92],
  ]),
}

describe('the legs on published figures', () => {
  it.each([
    ['2018-12-28', DECEMBER_2018, 'WALCL', [-10.7271, 49, 45.9929, -4.2591, 4.1929], 0.1538],
    ['2025-12-05', DECEMBER_2025, 'TREAST+WSHOMCB', [-3.831, -44, -34.1357, -5.9116, 9.3143], 0.4113],
  ] as const)('give the score of %s', (friday, series, source, raws, score) => {
    const [evaluation] = evaluateRegime(series, { from: day(friday), to: day(friday) })
    const { legs } = evaluation ?? {}
    expect([legs?.bs, legs?.rate, legs?.exp, legs?.res, legs?.fund].map((leg) => Number(leg?.raw?.toFixed(4)))).toEqual(
      raws,
    )
    expect(legs?.bs.source).toBe(source)
    expect(evaluation?.coverage).toBe(1)
    expect(evaluation?.score).toBeCloseTo(score, 4)
  })
})

describe('the securities held', () => {
  const thursday = day('2026-03-26')
  const early = day('2021-10-30')
  const pair = (date: IsoDate, now: number, before: number): Observation[] => [
    { date: daysBefore(date, 92), value: before },
    { date: daysBefore(date, 1), value: now },
  ]

  it('are the total, then its parts, then the whole balance sheet', () => {
    const all: SeriesSet = {
      WSHOSHO: pair(thursday, 102, 100),
      TREAST: pair(thursday, 60, 60),
      WSHOMCB: pair(thursday, 41, 40),
      WALCL: pair(thursday, 100, 100),
    }
    expect(balanceSheetGrowth(all, thursday)).toMatchObject({ source: 'WSHOSHO', date: '2026-03-25' })
    expect(balanceSheetGrowth(all, thursday)?.raw).toBeCloseTo((1.02 ** 4 - 1) * 100, 10)
    const { WSHOSHO: _, ...parts } = all
    expect(balanceSheetGrowth(parts, thursday)?.raw).toBeCloseTo((1.01 ** 4 - 1) * 100, 10)
    expect(balanceSheetGrowth({ TREAST: all.TREAST, WALCL: all.WALCL }, thursday)).toMatchObject({
      source: 'WALCL',
      raw: 0,
    })
  })

  it('are never of the parts when one of the dates is before August 2021', () => {
    const series = { TREAST: pair(early, 60, 60), WSHOMCB: pair(early, 41, 40), WALCL: pair(early, 100, 100) }
    expect(balanceSheetGrowth(series, early)?.source).toBe('WALCL')
    const later = day('2021-10-31')
    const moved = { TREAST: pair(later, 60, 60), WSHOMCB: pair(later, 41, 40) }
    expect(balanceSheetGrowth(moved, later)?.source).toBe('TREAST+WSHOMCB')
  })

  it('are of the parts when the total is late, and as old as the part that is further behind', () => {
    const parts = { TREAST: pair(thursday, 60, 60), WSHOMCB: pair(daysBefore(thursday, 7), 41, 40) }
    const late = { WSHOSHO: pair(daysBefore(thursday, 15), 102, 100), ...parts }
    expect(balanceSheetGrowth(late, thursday)).toMatchObject({ source: 'TREAST+WSHOMCB', date: '2026-03-18' })
    expect(balanceSheetGrowth({ ...parts, WSHOSHO: pair(daysBefore(thursday, 14), 102, 100) }, thursday)?.source).toBe(
      'WSHOSHO',
    )
  })

  it('have no growth from nothing', () => {
    expect(balanceSheetGrowth({ WALCL: pair(thursday, 100, 0) }, thursday)).toBeNull()
  })
})

describe('a leg with too little behind it is missing', () => {
  const thursday = day('2026-03-26')
  it.each([
    [
      '19 yields',
      rateExpectations,
      { DGS2: until('2026-03-26', times(19, 3)), DFF: until('2026-03-26', times(28, 3)) },
    ],
    ['27 days', rateExpectations, { DGS2: until('2026-03-26', times(20, 3)), DFF: until('2026-03-26', times(27, 3)) }],
    ['half a year less a day', policyRateChange, { DFF: until('2026-03-26', times(182, 3)) }],
    [
      'no balance sheet',
      reservesChange,
      { WRESBAL: ordered([...until('2025-12-24', times(4, 3), 7), ...until('2026-03-25', times(4, 3), 7)]) },
    ],
  ])('%s', (_, measure, series: SeriesSet) => {
    expect(measure(series, thursday)).toBeNull()
  })
})
