import 'server-only'

interface Bucket {
  /** Requests that may still be made, as of `at`. */
  left: number
  /** Milliseconds. */
  at: number
}

/** Buckets that are kept; a full one says nothing that a new one would not. */
const MOST_BUCKETS = 10_000

/**
 * A limit on requests by key: so many at once, refilled evenly. It lives in this process and starts anew with it.
 */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>()

  constructor(
    readonly burst: number,
    readonly perMinute: number,
  ) {}

  /** Takes one request at a time in milliseconds; answers 0 when it is granted, else the whole seconds to wait. */
  take(key: string, now: number): number {
    const left = this.#leftOf(key, now)
    if (left < 1) return Math.max(1, Math.ceil(((1 - left) / this.perMinute) * 60))
    if (this.#buckets.size >= MOST_BUCKETS && !this.#buckets.has(key)) this.#forgetFull(now)
    this.#buckets.set(key, { left: left - 1, at: now })
    return 0
  }

  #leftOf(key: string, now: number): number {
    const bucket = this.#buckets.get(key)
    if (!bucket) return this.burst
    return Math.min(this.burst, bucket.left + (Math.max(0, now - bucket.at) * this.perMinute) / 60_000)
  }

  #forgetFull(now: number): void {
    for (const key of this.#buckets.keys()) if (this.#leftOf(key, now) >= this.burst) this.#buckets.delete(key)
  }
}
