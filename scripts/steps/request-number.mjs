// Preloaded into the web server: every request gets a number of its own, under which the log speaks of it; every answer names it and has
// the strict headers, and 503 where the database was the fault. It is done here because not every answer passes the application's own code: files of the build do not, nor redirects of
// the framework's own, nor uploads.
import { randomUUID } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { STRICT_HEADERS } from './strict-headers.mjs'

const HEADER = 'x-request-id'
const A_YEAR = 31_536_000
const RETRY_SECONDS = '5'

/** Over https a browser shall ask in no other way again. */
const secure = process.env.NEXTAUTH_URL?.startsWith('https:') ?? false

subscribe('http.server.request.start', (message) => {
  const { request, response } =
    /** @type {{ request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse }} */ (
      message
    )
  const id = randomUUID()
  request.headers[HEADER] = id
  response.setHeader(HEADER, id)
  for (const { key, value } of STRICT_HEADERS) response.setHeader(key, value)
  if (secure) response.setHeader('Strict-Transport-Security', `max-age=${A_YEAR}; includeSubDomains`)
  tellOutage(request, response)
})

/**
 * A page can fail with 500 only. When it was the database that could not be had (lib/request-context.ts notes it), the answer says 503: nothing
 * is wrong with the request, and later it may work.
 * @param {import('node:http').IncomingMessage & { tidemarkOutage?: boolean }} request @param {import('node:http').ServerResponse} response
 */
function tellOutage(request, response) {
  const { writeHead } = response
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {number} */ status, /** @type {unknown[]} */ ...more) => {
      const out = status === 500 && request.tidemarkOutage
      if (out) response.setHeader('Retry-After', RETRY_SECONDS)
      return Reflect.apply(writeHead, response, [out ? 503 : status, ...more])
    }
  )
}
