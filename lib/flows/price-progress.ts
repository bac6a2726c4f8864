import 'server-only'
import { findPriceRun } from '@/lib/db/price-runs'
import { progressOf, type RunProgress } from '@/lib/flows/run-progress'

/** How far the latest refresh of a portfolio's prices is, symbol by symbol. */
export type PriceProgress = RunProgress<string>

export async function readPriceProgress(userId: string, portfolioId: string, at: Date): Promise<PriceProgress> {
  const run = await findPriceRun(userId, portfolioId)
  return progressOf(run, run?.symbols ?? [], at)
}
