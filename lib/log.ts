import 'server-only'
import pino from 'pino'
import { currentRequest } from '@/lib/request-context'

/** Tests say nothing unless LOG_LEVEL asks them to. */
const usual = process.env.VITEST ? 'silent' : 'info'

/**
 * The server's log: one line of JSON per entry, on the standard output, with the number of the request and its user's id where there is one.
 * No entry holds a name, an address, a key or a figure of anybody's portfolio: ids and codes only, and of an error its name, for its text may
 * quote what it was about.
 */
export const log = pino({
  level: process.env.LOG_LEVEL || usual,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  mixin: currentRequest,
})
