import pg from 'pg'
import PgBoss from 'pg-boss'

/** Apart from the pages' connections, so that a crowd of visitors takes no job its lease. */
const POOL_SIZE = 2
const CONNECT_PATIENCE_MS = 5_000
const DAY_S = 86_400
/** What is done is still told for so long; more than the longest period between two rounds, of which it is the memory. */
const KEPT_S = 2 * DAY_S

/** A job is taken for lost when its worker has not renewed its lease for so long; another worker then gets it. */
export const LEASE_S = 20

/** The schema that the queue's tables stand in; they are the library's own. */
export const JOB_SCHEMA = 'pgboss'

/**
 * What becomes of a job that fails: so many more tries, after so many seconds, doubling when `retryBackoff`. One whose process was killed
 * uses up a try too, so that a job that kills its process does not do so for ever.
 */
const AGAIN_AND_AGAIN = { retryLimit: 40, retryDelay: 1, retryBackoff: false }
const A_FEW_TIMES = { retryLimit: 4, retryDelay: 15, retryBackoff: true }
export const QUEUES = {
  mail: { retryLimit: 8, retryDelay: 5, retryBackoff: true },
  prices: AGAIN_AND_AGAIN,
  series: AGAIN_AND_AGAIN,
  priceRound: A_FEW_TIMES,
  seriesRound: A_FEW_TIMES,
  rateRound: A_FEW_TIMES,
  cleanUp: A_FEW_TIMES,
} as const
export type JobName = keyof typeof QUEUES
export const JOB_NAMES = Object.keys(QUEUES) as JobName[]

interface Answer {
  rows: Record<string, unknown>[]
}

export interface Boss {
  boss: PgBoss
  ask: (sql: string, values?: unknown[]) => Promise<Answer>
  close: () => Promise<void>
}

const kept = globalThis as { tidemarkBoss?: Promise<Boss> }

/**
 * The queue of this process, opened at its first use; its tables are made then if they are not there. The library's own timers and workers
 * stay off: `lib/jobs` has its own, with leases that are renewed.
 */
export function openBoss(): Promise<Boss> {
  kept.tidemarkBoss ??= open().catch((error: unknown) => {
    kept.tidemarkBoss = undefined
    throw error
  })
  return kept.tidemarkBoss
}

/** Lets go of the connections; the next use opens it anew. */
export async function closeBoss(): Promise<void> {
  const opened = await kept.tidemarkBoss?.catch(() => null)
  kept.tidemarkBoss = undefined
  await opened?.close()
}

async function open(): Promise<Boss> {
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set: start the app with `npm start` or `npm run dev`.')
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    application_name: 'tidemark jobs',
  })
  // An idle connection that breaks is replaced at the next use; unheard, its error would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const ask: Boss['ask'] = (sql, values) => askOn(pool, sql, values)
  const boss = new PgBoss({
    db: { executeSql: ask },
    schema: JOB_SCHEMA,
    ...{ supervise: false, schedule: false },
    ...{ archiveCompletedAfterSeconds: KEPT_S, deleteAfterDays: 7 },
  })
  boss.on('error', () => {})
  try {
    await boss.start()
    const known = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const name of JOB_NAMES) if (!known.has(name)) await boss.createQueue(name, { name, policy: 'short' })
  } catch (error) {
    await pool.end()
    throw error
  }
  return { boss, ask, close: () => pool.end() }
}

/** The library sends whole transactions as one text. When one fails inside, its connection is of no more use and goes. */
async function askOn(pool: pg.Pool, sql: string, values?: unknown[]): Promise<Answer> {
  const client = await pool.connect()
  try {
    const answer = await client.query(sql, values)
    client.release()
    return answer
  } catch (error) {
    client.release(true)
    throw error
  }
}
