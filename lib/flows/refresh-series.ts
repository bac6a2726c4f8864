import 'server-only'
import { randomUUID } from 'node:crypto'
import { feedSeries, SOURCE_OF, STORED_SERIES_IDS, type StoredSeriesId } from '@/lib/core/feed-series'
import { listSeriesFeeds } from '@/lib/db/feed-states'
import { beatRefreshRun, claimRefreshRun, type RefreshRun, removeOldRuns } from '@/lib/db/refresh-runs'
import { findSeriesSetting, type SeriesSetting } from '@/lib/db/series-settings'
import { withHeartbeat } from '@/lib/flows/heartbeat'
import { type Refreshing, refreshOneSeries } from '@/lib/flows/refresh-one-series'

const DAY_MS = 86_400_000
const REMEMBERED_MS = 30 * DAY_MS

/** The right to do a refresh, and who has it. */
export interface Claim {
  userId: string
  worker: string
  run: RefreshRun
}

/** The series that the sources a user turned on can give. */
const seriesFrom = (setting: SeriesSetting): StoredSeriesId[] =>
  STORED_SERIES_IDS.filter((series) => feedSeries(series).feeds.some((feed) => setting[SOURCE_OF[feed]]))

/**
 * Claims a refresh of what the user turned on: a new one, or the one that died in the middle. Null when nothing is turned on, or while
 * another one of this user is at work. With `freshSince` the series that anybody has fetched since then are left out.
 */
export async function claimRefresh(userId: string, at: Date, freshSince?: Date): Promise<Claim | null> {
  const series = seriesFrom(await findSeriesSetting(userId))
  if (series.length === 0) return null
  const fresh = freshSince
    ? (await listSeriesFeeds()).filter(({ lastGoodAt }) => lastGoodAt && lastGoodAt >= freshSince)
    : []
  const wanted = series.filter((id) => !fresh.some((known) => known.series === id))
  if (wanted.length === 0) return null
  const worker = randomUUID()
  await removeOldRuns(userId, new Date(at.getTime() - REMEMBERED_MS))
  const run = await claimRefreshRun(userId, worker, wanted, at)
  return run && { userId, worker, run }
}

interface Means {
  signal: AbortSignal
  now?: () => Date
}

/**
 * Works a claim off, one series after the other, from where it stands. What the user turns off on the way is not asked any more. It
 * stops without a trace when it is told to, or when another worker has taken over; then the run can be resumed.
 */
export async function workRefresh(claim: Claim, { signal, now = () => new Date() }: Means): Promise<void> {
  const { userId, worker, run } = claim
  const own = { id: run.id, worker }
  const beat = () => beatRefreshRun(userId, own, {}, now())
  await withHeartbeat(beat, async () => {
    let { done, failed } = run
    const state = { serverKeyRefused: false }
    for (const series of run.series.slice(done)) {
      const work: Refreshing = { userId, setting: await findSeriesSetting(userId), now, signal, ...state }
      const good = await refreshOneSeries(series, work)
      if (signal.aborted) return
      state.serverKeyRefused = work.serverKeyRefused
      done += 1
      failed += good ? 0 : 1
      if (!(await beatRefreshRun(userId, own, { done, failed }, now()))) return
    }
    await beatRefreshRun(userId, own, { finishedAt: now() }, now())
  })
}
