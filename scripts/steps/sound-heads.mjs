// Preloaded into the web server: refuses by its head alone what is too long, before any of it is read, and what is no address. The framework
// copies a body before the application's own code sees it, so that a refusal would come after it; an address that cannot be read is a fault to it.
import { Server } from 'node:http'

/** No form and no request of a program is longer. */
const LONGEST = 1_048_576
/** They take files, are not copied, and have limits of their own. */
const FOR_FILES = ['/api/archive', '/api/positions-files', '/api/plan-file', '/api/series-files']

/** @param {string} path */
function isReadable(path) {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** @param {import('node:http').IncomingMessage} request @returns {[status: number, error: string] | null} */
function faultOf({ url = '', headers }) {
  const path = url.split('?')[0] ?? ''
  if (!isReadable(path)) return [400, 'invalid']
  return Number(headers['content-length'] ?? 0) > LONGEST && !FOR_FILES.includes(path) ? [413, 'tooLong'] : null
}

const { emit } = Server.prototype
Server.prototype.emit = /** @type {typeof emit} */ (
  function (event, ...args) {
    const fault = event === 'request' ? faultOf(args[0]) : null
    if (!fault) return Reflect.apply(emit, this, [event, ...args])
    /** @type {import('node:http').ServerResponse} */
    const response = args[1]
    const head = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' }
    response.writeHead(fault[0], head).end(JSON.stringify({ error: fault[1] }))
    return true
  }
)
