import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FeedStubs, feedAddresses, startFeedStubs } from '@/e2e/stubs/feeds'
import { GOOD_KEY } from '@/e2e/stubs/fred'
import { readingsOf } from '@/e2e/stubs/numbers'
import type { StoredSeriesId } from '@/lib/core/feed-series'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { listFeedStates, listSeriesFeeds } from '@/lib/db/feed-states'
import { findRefreshRun } from '@/lib/db/refresh-runs'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/runs'
import { listReplaced, readSharedSeries, storeObservations } from '@/lib/db/series'
import { findSeriesSetting, setSource } from '@/lib/db/series-settings'
import { newUser } from '@/lib/db/test-users'
import { saveFredKey } from '@/lib/flows/fred-key'
import { readSeriesSet } from '@/lib/flows/read-series'
import { type Claim, claimRefresh, workRefresh } from '@/lib/flows/refresh-series'

const SINCE = '2002-01-01' as IsoDate
const BAD_KEY = 'z'.repeat(32)
let stubs: FeedStubs
let userId: string

beforeAll(async () => {
  stubs = await startFeedStubs()
  for (const [name, value] of Object.entries(feedAddresses(stubs.origin))) vi.stubEnv(name, value)
  vi.stubEnv('FEED_TIMEOUT_MS', '1000')
  vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(43))
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
})
afterAll(() => stubs.stop())

beforeEach(async () => {
  stubs.heal()
  stubs.requests.length = 0
  for (const table of [db().observation, db().replacedObservation, db().seriesFeed, db().feedState] as const)
    await (table as { deleteMany: () => Promise<unknown> }).deleteMany()
  userId = await newUser()
})

const signal = new AbortController().signal

async function refresh(...only: StoredSeriesId[]): Promise<void> {
  const claim = await claimRefresh(userId, new Date())
  if (!claim) throw new Error('no claim')
  if (only.length > 0) await db().refreshRun.update({ where: { id: claim.run.id }, data: { series: only } })
  await workRefresh(only.length > 0 ? { ...claim, run: { ...claim.run, series: only } } : claim, { signal })
}

const stored = () => readSharedSeries(SINCE)
const feedOf = async (series: StoredSeriesId) => (await listSeriesFeeds()).find((row) => row.series === series)
const asked = (feed: string) => stubs.requests.filter((path) => path.startsWith(`/${feed}/`)).length

