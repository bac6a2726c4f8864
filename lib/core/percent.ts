import { type DecimalProblem, decimalText, parseDecimal } from '@/lib/core/decimal'
import { type Bps, bps, ONE, WHOLE } from '@/lib/core/units'

export type PercentProblem = DecimalProblem | 'outOfRange'
export type ParsedPercent = { ok: true; value: Bps } | { ok: false; problem: PercentProblem }

const PLACES = 2

/** A weight as a person types it, `12.5`, `12.50 %`, `１２％`, in basis points; from 0 to 100 with at most two decimals, or the reason why not. */
export function parsePercent(text: string): ParsedPercent {
  const parsed = parseDecimal(text.normalize('NFKC').trim().replace(/\s*%$/, ''), PLACES)
  if (!parsed.ok) return parsed
  const hundredths = parsed.value / (ONE / 100n)
  if (hundredths < 0n || hundredths > BigInt(WHOLE)) return { ok: false, problem: 'outOfRange' }
  return { ok: true, value: bps(Number(hundredths)) }
}

/** Basis points as the plain digits that a percent field takes back: `12.5`, `0`, `100`. */
export const percentText = (value: Bps): string => decimalText(BigInt(value), PLACES)
