import 'server-only'
import type { StoredSeriesId } from '@/lib/core/feed-series'
import { findRefreshRun } from '@/lib/db/refresh-runs'
import { progressOf, type RunProgress } from '@/lib/flows/run-progress'

/** How far the user's latest refresh is, series by series. */
export type RefreshProgress = RunProgress<StoredSeriesId>

export async function readRefreshProgress(userId: string, at: Date): Promise<RefreshProgress> {
  const run = await findRefreshRun(userId)
  return progressOf(run, run?.series ?? [], at)
}
