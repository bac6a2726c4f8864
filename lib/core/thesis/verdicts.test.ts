import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shifted } from '@/lib/core/day-number'
import type { StoredSeries } from '@/lib/core/feed-series'
import type { Month } from '@/lib/core/month'
import type { Observation } from '@/lib/core/series'
import { type ClaimId, DEFAULT_START } from '@/lib/core/thesis/claims'
import { assessThesis, tally } from '@/lib/core/thesis/verdicts'
import type { IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const at = (date: string, value: number): Observation => ({ date: day(date), value })

function assess(id: ClaimId, series: StoredSeries, asOf = '2026-10-15', start: IsoDate = DEFAULT_START) {
  const found = assessThesis({ series, own: {}, start, asOf: day(asOf) }).find(({ claim }) => claim.id === id)
  if (!found) throw new Error(id)
  return found
}

const figuresOf = (id: ClaimId, series: StoredSeries, asOf?: string) =>
  Object.fromEntries(assess(id, series, asOf).figures.map(({ name, value, date }) => [name, [value, date]]))

/** Every day or week from one date to another with one value. */
function held(from: string, to: string, value: number, step = 1): Observation[] {
  const days: Observation[] = []
  for (let date = day(from); date <= to; date = shifted(date, step)) days.push({ date, value })
  return days
}

/** WALCL, millions: the Wednesdays that are quoted, and between them weeks on the way down. */
const WALCL = [
  at('2022-04-13', 8_965_487),
  at('2022-06-01', 8_915_050),
  ...held('2022-06-08', '2024-04-17', 8_000_000, 7),
  at('2024-04-24', 7_402_434),
  ...held('2024-05-01', '2025-11-19', 7_000_000, 7),
  at('2025-11-26', 6_552_419),
  at('2025-12-03', 6_535_781),
  at('2026-09-23', 6_747_704),
  at('2026-09-30', 6_743_031),
]
/** DFEDTARU, percent. */
const upTo = (last: string) => [
  ...held('2025-11-20', '2025-12-10', 4),
  ...held('2025-12-11', '2026-09-16', 3.75),
  ...held('2026-09-17', last, 4),
]

describe('verdicts without any data', () => {
  const verdicts = Object.fromEntries(
    assessThesis({ series: {}, own: {}, start: DEFAULT_START, asOf: day('2026-10-15') }).map((a) => [
      a.claim.id,
      `${a.verdict}, ${a.basis}`,
    ]),
  )

  it('are those on record, and say so', () => {
    expect(verdicts).toEqual({
      qtEnded: 'confirmed, recorded',
      startLevel: 'contradicted, recorded',
      steadyLevel: 'partly, recorded',
      decemberCut: 'confirmed, recorded',
      cutsBesideEnd: 'contradicted, recorded',
      billPurchases: 'confirmed, recorded',
      overnightRepo: 'partly, recorded',
      bitcoinLevel: 'notCheckable, undecided',
      doubleShock: 'notCheckable, undecided',
      confidence: 'contradicted, recorded',
      jobs: 'partly, recorded',
      housing: 'partly, recorded',
      mortgageRates: 'contradicted, recorded',
      riskRally: 'open, recorded',
      growthOverValue: 'contradicted, recorded',
      assetTable: 'partly, recorded',
      moneyFundOutflow: 'contradicted, recorded',
      altcoins: 'open, undecided',
    })
  })

  it('are not known before they were recorded', () => {
    expect(assess('cutsBesideEnd', {}, '2026-09-16')).toMatchObject({ verdict: 'open', basis: 'undecided' })
    expect(assess('mortgageRates', {}, '2026-06-24')).toMatchObject({ verdict: 'open', figures: [] })
  })

  it('do not carry over to another start, unless their dates are fixed', () => {
    expect(assess('steadyLevel', {}, '2026-10-15', day('2025-06-01'))).toMatchObject({
      verdict: 'notCheckable',
      remark: 'noData',
    })
    expect(assess('qtEnded', {}, '2026-10-15', day('2025-06-01')).verdict).toBe('confirmed')
  })

  it('leave a claim open until its window closes', () => {
    expect(assess('riskRally', {}, '2026-11-30')).toMatchObject({ verdict: 'open', until: '2026-12-01' })
    expect(assess('riskRally', {}, '2026-12-01')).toMatchObject({ verdict: 'notCheckable', remark: 'needsPrices' })
    expect(assess('altcoins', {}, '2029-06-01').verdict).toBe('notCheckable')
  })

  it('are counted', () => {
    const all = assessThesis({ series: {}, own: {}, start: DEFAULT_START, asOf: day('2026-10-15') })
    expect(tally(all)).toEqual({ confirmed: 3, partly: 5, contradicted: 6, open: 2, notCheckable: 2 })
  })
})

describe('the balance sheet', () => {
  it('did not start from 7.4 trillion', () => {
    expect(assess('startLevel', { WALCL })).toMatchObject({ verdict: 'contradicted', basis: 'recomputed' })
    expect(figuresOf('startLevel', { WALCL })).toEqual({
      levelPeak: [8965.487, '2022-04-13'],
      levelAtQtStart: [8915.05, '2022-06-01'],
      lastAboveArticle: [7402.434, '2024-04-24'],
      levelTrough: [6535.781, '2025-12-03'],
    })
    const near = WALCL.map((o) => (o.date === '2022-06-01' ? { ...o, value: 7_500_000 } : o))
    expect(assess('startLevel', { WALCL: near }).verdict).toBe('confirmed')
  })

  it('is not judged by months’ ends alone', () => {
    const monthly = WALCL.filter((_, i) => i % 4 === 0)
    expect(assess('startLevel', { WALCL: monthly }).basis).toBe('recorded')
  })

  it('was steady then and is not any more', () => {
    expect(figuresOf('steadyLevel', { WALCL })).toEqual({
      levelThen: [6552.419, '2025-11-26'],
      levelNow: [6743.031, '2026-09-30'],
    })
    expect(assess('steadyLevel', { WALCL })).toMatchObject({ verdict: 'partly', basis: 'recomputed' })
    expect(assess('steadyLevel', { WALCL }, '2025-12-10').verdict).toBe('confirmed')
  })
})

describe('rates', () => {
  it('were cut on 10 December, in effect the day after', () => {
    const cut = assess('decemberCut', { DFEDTARU: upTo('2026-09-30') })
    expect(cut).toMatchObject({ verdict: 'confirmed', basis: 'recomputed', on: '2025-12-11' })
    expect(assess('decemberCut', { DFEDTARU: held('2025-12-01', '2025-12-20', 4) }).verdict).toBe('contradicted')
  })

  it('contradict cuts beside the end from the first rise on', () => {
    const series = { DFEDTARU: upTo('2026-09-30') }
    expect(assess('cutsBesideEnd', series)).toMatchObject({ verdict: 'contradicted', basis: 'recomputed' })
    expect(figuresOf('cutsBesideEnd', series).targetAfter).toEqual([4, '2026-09-17'])
    expect(assess('cutsBesideEnd', series, '2026-09-16').verdict).toBe('confirmed')
  })

  it('keep the record where the series ends before it', () => {
    const series = { DFEDTARU: upTo('2026-09-17').slice(0, -30) }
    expect(assess('cutsBesideEnd', series)).toMatchObject({ verdict: 'contradicted', basis: 'recorded' })
  })
})

describe('what follows', () => {
  const WRESBAL = [
    at('2025-11-26', 2_896_586),
    at('2025-12-31', 2_957_410),
    at('2026-01-28', 2_901_600),
    at('2026-02-04', 2_925_170),
  ]
  const UNRATE = [at('2025-12-01', 4.4), at('2026-06-01', 4.2)]
  const PAYEMS = [
    at('2025-09-01', 158_548),
    at('2025-12-01', 158_432),
    at('2026-03-01', 158_650),
    at('2026-06-01', 158_881),
  ]

  it('was a shock of liquidity in December only', () => {
    expect(assess('doubleShock', { WRESBAL })).toMatchObject({ verdict: 'partly', remark: 'decemberOnly' })
    expect(assess('doubleShock', { WRESBAL }, '2026-01-15').verdict).toBe('open')
    const both = [...WRESBAL.slice(0, 2), at('2026-01-28', 3_000_000)]
    expect(assess('doubleShock', { WRESBAL: both }).verdict).toBe('confirmed')
  })

  it('counts as partly right at most where the pattern rests on two cases', () => {
    expect(assess('jobs', { PAYEMS, UNRATE })).toMatchObject({ verdict: 'partly', basis: 'recomputed' })
    expect(figuresOf('jobs', { PAYEMS, UNRATE })).toMatchObject({
      payrollGainBefore: [-116 / 3, '2025-12-01'],
      payrollGain: [77, '2026-06-01'],
    })
    const worse = [...PAYEMS.slice(0, 3), at('2026-06-01', 158_000)]
    const higher = [at('2025-12-01', 4.4), at('2026-06-01', 4.5)]
    expect(assess('jobs', { PAYEMS: worse, UNRATE: higher }).verdict).toBe('contradicted')
  })

  it('is not computed across a month that was never published', () => {
    const start = day('2025-10-15')
    const series = {
      PAYEMS: held('2025-01-01', '2026-10-01', 158_000, 1),
      UNRATE: [at('2025-11-01', 4.5), at('2026-04-01', 4.3)],
    }
    expect(assess('jobs', series, '2026-10-15', start)).toMatchObject({ verdict: 'notCheckable' })
  })

  it('shows bills held, and the pause on record, when the New York Fed’s holdings are at hand', () => {
    const SOMA_BILLS = [at('2025-11-26', 195_000), at('2026-10-07', 420_000)]
    expect(figuresOf('billPurchases', { SOMA_BILLS })).toEqual({
      billsAtStart: [195, '2025-11-26'],
      billsNow: [420, '2026-10-07'],
      purchases: [0, '2026-08-14'],
    })
    expect(
      assess('billPurchases', { SOMA_BILLS: [at('2025-11-26', 195_000), at('2026-10-07', 190_000)] }).verdict,
    ).toBe('contradicted')
  })

  it('judges the rally by the user’s own prices once its window is over', () => {
    const levels = (last: number) => [
      { month: '2025-11' as Month, value: 100 },
      ...Array.from({ length: 12 }, (_, i) => ({
        month: (i === 0 ? '2025-12' : `2026-${String(i).padStart(2, '0')}`) as Month,
        value: i === 11 ? last : 100,
      })),
    ]
    const own = { growth: levels(120), digital: levels(70), moneyFunds: levels(104) }
    const all = assessThesis({ series: {}, own, start: DEFAULT_START, asOf: day('2026-12-15') })
    expect(all.find(({ claim }) => claim.id === 'riskRally')).toMatchObject({ verdict: 'partly' })
  })
})

describe('no verdict', () => {
  it('rests on anything dated after the day', () => {
    const series = { WALCL, DFEDTARU: upTo('2026-09-30') }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.double({ min: 1, max: 1e7, noNaN: true }), (days, value) => {
        const asOf = shifted(DEFAULT_START, days)
        const later = [1, 8, 60].map((more) => ({ date: shifted(asOf, more), value }))
        const changed = Object.fromEntries(
          Object.entries(series).map(([id, all]) => [id, [...all.filter(({ date }) => date <= asOf), ...later]]),
        )
        const input = { own: {}, start: DEFAULT_START, asOf }
        expect(assessThesis({ series: changed, ...input })).toEqual(assessThesis({ series, ...input }))
      }),
      { numRuns: 50 },
    )
  })
})
