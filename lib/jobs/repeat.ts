import 'server-only'
import { log } from '@/lib/log'

export interface Clock {
  /** Rings without waiting for the next time. */
  now: () => void
  /** Answers once the last round is over. */
  stop: () => Promise<void>
}

/** Does something now and then every `period` milliseconds, one round after the other. A round that fails is left to the next one. */
export function repeat(what: string, period: number, work: () => Promise<void>): Clock {
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> | null = null
  let asked = false
  let stopped = false
  const ring = (): void => {
    if (stopped) return
    asked = round !== null
    if (round) return
    clearTimeout(timer)
    round = work()
      .catch((error: unknown) => {
        log.error({ what, code: error instanceof Error ? error.name : 'unknown' }, 'A clock of the jobs failed.')
      })
      .finally(() => {
        round = null
        if (stopped) return
        if (asked) return ring()
        timer = setTimeout(ring, period)
        timer.unref()
      })
  }
  ring()
  return {
    now: ring,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
