import 'server-only'
import type { JobName } from '@/lib/db/job-boss'
import { enqueue } from '@/lib/db/job-queue'

const HOUR_S = 3_600
/** So much later than its period begins a round may be, so that not every installation asks the sources at the same minute. */
const JITTER = 0.1

interface Round {
  name: JobName
  everySeconds: number
  asksOthers: boolean
}

/** What comes again and again, counted from midnight UTC: of several processes one does it, and one that starts anew does not do it again. */
export const ROUNDS: readonly Round[] = [
  { name: 'cleanUp', everySeconds: HOUR_S, asksOthers: false },
  { name: 'seriesRound', everySeconds: 6 * HOUR_S, asksOthers: true },
  { name: 'rateRound', everySeconds: 8 * HOUR_S, asksOthers: true },
  { name: 'priceRound', everySeconds: 24 * HOUR_S, asksOthers: true },
]

/** Queues the rounds of the present periods that are not queued or done yet. */
export async function queueRounds(at: Date): Promise<void> {
  for (const { name, everySeconds, asksOthers } of ROUNDS) {
    const wait = asksOthers ? Math.random() * JITTER * everySeconds * 1000 : 0
    await enqueue(name, {}, { once: { everySeconds }, ...(wait > 0 && { startAfter: new Date(at.getTime() + wait) }) })
  }
}
