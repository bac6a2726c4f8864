const MINUTE_MS = 60_000

/** Lets through so many requests a minute and holds the others back. */
export class Pace {
  #times: number[] = []

  constructor(readonly perMinute: number) {}

  /** Takes a place in the line; answers the milliseconds to wait for it. */
  take(now: number): number {
    this.#times = this.#times.filter((time) => time > now - MINUTE_MS)
    const rival = this.#times[this.#times.length - this.perMinute]
    const at = rival === undefined ? now : Math.max(now, rival + MINUTE_MS)
    this.#times.push(at)
    return at - now
  }
}

const kept = globalThis as { tidemarkFredPace?: Pace }

/** FRED grants 120 requests a minute; one line for the whole process, whoever asks, with some to spare. */
export async function fredTurn(signal?: AbortSignal): Promise<void> {
  kept.tidemarkFredPace ??= new Pace(100)
  const wait = kept.tidemarkFredPace.take(performance.now())
  if (wait > 0) await pause(wait, signal)
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
