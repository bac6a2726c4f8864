import 'server-only'
import { expireLeases, type LeasedJob, listDueNames, takeJobs } from '@/lib/db/job-leases'
import { onEnqueued } from '@/lib/db/job-queue'
import { resumePriceRuns } from '@/lib/flows/price-schedule'
import { resumeSeriesRuns } from '@/lib/flows/series-schedule'
import { JOBS } from '@/lib/jobs/all-jobs'
import { workUnderLease } from '@/lib/jobs/lease'
import { repeat } from '@/lib/jobs/repeat'
import { queueRounds } from '@/lib/jobs/rounds'

/** How often it looks for what other processes queued; what its own queues it hears of at once. */
const LOOK_MS = 2_000
const EXPIRE_MS = 10_000
const RESUME_MS = 20_000
const ROUNDS_MS = 60_000
/** Told to end, it lets what it has begun come to an end for so long. */
const PATIENCE_MS = 8_000

export interface Worker {
  /** Takes nothing more, and answers once everything is finished or handed back. */
  stop: () => Promise<void>
}

/** Works the queue off in this process. Of several processes on one database each job is one's. */
export function startWorker(): Worker {
  const leaving = new AbortController()
  const running = new Set<{ leased: LeasedJob; work: Promise<void> }>()
  const begin = (leased: LeasedJob) => {
    const entry = { leased, work: workUnderLease(JOBS[leased.name], leased, leaving.signal) }
    running.add(entry)
    void entry.work.finally(() => {
      running.delete(entry)
      look.now()
    })
  }
  const look = repeat('Looking for jobs', LOOK_MS, async () => {
    for (const name of await listDueNames()) {
      const busy = [...running].filter(({ leased }) => leased.name === name).length
      const free = JOBS[name].atOnce - busy
      if (free <= 0 || leaving.signal.aborted) continue
      for (const leased of await takeJobs(name, free)) begin(leased)
    }
  })
  const clocks = [
    look,
    repeat('Ending leases', EXPIRE_MS, expireLeases),
    repeat('Resuming what died', RESUME_MS, async () => {
      await resumePriceRuns(new Date())
      await resumeSeriesRuns(new Date())
    }),
    repeat('Queueing the rounds', ROUNDS_MS, () => queueRounds(new Date())),
  ]
  onEnqueued(look.now)
  const stop = async () => {
    onEnqueued(undefined)
    leaving.abort()
    await Promise.all(clocks.map((clock) => clock.stop()))
    await Promise.race([
      Promise.all([...running].map(({ work }) => work)),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref()),
    ])
  }
  return { stop }
}
