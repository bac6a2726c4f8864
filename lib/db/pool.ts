import pg from 'pg'
import { isConnectionError } from '@/lib/db/connection-errors'

/** The largest number of connections one process opens; the embedded database multiplexes them onto one session. */
const POOL_SIZE = 10
/** How long a query waits for a connection before it is refused. */
const CONNECT_PATIENCE_MS = 2_500
/** An unused connection is kept as long: a new one costs the embedded database a turn. */
const IDLE_MS = 60_000
/** How long a statement waits for another's lock. More than a transaction may take, whose own end comes first and says more. */
const LOCK_PATIENCE_MS = 12_000
/** A restarted server refuses for a moment; the one retry comes after it. */
const RETRY_AFTER_MS = 300

/** A statement that reads and takes no lock may be sent again without harm. */
const isRead = (text: string): boolean =>
  /^\s*SELECT\b/i.test(text) && !/\bFOR\s+(NO\s+KEY\s+)?(UPDATE|SHARE)\b/i.test(text)

const textOf = (given: unknown): string =>
  typeof given === 'string' ? given : String((given as { text?: unknown } | null)?.text ?? '')

/**
 * The connections of this process. A read outside of a transaction whose connection broke is sent once more, so that a restart of the
 * database is not seen by who only looks; a write never is, for nobody knows whether the first was kept.
 */
export class Pool extends pg.Pool {
  /** When a connection last broke or could not be had (milliseconds since 1970); 0 while none has. */
  lastFailureAt = 0
  /** Sent since the start, in transactions or not. */
  statements = 0

  override query: pg.Pool['query'] = ((given: unknown, ...more: unknown[]) => {
    const send = (): Promise<unknown> =>
      Reflect.apply(super.query as (...all: unknown[]) => Promise<unknown>, this, [given, ...more])
    if (typeof more.at(-1) === 'function') return send()
    return this.watched(send).catch(async (error: unknown) => {
      if (!isConnectionError(error) || isFull(error) || !isRead(textOf(given))) throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS))
      return this.watched(send)
    })
  }) as pg.Pool['query']

  private watched(send: () => Promise<unknown>): Promise<unknown> {
    return send().catch((error: unknown) => {
      if (isConnectionError(error)) this.lastFailureAt = Date.now()
      throw error
    })
  }
}

/** Waiting was in vain: to wait once more would double what a visitor waits for a clear answer. */
const isFull = (error: unknown): boolean => error instanceof Error && /timeout/.test(error.message)

const kept = globalThis as { tidemarkPool?: Pool }

/** The one pool of this process, made at its first use. It stands on `globalThis`, where the gate before the pages looks at it. */
export function pool(): Pool {
  kept.tidemarkPool ??= openPool(process.env.DATABASE_URL)
  return kept.tidemarkPool
}

function openPool(connectionString: string | undefined): Pool {
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app with `npm start` or `npm run dev`.')
  const opened = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    idleTimeoutMillis: IDLE_MS,
    lock_timeout: LOCK_PATIENCE_MS,
    application_name: 'tidemark',
  })
  // An idle connection that breaks is dropped by the pool; unheard, its error would end the process.
  opened.on('error', () => {
    opened.lastFailureAt = Date.now()
  })
  opened.on('connect', (client) => {
    // Neither may one that breaks between two statements of a transaction.
    client.on('error', () => {})
    countStatements(client, opened)
  })
  return opened
}

function countStatements(client: pg.PoolClient, of: Pool): void {
  const { query } = client
  client.query = ((...given: unknown[]) => {
    of.statements += 1
    return Reflect.apply(query, client, given)
  }) as pg.PoolClient['query']
}
