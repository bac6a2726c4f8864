import { describe, expect, it } from 'vitest'
import { evaluateRegime } from '@/lib/core/regime'
import { policyTable } from '@/lib/core/thesis/policy-table'
import type { IsoDate } from '@/lib/core/units'

const day = (text: string) => text as IsoDate
const at = (date: string, value: number) => ({ date: day(date), value })

const measured = (asOf: string, series: Parameters<typeof policyTable>[0]) =>
  Object.fromEntries(policyTable(series, null, day(asOf)).map((row) => [row.id, row.measured]))

describe('the policy table', () => {
  const WALCL = [at('2025-11-26', 6_552_419), at('2026-09-30', 6_743_031)]

  it('measures the size with its date, and says when that is old', () => {
    expect(measured('2026-10-05', { WALCL }).size).toMatchObject({
      value: 6743.031,
      date: '2026-09-30',
      series: 'WALCL',
      late: false,
    })
    expect(measured('2026-11-05', { WALCL }).size?.late).toBe(true)
    expect(measured('2025-12-01', { WALCL }).size?.value).toBe(6552.419)
  })

  it('knows the last move from the chronology where the series ends before it', () => {
    const DFEDTARU = [at('2026-08-20', 3.75), at('2026-08-21', 3.75)]
    expect(measured('2026-09-01', { DFEDTARU }).rates).toMatchObject({ reading: 'cutting', value: 3.75, before: 4 })
    expect(measured('2026-09-20', { DFEDTARU }).rates).toMatchObject({
      reading: 'hiking',
      value: 4,
      before: 3.75,
      since: '2026-09-17',
      series: 'FOMC',
    })
    const longer = [...DFEDTARU, at('2026-09-17', 4), at('2026-11-05', 4), at('2026-11-06', 4.25)]
    expect(measured('2026-11-10', { DFEDTARU: longer }).rates).toMatchObject({
      value: 4.25,
      since: '2026-11-06',
      series: 'DFEDTARU',
      late: false,
    })
  })

  it('takes holdings and reserves from the classifier’s newest evaluation', () => {
    const series = {
      WSHOSHO: [at('2026-01-07', 6_400_000), at('2026-04-08', 6_432_000)],
      WALCL: [at('2026-04-08', 6_600_000)],
      DFF: [at('2025-10-01', 4), at('2026-04-08', 3.6)],
    }
    const evaluation = evaluateRegime(series, { to: day('2026-04-10') }).at(-1) ?? null
    const [, qt, , liquidity] = policyTable(series, evaluation, day('2026-04-10'))
    expect(qt?.measured).toMatchObject({
      reading: 'growing',
      value: expect.closeTo((1.005 ** 4 - 1) * 100, 9),
      series: 'WSHOSHO',
    })
    expect(liquidity?.measured).toBeNull()
  })

  it('shows the largest repo day of the last four weeks', () => {
    const REPO_TOTAL = [at('2026-08-01', 70_000), at('2026-09-10', 5_000), at('2026-09-20', 0)]
    expect(measured('2026-09-21', { REPO_TOTAL }).banks).toMatchObject({
      reading: 'used',
      value: 5,
      date: '2026-09-10',
    })
    expect(measured('2026-09-21', { REPO_TOTAL: REPO_TOTAL.slice(2) }).banks).toMatchObject({ reading: 'notUsed' })
  })

  it('says that it does not know', () => {
    expect(measured('2026-09-20', {})).toMatchObject({ size: null, qt: null, liquidity: null, banks: null })
  })
})
