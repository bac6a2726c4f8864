import 'server-only'
import { findPriceRun } from '@/lib/db/price-runs'
import { HEARTBEAT_PATIENCE_MS } from '@/lib/db/refresh-runs'

/** How far the latest refresh of a portfolio's prices is. `interrupted`: its worker has gone silent, and another one may go on. */
export interface PriceProgress {
  state: 'none' | 'running' | 'interrupted' | 'finished'
  done: number
  total: number
  failed: number
  /** The symbol that is on its way. */
  current: string | null
  /** ISO text. */
  finishedAt: string | null
}

export async function readPriceProgress(userId: string, portfolioId: string, at: Date): Promise<PriceProgress> {
  const run = await findPriceRun(userId, portfolioId)
  if (!run) return { state: 'none', done: 0, total: 0, failed: 0, current: null, finishedAt: null }
  const silent = run.heartbeatAt.getTime() < at.getTime() - HEARTBEAT_PATIENCE_MS
  return {
    state: run.finishedAt ? 'finished' : silent ? 'interrupted' : 'running',
    done: run.done,
    total: run.symbols.length,
    failed: run.failed,
    current: run.finishedAt ? null : (run.symbols[run.done] ?? null),
    finishedAt: run.finishedAt?.toISOString() ?? null,
  }
}
