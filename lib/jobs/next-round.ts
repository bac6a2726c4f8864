import type { JobName } from '@/lib/db/job-boss'
import { ROUNDS } from '@/lib/jobs/rounds'

/** When the next period of a round begins, counted from midnight UTC; null for what is done when it is asked for. */
export function nextRoundAt(name: JobName, at: Date): Date | null {
  const round = ROUNDS.find((known) => known.name === name)
  if (!round) return null
  const period = round.everySeconds * 1000
  return new Date((Math.floor(at.getTime() / period) + 1) * period)
}
