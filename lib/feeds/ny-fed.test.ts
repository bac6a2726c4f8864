import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FeedStubs, feedAddresses, startFeedStubs } from '@/e2e/stubs/feeds'
import { readingsOf } from '@/e2e/stubs/numbers'
import { fetchNyFed } from '@/lib/feeds/ny-fed'

let stubs: FeedStubs
const today = new Date().toISOString().slice(0, 10)
const call = { since: '2026-09-01', asOf: today, timeoutMs: 1000 }

beforeAll(async () => {
  stubs = await startFeedStubs()
  vi.stubEnv('NY_FED_BASE_URL', feedAddresses(stubs.origin).NY_FED_BASE_URL)
})
beforeEach(() => stubs.heal())
afterAll(() => stubs.stop())

describe('fetchNyFed', () => {
  it('adds up the repo operations of a day, and no reverse repo', async () => {
    const answer = await fetchNyFed('REPO_TOTAL', call)
    const values = answer.ok ? answer.observations.map(({ value }) => value) : []
    expect(values.length).toBeGreaterThan(20)
    expect(new Set(values)).toEqual(new Set([26_000]))
    expect(answer).toMatchObject({ unit: 'millionsOfDollars' })
  })

  it('reads holdings that are dollars as text, and skips what is empty', async () => {
    const early = await fetchNyFed('SOMA_TOTAL', { ...call, since: '2000-01-01' })
    expect(early.ok && early.observations[0]).toEqual({ date: '2003-07-09', value: 652_078 })
    const bills = await fetchNyFed('SOMA_BILLS', { ...call, since: '2000-01-01' })
    expect(bills.ok && bills.observations[0]).toEqual(readingsOf('SOMA_BILLS')[0])
    const late = await fetchNyFed('SOMA_TOTAL', call)
    expect(late.ok && late.observations).toEqual(readingsOf('SOMA_TOTAL', call.since))
  })

  it('asks for enough business days to reach back to the date', async () => {
    const answer = await fetchNyFed('SOFR', call)
    expect(answer).toMatchObject({ ok: true, unit: 'percent' })
    const dates = answer.ok ? answer.observations.map(({ date }) => date).sort() : []
    expect(dates).toEqual(readingsOf('SOFR', call.since).map(({ date }) => date))
  })

  it.each([
    ['html', 'blocked'],
    ['cut', 'badAnswer'],
    ['broken', 'network'],
    ['tooMany', 'rateLimited'],
    ['hang', 'timeout'],
  ] as const)('answers a failure when the feed goes wrong: %s', async (wrong, kind) => {
    stubs.set('nyFed', wrong)
    for (const series of ['SOFR', 'REPO_TOTAL', 'SOMA_BILLS'] as const) {
      expect(await fetchNyFed(series, { ...call, timeoutMs: 200 })).toMatchObject({ ok: false, failure: { kind } })
    }
  })
})
