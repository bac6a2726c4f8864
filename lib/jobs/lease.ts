import 'server-only'
import { completeJob, failJob, type LeasedJob, renewLease } from '@/lib/db/job-leases'
import type { Job } from '@/lib/jobs/job'
import { log } from '@/lib/log'
import { countJob } from '@/lib/metrics'

/** Well within the length of a lease, so that one renewal may fail. */
const RENEW_MS = 5_000

/** What went wrong, by name alone: the text of an error may quote what it was about. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^\w+$/.test(code) ? code : error.name
}

/** Does a job under its lease, and says to the queue how it went. The signal ends it when the process is to end or the lease was lost. */
export async function workUnderLease(job: Job, leased: LeasedJob, leaving: AbortSignal): Promise<void> {
  const lost = new AbortController()
  const renew = () => renewLease(leased).then((own) => own || lost.abort())
  const renewing = setInterval(() => void renew().catch(() => {}), RENEW_MS)
  try {
    await job.run(leased.data, AbortSignal.any([leaving, lost.signal]))
    await completeJob(leased)
    countJob(leased.name, 'done')
  } catch (error) {
    const stopped = leaving.aborted || lost.signal.aborted
    const code = stopped ? 'Stopped' : codeOf(error)
    countJob(leased.name, stopped ? 'handedBack' : 'failed')
    if (!stopped) log.error({ job: leased.name, jobId: leased.id, code }, 'A job failed.')
    // A queue that cannot be told gives the job to another once the lease is over.
    await failJob(leased, code).catch(() => {})
  } finally {
    clearInterval(renewing)
  }
}
