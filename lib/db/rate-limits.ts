import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/lib/db/pool'

/** So many attempts in so many seconds, counted from the first of them. */
export interface Limit {
  points: number
  seconds: number
}

interface Query {
  text: string
  values: unknown[]
}

// Without the names that the library gives its statements: behind the embedded database all connections share one session,
// where the second one to prepare a name would fail.
const client = { query: ({ text, values }: Query) => pool().query(text, values) }

const limiter = (name: string, { points, seconds }: Limit) =>
  new RateLimiterPostgres({
    storeClient: client,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  })

/**
 * Counts one attempt and answers 0 when it is within the limit, else the milliseconds until it begins anew. The counts are in
 * the database: they outlive this process and are shared by all of them. Throws when the database does not answer.
 */
export async function countAttempt(name: string, key: string, limit: Limit): Promise<number> {
  try {
    await limiter(name, limit).consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext)
    throw refused
  }
}

/** Forgets the attempts that were counted under a key. */
export async function forgetAttempts(name: string, key: string, limit: Limit): Promise<void> {
  await limiter(name, limit).delete(key)
}

/** Takes one counted attempt back: it was a good one. */
export async function returnAttempt(name: string, key: string, limit: Limit): Promise<void> {
  await limiter(name, limit).reward(key)
}

/** Deletes the counts whose time is over, and says how many. */
export async function removeExpiredRateLimits(at: Date): Promise<number> {
  const { rowCount } = await pool().query('DELETE FROM "RateLimit" WHERE "expire" <= $1', [at.getTime()])
  return rowCount ?? 0
}
