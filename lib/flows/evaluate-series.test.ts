import { describe, expect, it } from 'vitest'
import { evaluateRegime } from '@/lib/core/regime'
import type { Observation } from '@/lib/core/series'
import { daysBefore, type IsoDate } from '@/lib/core/units'
import { evaluateSeries } from '@/lib/flows/evaluate-series'

const TODAY = '2026-11-23' as IsoDate
const daily = (value: (day: number) => number): Observation[] =>
  Array.from({ length: 400 }, (_, day) => ({ date: daysBefore(TODAY, 400 - day), value: value(day) }))

const shared = {
  WSHOSHO: daily((day) => 6_000_000 + day * 2_000),
  DFF: daily((day) => 5 - day / 150),
  DGS2: daily((day) => 3.5 - day / 150),
}

describe('evaluateSeries', () => {
  it('answers what the classifier says, and the same list for the same series on the same day', () => {
    const first = evaluateSeries(shared, TODAY)
    expect(first).toEqual(evaluateRegime(shared, { to: TODAY }))
    expect(evaluateSeries({ ...shared }, TODAY)).toBe(first)
  })

  it('evaluates anew on another day', () => {
    const today = evaluateSeries(shared, TODAY)
    expect(evaluateSeries(shared, daysBefore(TODAY, 14)).length).toBe(today.length - 2)
  })

  it('never answers another list of one series with what is kept of the shared ones', () => {
    const common = evaluateSeries(shared, TODAY)
    const own = evaluateSeries({ ...shared, WSHOSHO: daily((day) => 9_000_000 - day * 3_000) }, TODAY)
    expect(own.at(-1)?.score).not.toBe(common.at(-1)?.score)
    expect(evaluateSeries(shared, TODAY).at(-1)?.score).toBe(common.at(-1)?.score)
  })

  it('is empty without the policy rate', () => {
    expect(evaluateSeries({ WSHOSHO: shared.WSHOSHO }, TODAY)).toEqual([])
  })
})
