import 'server-only'
import { enqueue } from '@/lib/db/job-queue'
import { findOwnRefreshRun, listUsersWithDeadRuns } from '@/lib/db/refresh-runs'
import { listUsersWithSources } from '@/lib/db/series-settings'
import { claimRefresh, workRefresh } from '@/lib/flows/refresh-series'
import { Unfinished } from '@/lib/flows/unfinished'

/** What anybody fetched within this time is not fetched again by a round. */
const FRESH_MS = 3 * 3_600_000

/** A claimed refresh as it waits for a worker. */
export interface SeriesJob {
  userId: string
  worker: string
  /** ISO text. Then the next user follows, with the series that nobody has fetched since. */
  freshSince?: string | undefined
}

/** Claims a refresh and queues its work; false when nothing is turned on or new enough, or one of this user is at work. */
export async function startSeriesRefresh(userId: string, at: Date, freshSince?: string): Promise<boolean> {
  const claim = await claimRefresh(userId, at, freshSince ? new Date(freshSince) : undefined)
  if (!claim) return false
  const job: SeriesJob = { userId, worker: claim.worker, freshSince }
  await enqueue('series', job, { key: claim.worker })
  return true
}

/** Works off what was claimed, from where it stands. Throws `Unfinished` when it is to be gone on with. */
export async function workSeriesJob({ userId, worker, freshSince }: SeriesJob, signal: AbortSignal): Promise<void> {
  const run = await findOwnRefreshRun(userId, worker)
  if (run) await workRefresh({ userId, worker, run }, { signal })
  if (await findOwnRefreshRun(userId, worker)) throw new Unfinished()
  if (freshSince) await startAfter(userId, freshSince)
}

/** One user at a time, because what one of them fetches the next need not. */
async function startAfter(last: string, freshSince: string): Promise<void> {
  const users = (await listUsersWithSources()).filter((userId) => userId > last).sort()
  for (const userId of users) if (await startSeriesRefresh(userId, new Date(), freshSince)) return
}

/** One round: what those who have a source turned on want and nobody fetched lately. */
export const startSeriesRound = (at: Date): Promise<void> =>
  startAfter('', new Date(at.getTime() - FRESH_MS).toISOString())

/** Takes up the refreshes whose worker has gone silent and whose job is lost too. */
export async function resumeSeriesRuns(at: Date): Promise<void> {
  for (const userId of await listUsersWithDeadRuns(at)) await startSeriesRefresh(userId, at)
}
