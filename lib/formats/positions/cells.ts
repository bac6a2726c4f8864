import { decimalText, parseDecimal } from '@/lib/core/decimal'
import type { RejectReason } from '@/lib/formats/positions/positions-file'

export type NumberReading = { ok: true; value: string } | { ok: false; problem: 'empty' | 'notNumber' | 'ambiguous' }

/** What brokers print where they have no number. `NaN` is not among them: it is the trace of a fault. */
const NOTHING =
  /^(?:[-–—−]+|\.{2,}|…|#?n\/?a|n\.a\.|null|none|nil|not (?:available|applicable)|unavailable|incomplete|unknown|pending|无|暂无|不适用|未知|未提供)$/iu
/** A minus behind the digits, as some ledgers print it. */
const MINUS_BEHIND = /^([^-−()]*\d[^-−()]*?)\s*[-−]$/u

/** What nearly every number is: already in its plain form. */
const PLAIN = /^(?!-0$)-?(?:0|[1-9]\d{0,19})(?:\.\d{0,17}[1-9])?$/

/** True for an empty cell and for what stands in for one: `--`, `n/a`, `Incomplete`. */
export const isNothing = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim()
  return plain === '' || NOTHING.test(plain)
}

/**
 * A number in a broker's notation as plain text: digits, at most one point, a minus; at most 20 digits before the point and 18 behind it.
 * Reads what `parseDecimal` reads and a minus behind the digits. A cell that stands for no number is `empty`; percentages, exponents,
 * `NaN` and hex are `notNumber`; a lone comma that could be either mark is `ambiguous`.
 */
export function readNumber(text: string): NumberReading {
  if (PLAIN.test(text)) return { ok: true, value: text }
  if (isNothing(text)) return { ok: false, problem: 'empty' }
  const read = parseDecimal(text.trim().replace(MINUS_BEHIND, '-$1'))
  if (read.ok) return { ok: true, value: decimalText(read.value) }
  return { ok: false, problem: read.problem === 'ambiguous' || read.problem === 'empty' ? read.problem : 'notNumber' }
}

/** A cell that may be empty: its number, null, or why its line cannot be read. */
export function readAmount(text: string, fault: RejectReason): { value: string | null } | { reason: RejectReason } {
  const read = readNumber(text)
  if (read.ok) return { value: read.value }
  if (read.problem === 'empty') return { value: null }
  return { reason: read.problem === 'ambiguous' ? 'numberAmbiguous' : fault }
}
