import 'server-only'
import { processEnv } from '@/lib/env'
import { startWorker } from '@/lib/jobs/worker'
import { quietConsole } from '@/lib/quiet-console'
import { serveMetrics } from '@/lib/serve-metrics'
import { watchRequests } from '@/lib/watch-requests'

/** What the web server does beside answering: it counts and logs its requests, and does the jobs unless a process of their own does. */
export function startServer(): void {
  quietConsole()
  watchRequests()
  serveMetrics()
  if (processEnv().JOBS !== 'inline') return
  const worker = startWorker()
  const state = globalThis as { tidemarkLeaving?: Promise<void> }
  process.once('SIGTERM', () => {
    state.tidemarkLeaving = worker.stop()
  })
}
