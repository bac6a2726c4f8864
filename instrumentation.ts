import type { Instrumentation } from 'next'

/** Runs once when a server starts: no start without its settings, then the eyes on the requests, the figures and the jobs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { requireEnv } = await import('@/lib/env')
  requireEnv()
  const { startServer } = await import('@/lib/jobs/start-server')
  startServer()
}

/** An error that nobody caught, by its digest, which the visitor sees too: its text may quote what it was about. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ log }, { isDatabaseBusy }, { noteOutage }] = await Promise.all([
    import('@/lib/log'),
    import('@/lib/db/connection-errors'),
    import('@/lib/request-context'),
  ])
  if (isDatabaseBusy(error)) noteOutage()
  const { name, digest } = error as { name?: string; digest?: string }
  log.error({ code: name, digest, route: routePath, kind: routeType }, 'A page, an action or a route failed.')
}
