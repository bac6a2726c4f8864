import 'server-only'
import pino from 'pino'

/**
 * The server's log: one line of JSON per entry, on the standard output. No entry holds a name, an address, a key or a figure of
 * anybody's portfolio: ids and codes only, and of an error its name, for its text may quote what it was about.
 */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime })
