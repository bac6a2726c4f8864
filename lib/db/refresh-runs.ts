import type { StoredSeriesId } from '@/lib/core/feed-series'
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

/** A refresh of the series of one user. */
export interface RefreshRun extends Run {
  series: StoredSeriesId[]
}

const select = { ...runFields, series: true } as const

/**
 * The right to work on this user's refresh: on the one that died, where it stood, or on a new one of these series. Null while another
 * worker is alive.
 */
export async function claimRefreshRun(
  userId: string,
  worker: string,
  series: readonly StoredSeriesId[],
  at: Date,
): Promise<RefreshRun | null> {
  await claimRun(userId, worker, { table: db().refreshRun, fresh: { series: [...series] } }, at)
  return findOwnRefreshRun(userId, worker)
}

/** The run that a worker has; null when it is finished, or another one's by now. */
export async function findOwnRefreshRun(userId: string, worker: string): Promise<RefreshRun | null> {
  const run = await db().refreshRun.findFirst({ where: { userId, worker, finishedAt: null }, select })
  return run && (run as RefreshRun)
}

export const beatRefreshRun = (userId: string, own: RunWorker, step: RunStep, at: Date): Promise<boolean> =>
  beatRun(userId, db().refreshRun, own, step, at)

/** The latest run of a user. */
export async function findRefreshRun(userId: string): Promise<RefreshRun | null> {
  const run = await db().refreshRun.findFirst({ where: { userId }, orderBy: latestFirst, select })
  return run && (run as RefreshRun)
}

/** Users whose run died: its process was stopped in the middle. */
export async function listUsersWithDeadRuns(at: Date): Promise<string[]> {
  const rows = await db().refreshRun.findMany({ where: deadAt(at), select: { userId: true } })
  return rows.map((row) => row.userId)
}

export const removeOldRuns = (userId: string, before: Date): Promise<void> =>
  removeRunsBefore(userId, db().refreshRun, before)
