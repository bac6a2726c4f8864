import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { DECIMALS, ONE } from '@/lib/core/units'
import type { PositionsFile, ReadHolding } from '@/lib/formats/positions/positions-file'

/** A cent in the scale of a product of quantity and price. */
const CENT = (ONE / 100n) * ONE
const HUNDRED = 100n

const exact = (text: string | null): bigint | null => {
  const read = text === null ? null : parseDecimal(text)
  return read?.ok ? read.value : null
}

const size = (value: bigint): bigint => (value < 0n ? -value : value)

/**
 * What is to be said of a holding whose quantity × price is not its value within a cent: `perHundred` where the price is of 100 of face (the
 * product is 100 times the value, to 1 %: accrued interest and rounded prices), else `valueMismatch` with both. The file's value stands in either
 * case. Null when they agree or when one of the three is missing.
 */
export function noteOnValue(holding: ReadHolding): PositionsFile['notes'][number] | null {
  const [quantity, price, value] = [exact(holding.quantity), exact(holding.price), exact(holding.value)]
  if (quantity === null || price === null || value === null) return null
  const product = quantity * price
  const stated = value * ONE
  if (size(product - stated) <= CENT) return null
  const perHundred = stated !== 0n && size(product - HUNDRED * stated) <= size(stated)
  const { line } = holding
  const values = { product: decimalText(product, 2 * DECIMALS), value: decimalText(value) }
  return { line, code: perHundred ? 'perHundred' : 'valueMismatch', values }
}
