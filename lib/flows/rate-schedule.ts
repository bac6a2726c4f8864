import 'server-only'
import { listUsersWithEcb, setEcb } from '@/lib/db/fx-settings'
import { fetchRates } from '@/lib/flows/fetch-rates'
import { armClock } from '@/lib/flows/round-clock'

const HOUR_MS = 3_600_000
const FIRST_MS = 90_000
const NAME = 'rates'
const ROUNDS = {
  periodMs: 8 * HOUR_MS,
  wanted: async () => (await listUsersWithEcb()).length > 0,
  work: async (signal: AbortSignal) => {
    for (const userId of await listUsersWithEcb()) {
      if (!signal.aborted) await fetchRates(userId, () => new Date(), signal)
    }
  },
}

/** Starts the clock of the rates while anybody has their source turned on. */
export const startRateSchedule = (): Promise<void> => armClock(NAME, ROUNDS, FIRST_MS)

/** Turns the source on or off for a user; the clock runs only while it has something to do. */
export async function switchEcb(userId: string, on: boolean): Promise<void> {
  await setEcb(userId, on)
  await armClock(NAME, ROUNDS)
}
