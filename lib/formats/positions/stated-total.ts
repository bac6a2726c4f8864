import { decimalText } from '@/lib/core/decimal'
import { agree } from '@/lib/formats/positions/exact-amounts'
import type { Reading } from '@/lib/formats/positions/reading'

/**
 * Notes a total, in 10^-18, that is the sum of none of these accounts (null: of all), with their cash or, where it `mayLackCash`, without.
 * What was rejected, and what has no value, is missing from the sum. One of several currencies is not compared: the rate behind such a total
 * is not in the file.
 */
export function compareTotal(
  reading: Reading,
  line: number,
  total: bigint | null,
  { accounts, mayLackCash = false }: { accounts: readonly (string | null)[]; mayLackCash?: boolean },
): void {
  const sums = accounts.map(reading.sum).filter((sum, i) => sum.currencies.size === 1 || (i === 0 && sum.parts === 0))
  const [first] = sums
  if (total === null || !first) return
  const agrees = sums.some(
    ({ held, cash, parts }) => agree(held + cash, total, parts) || (mayLackCash && agree(held, total, parts)),
  )
  if (agrees) return
  reading.note(line, 'totalMismatch', { file: decimalText(total), ours: decimalText(first.held + first.cash) })
}
