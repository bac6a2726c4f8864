import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fridayUntil } from '@/lib/core/day-number'
import { type Evaluation, evaluateRegime } from '@/lib/core/regime'
import { asOfDay } from '@/lib/core/regime/age'
import type { Observation, SeriesId, SeriesSet } from '@/lib/core/series'
import { daysBefore, type IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const START = day('2024-01-03')

/** Observations from the start on, a step apart. */
const from = (values: readonly number[], step: number): Observation[] =>
  values.map((value, i) => ({ date: daysBefore(START, -i * step), value }))

const WEEKS = 60
const weekly = (value: (week: number) => number) =>
  from(
    Array.from({ length: WEEKS }, (_, i) => value(i)),
    7,
  )
const daily = (value: (i: number) => number, days = WEEKS * 7) =>
  from(
    Array.from({ length: days }, (_, i) => value(i)),
    1,
  )

/** A growing balance sheet and falling rates. */
const EASING: SeriesSet = {
  WALCL: weekly((week) => 6_500_000 * 1.002 ** week),
  WRESBAL: weekly((week) => 3_000_000 + week * 20_000),
  DFF: daily((i) => 5 - i * 0.004),
  DGS2: daily((i) => 4.6 - i * 0.004),
  SOFR: daily((i) => 5 - i * 0.004),
}
const END = daysBefore(START, -(WEEKS * 7))

const states = (series: SeriesSet, to = END) => evaluateRegime(series, { to }).map(({ state }) => state)
const anySeries = fc.constantFrom<SeriesId>('WALCL', 'WRESBAL', 'DFF', 'DGS2', 'SOFR')

describe('evaluateRegime', () => {
  it('starts neutral on the first Friday with both mandatory legs, and changes on the fourth', () => {
    const evaluations = evaluateRegime(EASING, { to: END })
    // The first Thursday on or after 182 days of the funds rate.
    expect(evaluations[0]).toMatchObject({ friday: '2024-07-05', state: 'neutral', heldSince: '2024-07-05' })
    expect(evaluations.slice(0, 5).map(({ state, streaks }) => [state, streaks.enterPostQt])).toEqual([
      ...[['neutral', 1] as const, ['neutral', 2] as const, ['neutral', 3] as const],
      ...[['postQt', 4] as const, ['postQt', 5] as const],
    ])
    expect(evaluations[4]).toMatchObject({
      ...{ held: 'postQt', heldSince: '2024-07-26', measuredOn: '2024-08-02', targets: 'postQt', mayPropose: true },
      quadrant: { balanceSheet: 'expanding', rates: 'easing' },
    })
  })

  it('gives the same rows whatever part is asked for', () => {
    const all = evaluateRegime(EASING, { to: END })
    expect(evaluateRegime(EASING, { from: day('2024-09-01'), to: day('2024-10-11') })).toEqual(
      all.filter(({ friday }) => friday >= '2024-09-01' && friday <= '2024-10-11'),
    )
    expect(evaluateRegime(EASING, { to: day('2024-07-04') })).toEqual([])
    expect(evaluateRegime({ WALCL: EASING.WALCL }, { to: END })).toEqual([])
  })

  it('does not mind the order of observations, nor values that a later one of their date replaces', () => {
    fc.assert(
      fc.property(anySeries, fc.infiniteStream(fc.nat()), fc.array(fc.nat(WEEKS - 1)), (id, keys, again) => {
        const given = EASING[id] ?? []
        const replaced = again.map((i) => ({ date: given[i]?.date ?? START, value: 1 }))
        const shuffled = given
          .map((observation) => ({ observation, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ observation }) => observation)
        const mixed = { ...EASING, [id]: [...replaced, ...shuffled] }
        expect(evaluateRegime(mixed, { to: END })).toEqual(evaluateRegime(EASING, { to: END }))
      }),
      { numRuns: 30 },
    )
  })

  it('uses no observation that is dated on its Friday or later', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 190, max: 400 }), fc.double({ min: 1, max: 1e7 }), (id, days, value) => {
        const friday = fridayUntil(daysBefore(START, -days))
        const known = (EASING[id] ?? []).filter(({ date }) => date < friday)
        const future = Array.from({ length: 9 }, (_, i) => ({ date: daysBefore(friday, -i), value }))
        const now = evaluateRegime({ ...EASING, [id]: [...known, ...future] }, { to: friday })
        expect(now).toEqual(evaluateRegime(EASING, { to: friday }))
      }),
      { numRuns: 40 },
    )
  })

  it('follows every later value, so that the test before this one could fail', () => {
    const friday = day('2024-10-11')
    const last = evaluateRegime(EASING, { to: friday }).at(-1)
    const DFF = (EASING.DFF ?? []).map((o) => (o.date === '2024-10-10' ? { ...o, value: 6 } : o))
    expect(evaluateRegime({ ...EASING, DFF }, { to: friday }).at(-1)?.score).not.toBe(last?.score)
  })
})

