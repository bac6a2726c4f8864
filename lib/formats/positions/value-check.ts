import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { decimalText } from '@/lib/core/decimal'
import { absolute, DECIMALS, ONE } from '@/lib/core/units'
import { exactly } from '@/lib/formats/positions/exact-amounts'
import type { PositionsFile } from '@/lib/formats/positions/positions-file'

/** A cent in the scale of a product of quantity and price. */
const CENT = (ONE / 100n) * ONE
const HUNDRED = 100n

/**
 * What is to be said of a holding whose quantity × price is not its value within a cent: `perHundred` where the price is of 100 of face (the
 * product is 100 times the value, to 1 %: accrued interest and rounded prices), else `valueMismatch` with both. The file's value stands in either
 * case. Null when they agree or when one of the three is missing.
 */
export function noteOnValue(holding: ReadHolding): PositionsFile['notes'][number] | null {
  const [quantity, price, value] = [exactly(holding.quantity), exactly(holding.price), exactly(holding.value)]
  if (quantity === null || price === null || value === null) return null
  const product = quantity * price
  const stated = value * ONE
  if (absolute(product - stated) <= CENT) return null
  const perHundred = stated !== 0n && absolute(product - HUNDRED * stated) <= absolute(stated)
  const { line } = holding
  const values = { product: decimalText(product, 2 * DECIMALS), value: decimalText(value) }
  return { line, code: perHundred ? 'perHundred' : 'valueMismatch', values }
}
