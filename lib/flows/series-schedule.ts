import 'server-only'
import { listUsersWithDeadRuns } from '@/lib/db/refresh-runs'
import { listUsersWithSources } from '@/lib/db/series-settings'
import { type Claim, claimRefresh, workRefresh } from '@/lib/flows/refresh-series'
import { armClock, untilLeaving } from '@/lib/flows/round-clock'

const HOUR_MS = 3_600_000
const FIRST_MS = 60_000
/** What anybody fetched within this time is not fetched again by the clock. */
const FRESH_MS = 3 * HOUR_MS

const NAME = 'series'
const ROUNDS = {
  periodMs: 6 * HOUR_MS,
  wanted: async () => (await listUsersWithSources()).length > 0,
  work: refreshForAll,
}

/** Works a claim off beside the request that made it, until the server is told to end. */
export async function workInBackground(claim: Claim): Promise<void> {
  // Nobody waits for it, and the run tells how far it came. The name alone: an error's text may quote what it was about.
  await workRefresh(claim, { signal: untilLeaving(NAME) }).catch((error: unknown) =>
    console.error('A refresh of the series stopped:', error instanceof Error ? error.name : 'unknown error'),
  )
}

/** Starts the clock while anybody has a source turned on, and stops it when the last one is turned off. */
export const armSeriesSchedule = (after?: number): Promise<void> => armClock(NAME, ROUNDS, after)

async function refreshForAll(): Promise<void> {
  for (const userId of await listUsersWithSources()) {
    const at = new Date()
    const claim = await claimRefresh(userId, at, new Date(at.getTime() - FRESH_MS))
    if (claim) await workInBackground(claim)
  }
}

/** At the start of a server: takes up what died with the last one, then waits a little before the first round. */
export async function startSeriesSchedule(): Promise<void> {
  for (const userId of await listUsersWithDeadRuns(new Date())) {
    const claim = await claimRefresh(userId, new Date())
    if (claim) void workInBackground(claim)
  }
  await armSeriesSchedule(FIRST_MS)
}
