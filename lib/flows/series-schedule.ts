import 'server-only'
import { listUsersWithDeadRuns } from '@/lib/db/refresh-runs'
import { listUsersWithSources } from '@/lib/db/series-settings'
import { type Claim, claimRefresh, workRefresh } from '@/lib/flows/refresh-series'

const HOUR_MS = 3_600_000
const PERIOD_MS = 6 * HOUR_MS
/** So much the period varies, so that not every installation asks at the same minute. */
const JITTER = 0.1
const FIRST_MS = 60_000
/** What anybody fetched within this time is not fetched again by the clock. */
const FRESH_MS = 3 * HOUR_MS

interface Schedule {
  timer: NodeJS.Timeout | null
  leaving: AbortController
}

const kept = globalThis as { tidemarkSeries?: Schedule }

/** One of the process: actions and the start of the server are bundled apart, and each would have its own. */
function schedule(): Schedule {
  if (!kept.tidemarkSeries) {
    const leaving = new AbortController()
    kept.tidemarkSeries = { timer: null, leaving }
    process.once('SIGTERM', () => {
      leaving.abort()
      stop()
    })
  }
  return kept.tidemarkSeries
}

function stop(): void {
  const { timer } = schedule()
  if (timer) clearTimeout(timer)
  schedule().timer = null
}

/** Works a claim off beside the request that made it, until the server is told to end. */
export async function workInBackground(claim: Claim): Promise<void> {
  // Nobody waits for it, and the run tells how far it came. The name alone: an error's text may quote what it was about.
  await workRefresh(claim, { signal: schedule().leaving.signal }).catch((error: unknown) =>
    console.error('A refresh of the series stopped:', error instanceof Error ? error.name : 'unknown error'),
  )
}

/** Starts the clock while anybody has a source turned on, and stops it when the last one is turned off. */
export async function armSeriesSchedule(after = PERIOD_MS): Promise<void> {
  const users = await listUsersWithSources()
  if (users.length === 0 || schedule().leaving.signal.aborted) return stop()
  if (schedule().timer) return
  const delay = after * (1 - JITTER + 2 * JITTER * Math.random())
  schedule().timer = setTimeout(() => void tick(), delay)
  schedule().timer?.unref()
}

async function tick(): Promise<void> {
  stop()
  await refreshForAll().catch(() => {})
  await armSeriesSchedule().catch(() => {})
}

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
