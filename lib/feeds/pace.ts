const MINUTE_MS = 60_000

/** Lets through so many requests in each stretch of time, a minute unless told, and holds the others back. */
export class Pace {
  #times: number[] = []

  constructor(
    readonly most: number,
    readonly stretchMs = MINUTE_MS,
  ) {}

  /** Takes a place in the line; answers the milliseconds to wait for it. */
  take(now: number): number {
    this.#times = this.#times.filter((time) => time > now - this.stretchMs)
    const rival = this.#times[this.#times.length - this.most]
    const at = rival === undefined ? now : Math.max(now, rival + this.stretchMs)
    this.#times.push(at)
    return at - now
  }
}

const kept = globalThis as { tidemarkPaces?: Map<string, Pace> }

/** Waits for a place in a line; one line of each name for the whole process, whoever asks. */
export async function turnIn(line: string, most: number, stretchMs?: number, signal?: AbortSignal): Promise<void> {
  kept.tidemarkPaces ??= new Map()
  const pace = kept.tidemarkPaces.get(line) ?? new Pace(most, stretchMs)
  kept.tidemarkPaces.set(line, pace)
  const wait = pace.take(performance.now())
  if (wait > 0) await pause(wait, signal)
}

/** FRED grants 120 requests a minute; some are spared. */
export const fredTurn = (signal?: AbortSignal): Promise<void> => turnIn('fred', 100, MINUTE_MS, signal)

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
