import { decimalText } from '@/lib/core/decimal'
import { readNumber } from '@/lib/formats/positions/cells'
import { agree, exactly } from '@/lib/formats/positions/exact-amounts'
import type { Place, Reading } from '@/lib/formats/positions/reading'

/**
 * The file's total beside the values that were read, with or without the cash. Not compared where several currencies were read: the rate
 * behind such a total is not in the file.
 */
export function compareTotal(reading: Reading, place: Place, text: string): void {
  reading.skip(place, 'total')
  const stated = readNumber(text)
  const [holdings, accounts] = [reading.holdings(), reading.accounts()]
  const currencies = new Set([...holdings, ...accounts].map(({ currency }) => currency))
  if (!stated.ok || currencies.size > 1) return
  const values = holdings.reduce((total, holding) => total + (exactly(holding.value) ?? 0n), 0n)
  const withCash = accounts.reduce((total, account) => total + (exactly(account.cash) ?? 0n), values)
  const file = exactly(stated.value) ?? 0n
  if (agree(values, file, holdings.length) || agree(withCash, file, holdings.length)) return
  reading.note(place.line, 'totalMismatch', { file: stated.value, ours: decimalText(withCash) })
}
