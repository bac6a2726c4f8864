import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FeedStubs, feedAddresses, startFeedStubs } from '@/e2e/stubs/feeds'
import { readingsOf } from '@/e2e/stubs/numbers'
import { fetchTreasury } from '@/lib/feeds/treasury'

let stubs: FeedStubs
const call = { since: '2026-09-01', asOf: '2026-11-20', timeoutMs: 1000 }

beforeAll(async () => {
  stubs = await startFeedStubs()
  vi.stubEnv('TREASURY_BASE_URL', feedAddresses(stubs.origin).TREASURY_BASE_URL)
})
beforeEach(() => stubs.heal())
afterAll(() => stubs.stop())

describe('fetchTreasury', () => {
  it('takes the closing balance from the column where it stands', async () => {
    const wanted = readingsOf('TGA_CLOSE', call.since).map(({ date, value }) => ({ date, value: Math.round(value) }))
    expect(wanted.length).toBeGreaterThan(20)
    expect(await fetchTreasury(call)).toEqual({ ok: true, unit: 'millionsOfDollars', observations: wanted })
  })

  it('asks for no day before the line of the closing balance existed', async () => {
    await fetchTreasury({ ...call, since: '2013-01-01' })
    expect(decodeURIComponent(stubs.requests.at(-1) ?? '')).toContain('record_date:gte:2022-04-18')
  })

  it.each([
    ['html', 'blocked'],
    ['cut', 'badAnswer'],
    ['broken', 'network'],
    ['hang', 'timeout'],
  ] as const)('answers a failure when the feed goes wrong: %s', async (wrong, kind) => {
    stubs.set('treasury', wrong)
    expect(await fetchTreasury({ ...call, timeoutMs: 200 })).toMatchObject({ ok: false, failure: { kind } })
  })
})
