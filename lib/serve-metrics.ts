import 'server-only'
import { createServer, type Server } from 'node:http'
import { processEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { metrics } from '@/lib/metrics'

/** Serves the figures for Prometheus at /metrics on a port of their own; null when METRICS_PORT names none. */
export function serveMetrics(): Server | null {
  const { METRICS_PORT, METRICS_HOST } = processEnv()
  if (METRICS_PORT === undefined) return null
  const { registry } = metrics()
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end()
    void registry.metrics().then(
      (text) =>
        response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  // The pages are worth more than their figures.
  server.on('error', (error: NodeJS.ErrnoException) =>
    log.error({ code: error.code }, 'The figures for Prometheus are not served.'),
  )
  server.listen(METRICS_PORT, METRICS_HOST)
  server.unref()
  return server
}
