import 'server-only'
import { closeBoss } from '@/lib/db/job-boss'
import { requireEnv } from '@/lib/env'
import { startWorker } from '@/lib/jobs/worker'
import { log } from '@/lib/log'
import { serveMetrics } from '@/lib/serve-metrics'

const HOUR_MS = 3_600_000

/** The jobs in a process of their own, until it is told to end: `npm run worker`. */
export function startProcess(): void {
  requireEnv()
  serveMetrics()
  const worker = startWorker()
  log.info('The worker is ready.')
  // The clocks of the jobs keep no process alive, and the connections end while the database restarts.
  setInterval(() => {}, HOUR_MS)
  let leaving = false
  const leave = async () => {
    if (leaving) return
    leaving = true
    await worker.stop()
    await closeBoss()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void leave())
  process.on('disconnect', () => void leave())
}
