/** Postgres' codes for "the server is going, coming or full": nothing of the statement was kept, and later it may work. */
const SERVER_CODES = new Set(['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'])
/** No room on the disk or in memory, too many of something, a lock that was not to be had: the statement was undone, and later it may work. */
const RESOURCE_CODES = new Set(['53000', '53100', '53200', '53400', '55P03'])
/** The operating system's, for a server that is not there or went away in the middle. */
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
/** What pg says without any code. */
const SENTENCES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
]
/** Prisma's: not reachable, timed out, access while it closes, no connection in time, too many of them. */
const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037'])

const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined

const textOf = (error: unknown, name: string): string => String(fieldOf(error, name) ?? '')

/** True when a connection broke or none could be had, so that the fault is neither the statement's nor the user's. */
export function isConnectionError(error: unknown): boolean {
  const code = textOf(error, 'code')
  if (SERVER_CODES.has(code) || SOCKET_CODES.has(code)) return true
  return SENTENCES.some((sentence) => textOf(error, 'message').startsWith(sentence))
}

/** What an error is made of: Prisma keeps the adapter's under `meta`, the adapter keeps the server's as its cause. */
const withinOf = (error: unknown): unknown[] =>
  [fieldOf(error, 'cause'), fieldOf(fieldOf(error, 'meta'), 'driverAdapterError')].filter((inner) => inner != null)

/** `isConnectionError` for what Prisma makes of it, and for what found no connection, no time or no room: 503 and not 500. Nothing was kept. */
export function isDatabaseBusy(error: unknown): boolean {
  const codes = [textOf(error, 'code'), textOf(error, 'originalCode')]
  if (codes.some((code) => PRISMA_CODES.has(code) || RESOURCE_CODES.has(code))) return true
  return isConnectionError(error) || withinOf(error).some(isDatabaseBusy)
}