describe('what is not known', () => {
  const gone = (id: SeriesId, after: string) => (EASING[id] ?? []).filter(({ date }) => date <= after)

  it('is unknown once a mandatory leg is past its age, held for 21 days, then neutral', () => {
    const late = { ...EASING, DFF: gone('DFF', '2024-10-10'), DGS2: gone('DGS2', '2024-10-10') }
    const rows = evaluateRegime(late, { from: day('2024-10-11'), to: day('2024-11-15') })
    expect(rows.map((e) => [e.friday, e.state, e.legs.rate.status, e.measuredOn, e.targets, e.mayPropose])).toEqual([
      ['2024-10-11', 'postQt', 'used', '2024-10-11', 'postQt', true],
      ['2024-10-18', 'postQt', 'used', '2024-10-18', 'postQt', true],
      ['2024-10-25', 'unknown', 'stale', '2024-10-18', 'postQt', true],
      ['2024-11-01', 'unknown', 'stale', '2024-10-18', 'postQt', true],
      ['2024-11-08', 'unknown', 'stale', '2024-10-18', 'postQt', true],
      ['2024-11-15', 'unknown', 'stale', '2024-10-18', 'neutral', false],
    ])
    const { held, streaks, legs } = rows[5] as Evaluation
    expect({ held, streaks }).toEqual({ held: 'postQt', streaks: rows[1]?.streaks })
    expect(legs.rate).toMatchObject({ date: '2024-10-10', scaled: null })
    expect(legs.rate.raw).not.toBeNull()
  })

  it('does not end a streak: the Friday after a gap counts on', () => {
    const gap = (EASING.DFF ?? []).filter(({ date }) => date <= '2024-07-11' || date >= '2024-08-08')
    const rows = evaluateRegime({ ...EASING, DFF: gap }, { to: day('2024-08-16') })
    expect(rows.map(({ state, streaks }) => `${state} ${streaks.enterPostQt}`)).toEqual([
      ...['neutral 1', 'neutral 2', 'neutral 3', 'unknown 3', 'unknown 3', 'postQt 4', 'postQt 5'],
    ])
  })

  it('needs enough of the weights beside the mandatory legs, and proposes nothing before the first measure', () => {
    const rows = evaluateRegime({ WALCL: EASING.WALCL, DFF: EASING.DFF }, { to: END })
    expect(rows[0]).toMatchObject({ state: 'unknown', coverage: 0.55, targets: 'neutral', mayPropose: false })
    expect(rows[0]?.score).not.toBeNull()
    expect(new Set(states({ WALCL: EASING.WALCL, DFF: EASING.DFF, SOFR: EASING.SOFR })).has('unknown')).toBe(false)
  })

  it('begins on the second Friday after an evaluation that is shown later', () => {
    const last = evaluateRegime(EASING, { to: day('2024-10-11') }).at(-1) as Evaluation
    const shown = ['2024-10-11', '2024-10-24', '2024-10-25', '2024-11-01', '2024-11-02'].map((on) =>
      asOfDay(last, day(on)),
    )
    expect(shown.map(({ state, targets, mayPropose }) => [state, targets, mayPropose])).toEqual([
      ['postQt', 'postQt', true],
      ['postQt', 'postQt', true],
      ['unknown', 'postQt', true],
      ['unknown', 'postQt', true],
      ['unknown', 'neutral', false],
    ])
  })
})
