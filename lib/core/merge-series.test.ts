import { expect, it } from 'vitest'
import { mergeSeries } from '@/lib/core/merge-series'
import type { IsoDate } from '@/lib/core/units'

const at = (date: string, value: number) => ({ date: date as IsoDate, value })
const SHARED = { DFF: [at('2026-11-17', 1), at('2026-11-18', 2), at('2026-11-19', 3)], UNRATE: [at('2026-10-01', 4)] }

it('puts own values in the place of shared ones, date by date and in order', () => {
  const own = { DFF: [at('2026-11-16', 9), at('2026-11-18', 8)], WALCL: [at('2026-11-18', 7)] }
  expect(mergeSeries(SHARED, own, '2000-01-01' as IsoDate)).toEqual({
    DFF: [at('2026-11-16', 9), at('2026-11-17', 1), at('2026-11-18', 8), at('2026-11-19', 3)],
    UNRATE: [at('2026-10-01', 4)],
    WALCL: [at('2026-11-18', 7)],
  })
})

it('begins at the date, and leaves out what has nothing since', () => {
  expect(mergeSeries(SHARED, {}, '2026-11-18' as IsoDate)).toEqual({ DFF: SHARED.DFF.slice(1) })
  expect(mergeSeries({}, SHARED, '2026-11-20' as IsoDate)).toEqual({})
  expect(SHARED.DFF).toHaveLength(3)
})
