import { beforeEach, describe, expect, it } from 'vitest'
import { mergeSeries } from '@/lib/core/merge-series'
import type { SeriesId } from '@/lib/core/series'
import type { IsoDate } from '@/lib/core/units'
import { db } from '@/lib/db/client'
import { beatRefreshRun, claimRefreshRun, findRefreshRun } from '@/lib/db/refresh-runs'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/runs'
import { findLastBefore, listReplaced, readOwnSeries, readSharedSeries, storeObservations } from '@/lib/db/series'
import { listSeriesFiles, removeSeriesFiles, storeSeriesFiles } from '@/lib/db/series-files'
import {
  findSeriesSetting,
  listUsersWithSources,
  noteKeyRefused,
  setFredKey,
  setSource,
} from '@/lib/db/series-settings'
import { later, T0 } from '@/lib/db/test-clock'
import { newUser } from '@/lib/db/test-users'
import { removeUser } from '@/lib/db/users'

const since = '2020-01-01' as IsoDate
const at = (date: string, value: number) => ({ date: date as IsoDate, value })

const store = (series: SeriesId, observations: ReturnType<typeof at>[], when = T0) =>
  db().$transaction((tx) =>
    storeObservations({ series, observations, unit: 'percent', source: 'fredCsv', at: when }, tx),
  )

const readSeries = async (userId: string, since: IsoDate) =>
  mergeSeries(await readSharedSeries(since), await readOwnSeries(userId, since), since)

let userId: string
let stranger: string

beforeEach(async () => {
  await db().observation.deleteMany()
  await db().replacedObservation.deleteMany()
  userId = await newUser()
  stranger = await newUser()
})

describe('stored observations', () => {
  it('come back in the order of dates, all series at once', async () => {
    await store('DFF', [at('2026-11-19', 3.88), at('2026-11-18', 3.87), at('2019-11-18', 1.55)])
    await store('UNRATE', [at('2026-10-01', 4.2)])
    expect(await readSeries(userId, since)).toEqual({
      DFF: [at('2026-11-18', 3.87), at('2026-11-19', 3.88)],
      UNRATE: [at('2026-10-01', 4.2)],
    })
    expect(await findLastBefore('DFF', '2026-11-19' as IsoDate)).toEqual(at('2026-11-18', 3.87))
    expect(await findLastBefore('DFF', null)).toEqual(at('2026-11-19', 3.88))
  })

  it('are replaced by newer values, and the older stay readable', async () => {
    await store('DFF', [at('2026-11-18', 3.87), at('2026-11-19', 3.88)])
    await store('DFF', [at('2026-11-18', 3.87), at('2026-11-19', 3.89)], later(1000))
    expect(await readSeries(userId, since)).toEqual({ DFF: [at('2026-11-18', 3.87), at('2026-11-19', 3.89)] })
    expect(await listReplaced(10)).toEqual([
      { series: 'DFF', ...at('2026-11-19', 3.88), current: 3.89, fetchedAt: T0, replacedAt: later(1000) },
    ])
    const kept = await db().observation.findMany({ orderBy: { date: 'asc' } })
    expect(kept.map(({ fetchedAt }) => fetchedAt)).toEqual([T0, later(1000)])
  })

  it('keep every digit that a statistic has', async () => {
    await store('DFF', [at('2026-11-18', 0.1), at('2026-11-19', 1234567.12345678)])
    await store('DFF', [at('2026-11-18', 0.1), at('2026-11-19', 1234567.12345678)], later(1))
    expect(await listReplaced(10)).toEqual([])
    expect((await readSeries(userId, since)).DFF?.map(({ value }) => value)).toEqual([0.1, 1234567.12345678])
  })
})

