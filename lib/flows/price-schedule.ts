import 'server-only'
import { enqueue } from '@/lib/db/job-queue'
import { listPortfolios } from '@/lib/db/portfolios'
import { findOwnPriceRun, listDeadPriceRuns } from '@/lib/db/price-runs'
import { listUsersWithPriceSources } from '@/lib/db/price-settings'
import { claimPriceRefresh, workPriceRefresh } from '@/lib/flows/refresh-prices'
import { Unfinished } from '@/lib/flows/unfinished'

/** A portfolio that was refreshed within this time is left to the next round. */
const FRESH_MS = 20 * 3_600_000

/** A claimed refresh as it waits for a worker. */
export interface PriceJob {
  userId: string
  worker: string
  /** ISO text. Then the user's other portfolios follow, of those that were not refreshed since. */
  freshSince?: string | undefined
}

/** Claims a refresh and queues its work; false when there is nothing to ask, or one of this user is at work. */
export async function startPriceRefresh(
  userId: string,
  portfolioId: string,
  at: Date,
  freshSince?: string,
): Promise<boolean> {
  const claim = await claimPriceRefresh(userId, portfolioId, at, freshSince ? new Date(freshSince) : undefined)
  if (!claim) return false
  const job: PriceJob = { userId, worker: claim.worker, freshSince }
  await enqueue('prices', job, { key: claim.worker })
  return true
}

/** Works off what was claimed, from where it stands. Throws `Unfinished` when it is to be gone on with. */
export async function workPriceJob({ userId, worker, freshSince }: PriceJob, signal: AbortSignal): Promise<void> {
  const run = await findOwnPriceRun(userId, worker)
  if (run) await workPriceRefresh({ userId, worker, run }, { signal })
  if (await findOwnPriceRun(userId, worker)) throw new Unfinished()
  if (freshSince) await startNextOf(userId, freshSince)
}

/** One refresh of a user at a time: the next portfolio's begins when the last one's is over. */
async function startNextOf(userId: string, freshSince: string): Promise<void> {
  for (const { id } of await listPortfolios(userId)) {
    if (await startPriceRefresh(userId, id, new Date(), freshSince)) return
  }
}

/** One round: the portfolios of those who have a source turned on. */
export async function startPriceRound(at: Date): Promise<void> {
  const freshSince = new Date(at.getTime() - FRESH_MS).toISOString()
  for (const userId of await listUsersWithPriceSources()) await startNextOf(userId, freshSince)
}

/** Takes up the refreshes whose worker has gone silent and whose job is lost too. */
export async function resumePriceRuns(at: Date): Promise<void> {
  for (const { userId, portfolioId } of await listDeadPriceRuns(at)) await startPriceRefresh(userId, portfolioId, at)
}