describe('a refresh', () => {
  it('asks nobody until the user has turned a source on', async () => {
    expect(await claimRefresh(userId, new Date())).toBeNull()
    await setSource(userId, 'treasury', true)
    await refresh()
    expect(asked('treasury')).toBe(1)
    expect(stubs.requests).toHaveLength(1)
    expect(Object.keys(await stored())).toEqual(['TGA_CLOSE'])
  })

  it('fetches what is turned on, without a key by the download, and the second time only what may be new', async () => {
    await setSource(userId, 'fred', true)
    await setSource(userId, 'nyFed', true)
    await refresh()
    expect(asked('fredApi')).toBe(0)
    expect(await stored()).toMatchObject({ WALCL: readingsOf('WALCL'), SOMA_BILLS: readingsOf('SOMA_BILLS') })
    expect(await findRefreshRun(userId)).toMatchObject({ done: 27, failed: 0 })
    expect((await findRefreshRun(userId))?.finishedAt).not.toBeNull()
    const reading = await readSeriesSet(userId, { asOf: new Date().toISOString().slice(0, 10) as IsoDate })
    expect(reading.kind).toBe('stored')
    expect(new Set(reading.standings.map(({ series, state }) => (series === 'TGA_CLOSE' ? 'fresh' : state)))).toEqual(
      new Set(['fresh']),
    )
    expect(reading.series).toEqual(await stored())
    stubs.requests.length = 0
    await db().observation.deleteMany({ where: { series: 'WALCL', date: { gt: new Date('2026-06-01') } } })
    await refresh('WALCL')
    const again = await readSeriesSet(userId, { asOf: new Date().toISOString().slice(0, 10) as IsoDate })
    expect(again.series.WALCL, 'what is kept is read again once something was fetched').toEqual((await stored()).WALCL)
    const start = new URL(`http://x${stubs.requests[0]}`).searchParams.get('cosd') ?? ''
    const newest = readingsOf('WALCL').findLast(({ date }) => date <= '2026-06-01')
    expect(Date.parse(newest?.date ?? '') - Date.parse(start)).toBe(60 * 86_400_000)
  }, 60_000)

  it("asks FRED's interface with the user's key, and falls back when it does not answer", async () => {
    await setSource(userId, 'fred', true)
    expect(await saveFredKey(userId, 'too short')).toBe(false)
    expect(await saveFredKey(userId, ` ${GOOD_KEY} `)).toBe(true)
    await refresh('WALCL')
    expect([asked('fredApi'), asked('fredCsv')]).toEqual([2, 0])
    expect(await feedOf('WALCL')).toMatchObject({ source: 'fredApi', failingSince: null })
    stubs.set('fredApi', 'broken')
    await refresh('DFF')
    expect(await feedOf('DFF')).toMatchObject({ source: 'fredCsv', failure: null })
    expect((await stored()).DFF).toEqual(readingsOf('DFF'))
  })

  it('does not try a refused key again, and uses the download', async () => {
    await setSource(userId, 'fred', true)
    await saveFredKey(userId, BAD_KEY)
    await refresh('WALCL', 'DFF', 'UNRATE')
    expect([asked('fredApi'), asked('fredCsv')]).toEqual([1, 3])
    expect((await findSeriesSetting(userId)).keyRefusedAt).not.toBeNull()
    expect((await listFeedStates()).find(({ feed }) => feed === 'fredApi')?.failingSince).toBeNull()
  })

  it('keeps the key out of every stored row and of what the server prints', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name))
    await setSource(userId, 'fred', true)
    await saveFredKey(userId, BAD_KEY)
    await refresh('WALCL')
    await saveFredKey(userId, GOOD_KEY)
    for (const wrong of ['html', 'hang', 'cut', null] as const) {
      stubs.set('fredApi', wrong)
      await db().feedState.deleteMany()
      await refresh('WALCL')
    }
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
    for (const { name } of tables) {
      const rows = await db().$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`)
      expect(
        rows.filter(({ row }) => row.includes(GOOD_KEY) || row.includes(BAD_KEY)),
        name,
      ).toEqual([])
    }
    const said = JSON.stringify(printed.map((spy) => spy.mock.calls))
    expect(said.includes(GOOD_KEY) || said.includes(BAD_KEY)).toBe(false)
    for (const spy of printed) spy.mockRestore()
  })
})

describe('what goes wrong', () => {
  it.each([
    ['html', 'blocked'],
    ['hang', 'timeout'],
    ['tooMany', 'rateLimited'],
    ['broken', 'network'],
    ['billionsUnsaid', 'badAnswer'],
  ] as const)('%s: the stored values stay, and the series is marked', async (wrong, failure) => {
    await setSource(userId, 'fred', true)
    await refresh('WALCL')
    const before = await stored()
    stubs.set('fredCsv', wrong)
    await refresh('WALCL')
    expect(await stored()).toEqual(before)
    expect(await listReplaced(10)).toEqual([])
    const row = await feedOf('WALCL')
    expect(row).toMatchObject({ failure })
    expect(row?.failingSince).not.toBeNull()
    expect(row?.lastGoodAt).not.toBeNull()
    stubs.heal()
    await db().feedState.deleteMany()
    await refresh('WALCL')
    expect(await feedOf('WALCL')).toMatchObject({ failure: null, failingSince: null, refused: [] })
    const asOf = new Date().toISOString().slice(0, 10) as IsoDate
    expect((await readSeriesSet(userId, { asOf })).series).toEqual(before)
  })

  it('shows the values that it did not believe', async () => {
    await setSource(userId, 'fred', true)
    stubs.set('fredCsv', 'billionsUnsaid')
    await refresh('WRESBAL')
    const refused = (await feedOf('WRESBAL'))?.refused ?? []
    expect(refused).toHaveLength(5)
    for (const { date, value, reason } of refused) {
      const said = readingsOf('WRESBAL').find((reading) => reading.date === date)
      expect({ value, reason }).toEqual({ value: (said?.value ?? 0) / 1000, reason: 'otherUnits' })
    }
    expect(await stored()).toEqual({})
  })

  it('reads billions where FRED says billions', async () => {
    await setSource(userId, 'fred', true)
    await saveFredKey(userId, GOOD_KEY)
    stubs.set('fredApi', 'billions')
    await refresh('WTREGEN')
    expect((await stored()).WTREGEN).toEqual(readingsOf('WTREGEN'))
  })

  it('leaves a feed alone after three failures, and as long as it asks', async () => {
    await setSource(userId, 'fred', true)
    stubs.set('fredCsv', 'broken')
    await refresh('WALCL', 'DFF', 'UNRATE', 'SOFR', 'IORB')
    expect(asked('fredCsv')).toBe(3)
    expect(await findRefreshRun(userId)).toMatchObject({ done: 5, failed: 5 })
    expect(await feedOf('IORB')).toMatchObject({ failure: 'waiting' })
    await db().feedState.deleteMany()
    stubs.set('fredCsv', 'tooMany')
    await refresh('WALCL', 'DFF')
    expect(asked('fredCsv')).toBe(4)
    const state = (await listFeedStates()).find(({ feed }) => feed === 'fredCsv')
    expect((state?.nextTryAt?.getTime() ?? 0) - (state?.lastTriedAt?.getTime() ?? 0)).toBe(120_000)
  })

  it('keeps the replaced value readable', async () => {
    await setSource(userId, 'fred', true)
    const [last] = readingsOf('WALCL').slice(-1)
    const old = { date: last?.date as IsoDate, value: 7_000_000 }
    await db().$transaction((tx) =>
      storeObservations(
        { series: 'WALCL', observations: [old], unit: 'millionsOfDollars', source: 'fredCsv', at: new Date() },
        tx,
      ),
    )
    await refresh('WALCL')
    expect(await listReplaced(5)).toMatchObject([{ series: 'WALCL', value: 7_000_000, current: last?.value }])
  })
})

describe('resuming', () => {
  const halt = new AbortController()

  async function interrupted(): Promise<Claim> {
    const claim = await claimRefresh(userId, new Date())
    if (!claim) throw new Error('no claim')
    let calls = 0
    // The server is told to end while the third series is on its way.
    const now = () => {
      calls += 1
      if (asked('fredCsv') >= 3 && calls > 0) halt.abort()
      return new Date()
    }
    await workRefresh(claim, { signal: halt.signal, now })
    return claim
  }

  it('goes on where a stopped server left off', async () => {
    await setSource(userId, 'fred', true)
    const claim = await interrupted()
    const left = await findRefreshRun(userId)
    expect(left).toMatchObject({ id: claim.run.id, finishedAt: null })
    expect(left?.done).toBeGreaterThan(0)
    expect(left?.done).toBeLessThan(4)
    expect(await claimRefresh(userId, new Date())).toBeNull()
    const requests = asked('fredCsv')
    const resumed = await claimRefresh(userId, new Date(Date.now() + HEARTBEAT_PATIENCE_MS + 1000))
    expect(resumed?.run).toMatchObject({ id: claim.run.id, done: left?.done })
    if (resumed) await workRefresh(resumed, { signal })
    expect(asked('fredCsv') - requests).toBe(24 - (left?.done ?? 0))
    expect(await findRefreshRun(userId)).toMatchObject({ id: claim.run.id, done: 24, failed: 0 })
  }, 60_000)

  it('stops when the user turns the source off on the way', async () => {
    await setSource(userId, 'fred', true)
    const claim = await claimRefresh(userId, new Date())
    await setSource(userId, 'fred', false)
    if (claim) await workRefresh(claim, { signal })
    expect(stubs.requests).toEqual([])
  })

  it('leaves out what anybody has fetched a moment ago, when the clock asks', async () => {
    await setSource(userId, 'treasury', true)
    await refresh()
    const hourAgo = new Date(Date.now() - 3_600_000)
    expect(await claimRefresh(userId, new Date(), hourAgo)).toBeNull()
    await setSource(userId, 'nyFed', true)
    const claim = await claimRefresh(userId, new Date(), hourAgo)
    expect(claim?.run.series).toEqual(['SOFR', 'SOMA_BILLS', 'SOMA_TOTAL', 'REPO_TOTAL'])
  })
})
