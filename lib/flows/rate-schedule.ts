import 'server-only'
import { listUsersWithEcb } from '@/lib/db/fx-settings'
import { fetchRates } from '@/lib/flows/fetch-rates'
import { Unfinished } from '@/lib/flows/unfinished'

/** One round: the rates of those who have their source turned on. */
export async function workRateRound(signal: AbortSignal): Promise<void> {
  for (const userId of await listUsersWithEcb()) {
    if (signal.aborted) throw new Unfinished()
    await fetchRates(userId, () => new Date(), signal)
  }
}
