import type { StoredSeriesId } from '@/lib/core/feed-series'
import { db } from '@/lib/db/client'

/** A run whose worker has not been heard of for so long is taken for dead. */
export const HEARTBEAT_PATIENCE_MS = 60_000

export interface RefreshRun {
  id: string
  series: StoredSeriesId[]
  /** So many of `series` are worked off, and so many of those failed. */
  done: number
  failed: number
  startedAt: Date
  heartbeatAt: Date
  finishedAt: Date | null
}

const select = {
  ...{ id: true, series: true, done: true, failed: true, startedAt: true, heartbeatAt: true, finishedAt: true },
} as const

/**
 * The right to work on this user's refresh: on the one that died, where it stood, or on a new one of these series. Null while another
 * worker is alive. Of two that ask at the same moment one gets it.
 */
export async function claimRefreshRun(
  userId: string,
  worker: string,
  series: readonly StoredSeriesId[],
  at: Date,
): Promise<RefreshRun | null> {
  const dead = { userId, finishedAt: null, heartbeatAt: { lt: new Date(at.getTime() - HEARTBEAT_PATIENCE_MS) } }
  const taken = await db().refreshRun.updateMany({ where: dead, data: { worker, heartbeatAt: at } })
  if (taken.count === 0) {
    const run = { userId, worker, series: [...series], startedAt: at, heartbeatAt: at }
    await db().refreshRun.createMany({ data: [run], skipDuplicates: true })
  }
  const run = await db().refreshRun.findFirst({ where: { userId, worker, finishedAt: null }, select })
  return run && (run as RefreshRun)
}

/** Says that the worker lives, and how far it is; false when the run is no longer its own. */
export async function beatRefreshRun(
  userId: string,
  { id, worker }: { id: string; worker: string },
  progress: { done?: number; failed?: number; finishedAt?: Date },
  at: Date,
): Promise<boolean> {
  const { count } = await db().refreshRun.updateMany({
    where: { id, userId, worker, finishedAt: null },
    data: { ...progress, heartbeatAt: at },
  })
  return count === 1
}

/** The latest run of a user. */
export async function findRefreshRun(userId: string): Promise<RefreshRun | null> {
  const run = await db().refreshRun.findFirst({
    where: { userId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select,
  })
  return run && (run as RefreshRun)
}

/** Users whose run died: its process was stopped in the middle. */
export async function listUsersWithDeadRuns(at: Date): Promise<string[]> {
  const heartbeatAt = { lt: new Date(at.getTime() - HEARTBEAT_PATIENCE_MS) }
  const rows = await db().refreshRun.findMany({ where: { finishedAt: null, heartbeatAt }, select: { userId: true } })
  return rows.map((row) => row.userId)
}

/** Forgets finished runs from before a time. */
export async function removeOldRuns(userId: string, before: Date): Promise<void> {
  await db().refreshRun.deleteMany({ where: { userId, finishedAt: { lt: before } } })
}
