import { beforeEach, describe, expect, it } from 'vitest'
import { snapshotDate } from '@/lib/core/regime-snapshot'
import type { Observation, SeriesSet } from '@/lib/core/series'
import { daysBefore, type IsoDate } from '@/lib/core/units'
import { storeSeriesFiles } from '@/lib/db/series-files'
import { newUser } from '@/lib/db/test-users'
import { measuredRegime } from '@/lib/flows/measured-regime'

const NOW = new Date('2027-03-01T00:00:00Z')
const TODAY = '2027-03-01' as IsoDate
const DAYS = 400

let userId: string
beforeEach(async () => {
  userId = await newUser()
})

/** One value a day for more than a year, up to some days ago; `at` counts the days from the first. */
const daily = (at: (day: number) => number, until = 1): Observation[] =>
  Array.from({ length: DAYS }, (_, day) => ({ date: daysBefore(TODAY, DAYS + until - day), value: at(day) }))

/** Easing by every measure: the balance sheet grows, the rate falls and is expected to fall further. */
const easing = (until?: number): SeriesSet => ({
  WSHOSHO: daily((day) => 6_000_000 + day * 2_000, until),
  DFF: daily((day) => 5 - day / 200, until),
  DGS2: daily((day) => 3.5 - day / 200, until),
})

const give = (series: SeriesSet) => storeSeriesFiles(userId, [{ name: 'all.csv', series }], NOW)

describe('measuredRegime', () => {
  it('rests on the shipped readings, aged to the day, when nothing is stored', async () => {
    const measured = await measuredRegime(userId, TODAY)
    expect(measured).toMatchObject({
      from: 'snapshot',
      evaluation: { measuredOn: snapshotDate(), state: 'unknown', targets: 'neutral', mayPropose: false },
    })
  })

  it('rests on the stored series when they reach further', async () => {
    await give(easing())
    const measured = await measuredRegime(userId, TODAY)
    expect(measured).toMatchObject({
      from: 'stored',
      evaluation: { friday: '2027-02-26', state: 'postQt', mayPropose: true },
    })
  })

  it('never looks into the future of the day asked for', async () => {
    await give(easing())
    const measured = await measuredRegime(userId, '2027-01-10' as IsoDate)
    expect(measured?.evaluation.friday).toBe('2027-01-08')
    expect((await measuredRegime(userId, '2013-12-31' as IsoDate)) ?? null).toBeNull()
  })

  it('ages stored series that end', async () => {
    await give(easing(40))
    expect((await measuredRegime(userId, TODAY))?.evaluation).toMatchObject({ state: 'unknown', mayPropose: false })
  })

  it('stays with the shipped readings when no Friday of the stored series can be measured', async () => {
    const { WSHOSHO = [], DFF = [] } = easing()
    await give({ WSHOSHO, DFF })
    expect(await measuredRegime(userId, TODAY)).toMatchObject({ from: 'snapshot' })
  })

  it('uses a user’s files for that user alone', async () => {
    await give(easing())
    expect(await measuredRegime(await newUser(), TODAY)).toMatchObject({ from: 'snapshot' })
  })
})
