import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'

/** The request that is being answered, for the lines of the log. */
interface Current {
  request: IncomingMessage & { tidemarkOutage?: boolean }
  userId?: string
}

// On globalThis, because pages, actions, routes and the start of the server are bundled apart and must mean the same one.
const kept = globalThis as { tidemarkRequest?: AsyncLocalStorage<Current> }

function storage(): AsyncLocalStorage<Current> {
  kept.tidemarkRequest ??= new AsyncLocalStorage()
  return kept.tidemarkRequest
}

/** Everything that is done for this request from here on knows that it is. */
export const enterRequest = (request: IncomingMessage): void => storage().enterWith({ request })

/** Says who is signed in at the request that is being answered. */
export function noteRequestUser(userId: string): void {
  const current = storage().getStore()
  if (current) current.userId = userId
}

/** Says that what failed is the database and not the page, which scripts/steps/request-number.mjs makes the status of the answer. */
export function noteOutage(): void {
  const current = storage().getStore()
  if (current) current.request.tidemarkOutage = true
}

/** The number of the request, which the server's preload gave it and its answer carries too, and who is signed in at it. */
export function currentRequest(): { requestId?: string; userId?: string } {
  const current = storage().getStore()
  if (!current) return {}
  const id = current.request.headers['x-request-id']
  return { ...(typeof id === 'string' && { requestId: id }), ...(current.userId && { userId: current.userId }) }
}
