import type { Issue } from '@/lib/core/issue'

/**
 * Why an action did nothing; the words are under `common.failure`. On `signedOut` the client leads to `/login?next=` and its path; on
 * `confirm` it asks who is there and repeats the act.
 */
export type RefusalCode =
  | 'invalid'
  | 'conflict'
  | 'notFound'
  | 'forbidden'
  | 'tooMany'
  | 'busy'
  | 'signedOut'
  | 'confirm'

/** An answer that changed nothing. `current` is the stored state that a stale save met, for the client to show beside its own. */
export interface Refusal<Current = never> {
  ok: false
  code: RefusalCode
  /** By field name (a path joined by dots), the full key of a message. The empty name stands for the whole form. */
  fields?: Record<string, string>
  issues?: Issue[]
  current?: Current
}

export interface Success<T> {
  ok: true
  value: T
}

/** What every server action answers; bad input is an answer, only a bug throws. */
export type ActionResult<T = undefined, Current = never> = Success<T> | Refusal<Current>

export function success(): Success<undefined>
export function success<T>(value: T): Success<T>
export function success<T>(value?: T): Success<T | undefined> {
  return { ok: true, value }
}

export function refusal<Current = never>(
  code: RefusalCode,
  more: Omit<Refusal<Current>, 'ok' | 'code'> = {},
): Refusal<Current> {
  return { ok: false, code, ...more }
}