describe("a user's files", () => {
  const give = (who: string, name: string, value: number, when = T0) =>
    storeSeriesFiles(who, [{ name, series: { DFF: [at('2026-11-19', value)] } }], when)

  it('go before what is fetched, for that user alone; the latest first', async () => {
    await store('DFF', [at('2026-11-18', 3.87), at('2026-11-19', 3.88)])
    await give(userId, 'a.csv', 3)
    await give(userId, 'b.csv', 4, later(1000))
    expect((await readSeries(userId, since)).DFF).toEqual([at('2026-11-18', 3.87), at('2026-11-19', 4)])
    expect((await readSeries(stranger, since)).DFF).toEqual([at('2026-11-18', 3.87), at('2026-11-19', 3.88)])
  })

  it('are replaced by a file of the same name, and removed by their owner alone', async () => {
    await give(userId, 'a.csv', 3)
    await give(userId, 'a.csv', 5, later(1000))
    const [file, ...others] = await listSeriesFiles(userId)
    expect(others).toEqual([])
    expect(file).toMatchObject({ name: 'a.csv', givenAt: later(1000) })
    expect(file?.contents).toEqual([{ series: 'DFF', count: 1, from: '2026-11-19', to: '2026-11-19' }])
    expect(await listSeriesFiles(stranger)).toEqual([])
    expect(await removeSeriesFiles(stranger, [file?.id ?? ''])).toBe(0)
    expect(await removeSeriesFiles(stranger, 'all')).toBe(0)
    expect((await readSeries(userId, since)).DFF).toEqual([at('2026-11-19', 5)])
    expect(await removeSeriesFiles(userId, 'all')).toBe(1)
    expect(await readSeries(userId, since)).toEqual({})
  })

  it('are stored all or none', async () => {
    const bad = { name: 'bad.csv', series: { DFF: [at('2026-11-19', Number.NaN)] } }
    const good = { name: 'good.csv', series: { DFF: [at('2026-11-19', 3)] } }
    await expect(storeSeriesFiles(userId, [good, bad], T0)).rejects.toThrow()
    expect(await listSeriesFiles(userId)).toEqual([])
  })

  it('go with their user', async () => {
    await give(userId, 'a.csv', 3)
    await removeUser(userId)
    expect(await db().seriesFile.count({ where: { userId } })).toBe(0)
  })
})

describe('the setting', () => {
  it('is off until it is turned on, by its owner', async () => {
    expect(await findSeriesSetting(userId)).toMatchObject({ fred: false, nyFed: false, treasury: false })
    await setSource(userId, 'nyFed', true)
    expect(await findSeriesSetting(userId)).toMatchObject({ fred: false, nyFed: true, treasury: false })
    expect(await findSeriesSetting(stranger)).toMatchObject({ nyFed: false })
    expect(await listUsersWithSources()).toEqual([userId])
    await setSource(userId, 'nyFed', false)
    expect(await listUsersWithSources()).toEqual([])
  })

  it('forgets the refusal of a key with the key', async () => {
    await setFredKey(userId, 'one')
    await noteKeyRefused(stranger, 'one', T0)
    await noteKeyRefused(userId, 'another', T0)
    expect(await findSeriesSetting(userId)).toMatchObject({ sealedKey: 'one', keyRefusedAt: null })
    await noteKeyRefused(userId, 'one', T0)
    expect(await findSeriesSetting(userId)).toMatchObject({ keyRefusedAt: T0 })
    await setFredKey(userId, 'two')
    expect(await findSeriesSetting(userId)).toMatchObject({ sealedKey: 'two', keyRefusedAt: null })
  })
})

describe('a refresh', () => {
  const claim = (who: string, worker: string, when = T0) => claimRefreshRun(who, worker, ['DFF', 'UNRATE'], when)
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()]

  it('has one worker, also when two ask at the same moment', async () => {
    const claims = await Promise.all([claim(userId, a), claim(userId, b)])
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await claim(stranger, crypto.randomUUID())).not.toBeNull()
    expect(await claim(userId, crypto.randomUUID(), later(HEARTBEAT_PATIENCE_MS))).toBeNull()
  })

  it('is taken up where it stood once its worker is silent, and the old worker is told', async () => {
    const first = await claim(userId, a)
    if (!first) throw new Error('no run')
    expect(await beatRefreshRun(userId, { id: first.id, worker: a }, { done: 1 }, later(10))).toBe(true)
    const when = later(HEARTBEAT_PATIENCE_MS + 11)
    expect(await claim(userId, b, when)).toMatchObject({ id: first.id, done: 1, series: ['DFF', 'UNRATE'] })
    expect(await beatRefreshRun(userId, { id: first.id, worker: a }, { done: 2 }, when)).toBe(false)
    expect(await beatRefreshRun(stranger, { id: first.id, worker: b }, { done: 2 }, when)).toBe(false)
    expect(await beatRefreshRun(userId, { id: first.id, worker: b }, { done: 2, finishedAt: when }, when)).toBe(true)
    expect(await findRefreshRun(userId)).toMatchObject({ done: 2, finishedAt: when })
    expect(await findRefreshRun(stranger)).toBeNull()
    expect(await claim(userId, a, when)).toMatchObject({ done: 0 })
  })
})
