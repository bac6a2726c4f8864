import { type ActionResult, type Refusal, refusal, type Success, success } from '@/lib/core/action-result'
import { db, type Tx } from '@/lib/db/client'
import { isDatabaseBusy } from '@/lib/db/connection-errors'
import { Prisma } from '@/prisma/generated/client'

/** How long a change may wait for a connection, and how long it may run. */
const MAX_WAIT_MS = 5_000
const TIMEOUT_MS = 10_000

/** Ends a transaction without a trace of it, and says what the caller is to answer. */
class RolledBack extends Error {
  constructor(readonly answer: unknown) {
    super('rolled back on purpose')
  }
}

/** Inside a change: there was nothing to do after all (a create that came twice). The portfolio keeps its version. */
export function nothingChanged<T>(value: T): never {
  throw new RolledBack(success(value))
}

/**
 * Changes a portfolio's contents as one transaction: checks the owner, raises the portfolio's version by one, then runs `run`.
 * The first statement locks the portfolio's row, so that writers of one portfolio stand in line. A refusal, like a throw, leaves
 * nothing behind, the version included. Another user's, a deleted or an unknown portfolio is `notFound`; a database that is too busy is `busy`.
 */
export async function changePortfolio<T, Current = never>(
  userId: string,
  portfolioId: string,
  run: (tx: Tx) => Promise<ActionResult<T, Current>>,
): Promise<ActionResult<T, Current>> {
  return inTransaction<T, Current>(async (tx) => {
    const { count } = await tx.portfolio.updateMany({
      where: { id: portfolioId, userId, deletedAt: null },
      data: { version: { increment: 1 } },
    })
    return count === 1 ? run(tx) : refusal('notFound')
  })
}

/** Like `changePortfolio`, for what a user says about a symbol: it holds in all of that user's portfolios. */
export async function changeAllPortfolios<T, Current = never>(
  userId: string,
  run: (tx: Tx) => Promise<ActionResult<T, Current>>,
  timeout = TIMEOUT_MS,
): Promise<ActionResult<T, Current>> {
  return inTransaction<T, Current>(async (tx) => {
    // Who has no portfolio yet has no row to wait at: two imports of one archive would both find nothing.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${userId}, 0))`
    // In one order for everybody, or two of these could wait for each other.
    await tx.$queryRaw`SELECT id FROM "Portfolio" WHERE "userId" = ${userId}::uuid ORDER BY id FOR UPDATE`
    await tx.portfolio.updateMany({ where: { userId, deletedAt: null }, data: { version: { increment: 1 } } })
    return run(tx)
  }, timeout)
}

/**
 * Reads and writes beside a portfolio's contents while nobody changes them: the lock and the refusals of `changePortfolio`, but the
 * portfolio keeps its version.
 */
export async function holdPortfolio<T, Current = never>(
  userId: string,
  portfolioId: string,
  run: (tx: Tx) => Promise<ActionResult<T, Current>>,
): Promise<ActionResult<T, Current>> {
  return inTransaction<T, Current>(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT id FROM "Portfolio"
      WHERE id = ${portfolioId}::uuid AND "userId" = ${userId}::uuid AND "deletedAt" IS NULL
      FOR UPDATE`
    return held.length === 1 ? run(tx) : refusal('notFound')
  })
}

async function inTransaction<T, Current>(
  run: (tx: Tx) => Promise<Success<T> | Refusal<Current>>,
  timeout = TIMEOUT_MS,
): Promise<ActionResult<T, Current>> {
  try {
    return await db().$transaction(
      async (tx) => {
        const result = await run(tx)
        if (!result.ok) throw new RolledBack(result)
        return result
      },
      { maxWait: MAX_WAIT_MS, timeout },
    )
  } catch (error) {
    if (error instanceof RolledBack) return error.answer as ActionResult<T, Current>
    // No connection, no room or no time: nothing was stored.
    if (isDatabaseBusy(error)) return refusal('busy')
    throw error
  }
}

/** True for the violation of a unique index, the partial one on (account, symbol) included. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
