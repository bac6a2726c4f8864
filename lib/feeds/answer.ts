import type { FailureKind, RefusedValue } from '@/lib/core/feed-series'
import type { Observation, SeriesUnit } from '@/lib/core/series'

export interface Failure {
  kind: FailureKind
  /** Seconds for which the feed asks to be left alone. */
  retryAfter?: number
  /** For a person who looks for the cause. Never holds a key or an address. */
  detail: string
}

export interface Failed {
  ok: false
  failure: Failure
}

/** Observations in the units in which they are kept, in no promised order; those without a value are left out. */
export interface Fetched {
  ok: true
  observations: Observation[]
  unit: SeriesUnit
  /** What the reading itself could not believe. */
  refused?: RefusedValue[]
}

export type FeedAnswer = Fetched | Failed

export const failed = (kind: FailureKind, detail: string, retryAfter?: number): Failed => ({
  ok: false,
  failure: retryAfter === undefined ? { kind, detail } : { kind, detail, retryAfter },
})

/** What every feed is told. */
export interface FeedCall {
  /** The first date that is wanted, and today. */
  since: string
  asOf: string
  timeoutMs: number
  signal?: AbortSignal
}
