import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FeedStubs, feedAddresses, startFeedStubs } from '@/e2e/stubs/feeds'
import { readingsOf } from '@/e2e/stubs/numbers'
import { fetchFredCsv } from '@/lib/feeds/fred-csv'

let stubs: FeedStubs
const call = { since: '2026-01-01', asOf: '2026-11-20', timeoutMs: 1000 }

beforeAll(async () => {
  stubs = await startFeedStubs()
  vi.stubEnv('FRED_CSV_BASE_URL', feedAddresses(stubs.origin).FRED_CSV_BASE_URL)
})
beforeEach(() => stubs.heal())
afterAll(() => stubs.stop())

describe('fetchFredCsv', () => {
  it('reads the download, days without a value left out', async () => {
    expect(await fetchFredCsv('WALCL', call)).toEqual({
      ok: true,
      unit: 'millionsOfDollars',
      observations: readingsOf('WALCL', '2026-01-01'),
      refused: [],
    })
    const rates = await fetchFredCsv('DGS2', { ...call, since: '2025-12-24' })
    expect(rates.ok && rates.observations.map(({ date }) => date).slice(0, 2)).toEqual(['2025-12-24', '2025-12-26'])
  })

  it.each([
    ['html', 'blocked'],
    ['redirect', 'blocked'],
    ['broken', 'network'],
    ['cut', 'badAnswer'],
    ['tooMany', 'rateLimited'],
    ['hang', 'timeout'],
  ] as const)('answers a failure when the feed goes wrong: %s', async (wrong, kind) => {
    stubs.set('fredCsv', wrong)
    expect(await fetchFredCsv('WALCL', { ...call, timeoutMs: 200 })).toMatchObject({ ok: false, failure: { kind } })
  })

  it('refuses values in units that it does not name', async () => {
    stubs.set('fredCsv', 'billionsUnsaid')
    const answer = await fetchFredCsv('WRESBAL', { ...call, since: '2026-11-01' })
    const refused = readingsOf('WRESBAL', '2026-11-01').map(({ date, value }) => ({ date, value: value / 1000 }))
    expect(refused.length).toBeGreaterThan(1)
    expect(answer).toMatchObject({ ok: true, observations: [] })
    expect(answer.ok && answer.refused).toEqual(refused.map((value) => ({ ...value, reason: 'otherUnits' })))
  })

  it('is content with a series that has no value since the date', async () => {
    stubs.set('fredCsv', 'dots')
    expect(await fetchFredCsv('WALCL', call)).toMatchObject({ ok: true, observations: [], refused: [] })
  })

  it('says so when the series is not there', async () => {
    const answer = await fetchFredCsv('NOSUCH' as 'WALCL', call)
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } })
  })
})
