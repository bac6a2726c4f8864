import 'server-only'
import type { StoredSeriesId } from '@/lib/core/feed-series'
import { findRefreshRun, HEARTBEAT_PATIENCE_MS } from '@/lib/db/refresh-runs'

/** How far the user's latest refresh is. `interrupted`: its worker has gone silent, and another one may go on. */
export interface RefreshProgress {
  state: 'none' | 'running' | 'interrupted' | 'finished'
  done: number
  total: number
  failed: number
  /** What is on its way. */
  current: StoredSeriesId | null
  /** ISO text. */
  finishedAt: string | null
}

export async function readRefreshProgress(userId: string, at: Date): Promise<RefreshProgress> {
  const run = await findRefreshRun(userId)
  if (!run) return { state: 'none', done: 0, total: 0, failed: 0, current: null, finishedAt: null }
  const silent = run.heartbeatAt.getTime() < at.getTime() - HEARTBEAT_PATIENCE_MS
  return {
    state: run.finishedAt ? 'finished' : silent ? 'interrupted' : 'running',
    done: run.done,
    total: run.series.length,
    failed: run.failed,
    current: run.finishedAt ? null : (run.series[run.done] ?? null),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}
