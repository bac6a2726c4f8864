import { type DecimalProblem, parseDecimal } from '@/lib/core/decimal'
import { type Cents, cents, ONE } from '@/lib/core/units'

/** By field name, the full key of the message that says what is wrong with it. */
export type FieldProblems = Record<string, string>

/** Typed texts as values, or every field that cannot be read. */
export type Reading<T> = { ok: true; value: T } | { ok: false; fields: FieldProblems }

export type ProblemCode =
  | DecimalProblem
  | 'symbolEmpty'
  | 'symbolTooLong'
  | 'symbolInvalid'
  | 'nameEmpty'
  | 'nameTooLong'
  | 'negative'
  | 'notPositive'
  | 'dateEmpty'
  | 'notDate'
  | 'ambiguousDate'
  | 'futureDate'
  | 'dateWithoutPrice'
  | 'duplicate'
  | 'belowLots'
  | 'lotsExceed'
  | 'lotsUnreadable'
  | 'sameName'
  | 'splitTotal'
  | 'unknownAccount'
  | 'priceDiffers'

export const problem = (code: ProblemCode): string => `holdings.problem.${code}`

const CENT = ONE / 100n
/** A quadrillion: far beyond any account, and far within what the store's whole cents can hold. */
const MOST_CENTS = 10n ** 17n

/** Money with at most two decimals, in cents. */
export function readMoney(text: string): { ok: true; value: Cents } | { ok: false; problem: string } {
  const parsed = parseDecimal(text, 2)
  if (!parsed.ok) return { ok: false, problem: problem(parsed.problem) }
  const value = parsed.value / CENT
  const size = value < 0n ? -value : value
  return size >= MOST_CENTS ? { ok: false, problem: problem('tooLarge') } : { ok: true, value: cents(value) }
}

/** Typed text on one line, without control characters. */
export const oneLine = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export const LONGEST_NAME = 80

export function readName(text: string, needed: boolean): { ok: true; value: string } | { ok: false; problem: string } {
  const value = oneLine(text)
  if (needed && value === '') return { ok: false, problem: problem('nameEmpty') }
  return [...value].length > LONGEST_NAME ? { ok: false, problem: problem('nameTooLong') } : { ok: true, value }
}
