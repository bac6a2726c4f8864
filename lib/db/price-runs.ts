import { db } from '@/lib/db/client'
import {
  beatRun,
  claimRun,
  deadAt,
  latestFirst,
  type Run,
  type RunStep,
  type RunWorker,
  removeRunsBefore,
  runFields,
} from '@/lib/db/runs'

/** A refresh of the prices of one portfolio. */
export interface PriceRun extends Run {
  portfolioId: string
  symbols: string[]
}

const select = { ...runFields, portfolioId: true, symbols: true } as const

/**
 * The right to work on this user's prices: on the run of this portfolio that died, where it stood, or on a new one of these symbols. One
 * that died with another portfolio is given up. Null while another worker is alive.
 */
export async function claimPriceRun(
  userId: string,
  worker: string,
  { portfolioId, symbols }: { portfolioId: string; symbols: readonly string[] },
  at: Date,
): Promise<PriceRun | null> {
  const elsewhere = { userId, portfolioId: { not: portfolioId }, ...deadAt(at) }
  await db().priceRun.updateMany({ where: elsewhere, data: { finishedAt: at } })
  const fresh = symbols.length > 0 ? { portfolioId, symbols: [...symbols] } : null
  await claimRun(userId, worker, { table: db().priceRun, fresh }, at)
  return findOwnPriceRun(userId, worker)
}

/** The run that a worker has; null when it is finished, or another one's by now. */
export const findOwnPriceRun = (userId: string, worker: string): Promise<PriceRun | null> =>
  db().priceRun.findFirst({ where: { userId, worker, finishedAt: null }, select })

export const beatPriceRun = (userId: string, own: RunWorker, step: RunStep, at: Date): Promise<boolean> =>
  beatRun(userId, db().priceRun, own, step, at)

/** The latest run of one of a user's portfolios, or of any of them. */
export async function findPriceRun(userId: string, portfolioId?: string): Promise<PriceRun | null> {
  const where = { userId, ...(portfolioId && { portfolioId }) }
  return db().priceRun.findFirst({ where, orderBy: latestFirst, select })
}

/** Runs that died: their process was stopped in the middle. */
export const listDeadPriceRuns = (at: Date): Promise<{ userId: string; portfolioId: string }[]> =>
  db().priceRun.findMany({ where: deadAt(at), select: { userId: true, portfolioId: true } })

export const removeOldPriceRuns = (userId: string, before: Date): Promise<void> =>
  removeRunsBefore(userId, db().priceRun, before)
