import { db } from '@/lib/db/client'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/refresh-runs'

/** A refresh of the prices of one portfolio. */
export interface PriceRun {
  id: string
  portfolioId: string
  symbols: string[]
  /** So many of `symbols` are worked off, and so many of those got no price. */
  done: number
  failed: number
  startedAt: Date
  heartbeatAt: Date
  finishedAt: Date | null
}

const select = {
  ...{ id: true, portfolioId: true, symbols: true, done: true, failed: true },
  ...{ startedAt: true, heartbeatAt: true, finishedAt: true },
} as const

const silentSince = (at: Date) => ({ lt: new Date(at.getTime() - HEARTBEAT_PATIENCE_MS) })

/**
 * The right to work on this user's prices: on the run of this portfolio that died, where it stood, or on a new one of these symbols. One
 * that died with another portfolio is given up. Null while another worker is alive. Of two that ask at the same moment one gets it.
 */
export async function claimPriceRun(
  userId: string,
  worker: string,
  { portfolioId, symbols }: { portfolioId: string; symbols: readonly string[] },
  at: Date,
): Promise<PriceRun | null> {
  const dead = { userId, finishedAt: null, heartbeatAt: silentSince(at) }
  await db().priceRun.updateMany({ where: { ...dead, portfolioId: { not: portfolioId } }, data: { finishedAt: at } })
  const taken = await db().priceRun.updateMany({ where: dead, data: { worker, heartbeatAt: at } })
  if (taken.count === 0 && symbols.length > 0) {
    const run = { userId, portfolioId, worker, symbols: [...symbols], startedAt: at, heartbeatAt: at }
    await db().priceRun.createMany({ data: [run], skipDuplicates: true })
  }
  return db().priceRun.findFirst({ where: { userId, worker, finishedAt: null }, select })
}

/** Says that the worker lives, and how far it is; false when the run is no longer its own. */
export async function beatPriceRun(
  userId: string,
  { id, worker }: { id: string; worker: string },
  progress: { done?: number; failed?: number; finishedAt?: Date },
  at: Date,
): Promise<boolean> {
  const { count } = await db().priceRun.updateMany({
    where: { id, userId, worker, finishedAt: null },
    data: { ...progress, heartbeatAt: at },
  })
  return count === 1
}

/** The latest run of one of a user's portfolios, or of any of them. */
export async function findPriceRun(userId: string, portfolioId?: string): Promise<PriceRun | null> {
  return db().priceRun.findFirst({
    where: { userId, ...(portfolioId && { portfolioId }) },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select,
  })
}

/** Runs that died: their process was stopped in the middle. */
export async function listDeadPriceRuns(at: Date): Promise<{ userId: string; portfolioId: string }[]> {
  const where = { finishedAt: null, heartbeatAt: silentSince(at) }
  return db().priceRun.findMany({ where, select: { userId: true, portfolioId: true } })
}

/** Forgets finished runs from before a time. */
export async function removeOldPriceRuns(userId: string, before: Date): Promise<void> {
  await db().priceRun.deleteMany({ where: { userId, finishedAt: { lt: before } } })
}
