import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { routeGroup } from '@/lib/core/route-group'
import { log } from '@/lib/log'
import { countRequest } from '@/lib/metrics'
import { currentRequest, enterRequest } from '@/lib/request-context'

const READING = ['GET', 'HEAD', 'OPTIONS']
const METHODS = [...READING, 'POST', 'PUT', 'PATCH', 'DELETE']
const FAILED = 400
const BROKEN = 500

interface Begun {
  request: IncomingMessage
  response: ServerResponse
}

/** Counts every request of this process, and writes those that change something or fail into the log. */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Begun
    const began = performance.now()
    enterRequest(request)
    const route = routeGroup((request.url ?? '').split('?', 1)[0] ?? '')
    response.once('close', () => tell(request, response, { route, ms: performance.now() - began }))
  })
}

function tell(
  { method = '' }: IncomingMessage,
  { statusCode, writableFinished }: ServerResponse,
  { route, ms }: { route: string; ms: number },
): void {
  const known = METHODS.includes(method) ? method : 'other'
  const status = writableFinished ? String(statusCode) : 'broken'
  countRequest({ route, method: known, status }, ms / 1000)
  if (READING.includes(known) && statusCode < FAILED) return
  const level = statusCode >= BROKEN ? 'error' : statusCode >= FAILED ? 'warn' : 'info'
  log[level]({ route, method: known, status, ms: Math.round(ms), ...currentRequest() }, 'request')
}
