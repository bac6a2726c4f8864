import 'server-only'
import { listPortfolios } from '@/lib/db/portfolios'
import { listDeadPriceRuns } from '@/lib/db/price-runs'
import { listUsersWithPriceSources } from '@/lib/db/price-settings'
import { claimPriceRefresh, type PriceClaim, workPriceRefresh } from '@/lib/flows/refresh-prices'
import { armClock, untilLeaving } from '@/lib/flows/round-clock'

const HOUR_MS = 3_600_000
const FIRST_MS = 90_000
/** A portfolio that was refreshed within this time is left to the next round. */
const FRESH_MS = 20 * HOUR_MS

const NAME = 'prices'
const ROUNDS = {
  periodMs: 24 * HOUR_MS,
  wanted: async () => (await listUsersWithPriceSources()).length > 0,
  work: refreshAllPrices,
}

/** Works a claim off beside the request that made it, until the server is told to end. */
export async function workPricesInBackground(claim: PriceClaim): Promise<void> {
  // Nobody waits for it, and the run tells how far it came. The name alone: an error's text may quote what it was about.
  await workPriceRefresh(claim, { signal: untilLeaving(NAME) }).catch((error: unknown) =>
    console.error('A refresh of prices stopped:', error instanceof Error ? error.name : 'unknown error'),
  )
}

/** Starts the daily clock while anybody has a source turned on, and stops it when the last one is turned off. */
export const armPriceSchedule = (after?: number): Promise<void> => armClock(NAME, ROUNDS, after)

/** The portfolios of those who have a source turned on, one after the other. */
async function refreshAllPrices(signal: AbortSignal): Promise<void> {
  for (const userId of await listUsersWithPriceSources()) {
    for (const { id } of await listPortfolios(userId)) {
      if (signal.aborted) return
      const at = new Date()
      const claim = await claimPriceRefresh(userId, id, at, new Date(at.getTime() - FRESH_MS))
      if (claim) await workPricesInBackground(claim)
    }
  }
}

/** At the start of a server: takes up what died with the last one, then waits a little before the first round. */
export async function startPriceSchedule(): Promise<void> {
  for (const { userId, portfolioId } of await listDeadPriceRuns(new Date())) {
    const claim = await claimPriceRefresh(userId, portfolioId, new Date())
    if (claim) void workPricesInBackground(claim)
  }
  await armPriceSchedule(FIRST_MS)
}
