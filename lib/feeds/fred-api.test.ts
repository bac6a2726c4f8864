import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FeedStubs, feedAddresses, startFeedStubs } from '@/e2e/stubs/feeds'
import { GOOD_KEY } from '@/e2e/stubs/fred'
import { readingsOf } from '@/e2e/stubs/numbers'
import { fetchFredApi } from '@/lib/feeds/fred-api'

let stubs: FeedStubs
const call = { since: '2026-01-01', asOf: '2026-11-20', timeoutMs: 1000 }
const fetchWalcl = (more: Partial<typeof call> = {}) => fetchFredApi('WALCL', GOOD_KEY, { ...call, ...more })

beforeAll(async () => {
  stubs = await startFeedStubs()
  for (const [name, value] of Object.entries(feedAddresses(stubs.origin))) vi.stubEnv(name, value)
})
beforeEach(() => {
  stubs.heal()
  stubs.requests.length = 0
})
afterAll(() => stubs.stop())

describe('fetchFredApi', () => {
  it('reads observations from a date on, in units that it asked for first', async () => {
    const answer = await fetchWalcl()
    const wanted = readingsOf('WALCL', '2026-01-01')
    expect(wanted.length).toBeGreaterThan(40)
    expect(answer).toEqual({ ok: true, unit: 'millionsOfDollars', observations: wanted })
    expect(stubs.requests.map((path) => path.split('?')[0])).toEqual([
      '/fredApi/fred/series',
      '/fredApi/fred/series/observations',
    ])
    for (const path of stubs.requests) expect(path).toContain('file_type=json')
  })

  it('leaves out the days that have no value', async () => {
    const answer = await fetchFredApi('DGS2', GOOD_KEY, { ...call, since: '2025-12-20' })
    const dates = answer.ok ? answer.observations.map(({ date }) => date) : []
    expect(dates).toContain('2025-12-26')
    expect(dates).not.toContain('2025-12-25')
    stubs.set('fredApi', 'dots')
    expect(await fetchWalcl()).toEqual({ ok: true, unit: 'millionsOfDollars', observations: [] })
  })

  it('turns billions into millions when FRED says billions', async () => {
    stubs.set('fredApi', 'billions')
    const answer = await fetchWalcl()
    expect(answer.ok && answer.observations).toEqual(readingsOf('WALCL', '2026-01-01'))
  })

  it.each([
    ['xml', 'badAnswer'],
    ['html', 'blocked'],
    ['redirect', 'blocked'],
    ['broken', 'network'],
    ['cut', 'badAnswer'],
  ] as const)('answers a failure when the feed goes wrong: %s', async (wrong, kind) => {
    stubs.set('fredApi', wrong)
    expect(await fetchWalcl()).toMatchObject({ ok: false, failure: { kind } })
  })

  it('says how long it is to stay away', async () => {
    stubs.set('fredApi', 'tooMany')
    expect(await fetchWalcl()).toMatchObject({ failure: { kind: 'rateLimited', retryAfter: 120 } })
  })

  it('gives up after its time, or when it is told to', async () => {
    stubs.set('fredApi', 'hang')
    expect(await fetchWalcl({ timeoutMs: 60 })).toMatchObject({ failure: { kind: 'timeout' } })
    const answer = fetchFredApi('WALCL', GOOD_KEY, { ...call, signal: AbortSignal.timeout(60) })
    expect(await answer).toMatchObject({ ok: false, failure: { kind: 'network' } })
  })

  it('tells a key that FRED does not know from a series that it does not', async () => {
    const key = 'z'.repeat(32)
    const refused = await fetchFredApi('WALCL', key, call)
    expect(refused).toMatchObject({ failure: { kind: 'badKey' } })
    // This FRED repeats the key in its message, and it must go no further.
    expect(JSON.stringify(refused)).not.toContain(key)
    const unknown = await fetchFredApi('NOSUCH' as 'WALCL', GOOD_KEY, call)
    expect(unknown).toMatchObject({ failure: { kind: 'refused', detail: expect.stringContaining('does not exist') } })
  })

  it('shows the key in no failure', async () => {
    for (const wrong of ['xml', 'html', 'tooMany', 'hang', 'broken', 'redirect', 'cut'] as const) {
      stubs.set('fredApi', wrong)
      expect(JSON.stringify(await fetchWalcl({ timeoutMs: 60 }))).not.toContain(GOOD_KEY)
    }
    vi.stubEnv('FRED_BASE_URL', 'http://127.0.0.1:9/')
    const gone = await fetchWalcl()
    vi.stubEnv('FRED_BASE_URL', `${stubs.origin}/fredApi/`)
    expect(gone).toMatchObject({ failure: { kind: 'network' } })
    expect(JSON.stringify(gone)).not.toContain(GOOD_KEY)
  })
})
