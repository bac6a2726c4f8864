import { describe, expect, it } from 'vitest'
import type { StoredSeries } from '@/lib/core/feed-series'
import { type WatchId, watchList } from '@/lib/core/thesis/watch-list'
import type { IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const at = (date: string, value: number) => ({ date: day(date), value })
const today = day('2026-10-15')

const item = (id: WatchId, series: StoredSeries, asOf = today) =>
  watchList(series, asOf).items.find((found) => found.id === id)

describe('the watch list', () => {
  const WALCL = [
    at('2025-10-01', 6_587_034),
    at('2026-07-01', 6_724_484),
    at('2026-09-02', 6_737_204),
    at('2026-09-30', 6_743_031),
  ]

  it('has the growth of the balance sheet as a yearly rate', () => {
    expect(item('balanceSheet4', { WALCL })).toMatchObject({
      value: ((6_743_031 / 6_737_204) ** (365 / 28) - 1) * 100,
      date: '2026-09-30',
      since: '2026-09-02',
    })
    expect(item('balanceSheet52', { WALCL })).toMatchObject({ value: expect.closeTo(2.37, 2), since: '2025-10-01' })
  })

  it('does not take a value of another week for the one that is meant', () => {
    expect(item('balanceSheet13', { WALCL: WALCL.filter(({ date }) => date !== '2026-07-01') })).toMatchObject({
      absent: 'noneThen',
    })
  })

  it('knows bills only from the account that holds them', () => {
    expect(item('bills4', { TREAST: [at('2026-09-02', 1), at('2026-09-30', 2)] })).toMatchObject({ absent: 'noSeries' })
    expect(item('bills4', { SOMA_BILLS: [at('2026-09-02', 400_000), at('2026-09-30', 412_500)] })).toMatchObject({
      value: 12.5,
      unit: 'billions',
    })
  })

  it('leaves out what would need a month that was never published, and names it', () => {
    const CPIAUCSL = ['08', '09', '11', '12'].map((month, i) => at(`2025-${month}-01`, 323 + i))
    const next = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((m) => at(`2026-${m}-01`, 332))
    const series = { CPIAUCSL: [...CPIAUCSL, ...next] }
    expect(item('inflation', series, day('2026-10-15'))).toMatchObject({ absent: 'monthMissing', month: '2025-10' })
    expect(item('inflation', series, day('2026-09-15'))).toMatchObject({ value: (332 / 324 - 1) * 100 })
    expect(watchList(series, today).gaps).toEqual([{ series: 'CPIAUCSL', months: ['2025-10'] }])
  })

  it('has the mean gain of payrolls over three months and the newest unemployment rate', () => {
    const PAYEMS = [at('2026-04-01', 158_798), at('2026-06-01', 158_881), at('2026-07-01', 158_858)]
    expect(item('payrolls3', { PAYEMS })).toMatchObject({ value: 20, date: '2026-07-01', since: '2026-04-01' })
    expect(item('payrolls3', { PAYEMS: PAYEMS.slice(1) })).toMatchObject({ absent: 'monthMissing', month: '2026-04' })
    expect(item('unemployment', { UNRATE: [at('2026-07-01', 4.1)] })).toMatchObject({ value: 4.1, date: '2026-07-01' })
  })

  it('uses nothing dated later', () => {
    expect(item('unemployment', { UNRATE: [at('2026-07-01', 4.1), at('2026-11-01', 9)] })).toMatchObject({ value: 4.1 })
  })
})
