import 'server-only'

/** So much a period varies, so that not every installation asks at the same minute. */
const JITTER = 0.1

interface Rounds {
  periodMs: number
  /** Whether there is anything to do; the clock stands still until there is. */
  wanted: () => Promise<boolean>
  /** One round. It stops when the signal says so. */
  work: (signal: AbortSignal) => Promise<void>
}

interface Clock {
  timer: NodeJS.Timeout | null
  leaving: AbortController
}

const kept = globalThis as { tidemarkClocks?: Map<string, Clock> }

/** One clock of each name for the process: actions and the start of the server are bundled apart, and each would have its own. */
function clockOf(name: string): Clock {
  kept.tidemarkClocks ??= new Map()
  const known = kept.tidemarkClocks.get(name)
  if (known) return known
  const clock: Clock = { timer: null, leaving: new AbortController() }
  kept.tidemarkClocks.set(name, clock)
  process.once('SIGTERM', () => {
    clock.leaving.abort()
    stop(clock)
  })
  return clock
}

function stop(clock: Clock): void {
  if (clock.timer) clearTimeout(clock.timer)
  clock.timer = null
}

/** Aborts when the server is told to end. */
export const untilLeaving = (name: string): AbortSignal => clockOf(name).leaving.signal

/** Starts the clock while there is something to do, and stops it when there is not; one that runs is left as it is. */
export async function armClock(name: string, rounds: Rounds, after = rounds.periodMs): Promise<void> {
  const clock = clockOf(name)
  const wanted = await rounds.wanted()
  if (!wanted || clock.leaving.signal.aborted) return stop(clock)
  if (clock.timer) return
  const delay = after * (1 - JITTER + 2 * JITTER * Math.random())
  clock.timer = setTimeout(() => void tick(name, rounds), delay)
  clock.timer.unref()
}

async function tick(name: string, rounds: Rounds): Promise<void> {
  const clock = clockOf(name)
  stop(clock)
  await rounds.work(clock.leaving.signal).catch(() => {})
  await armClock(name, rounds).catch(() => {})
}
