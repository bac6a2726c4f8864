import { parseDecimal } from '@/lib/core/decimal'
import {
  type Cents,
  cents,
  type FxRate,
  fxRate,
  ONE,
  type Quantity,
  quantity,
  type UnitPrice,
  unitPrice,
} from '@/lib/core/units'

/** Exact values out of the plain digits that issues and changes carry. */
function exact(text: string): bigint {
  const parsed = parseDecimal(text)
  if (!parsed.ok) throw new Error(`Not plain digits: ${text}`)
  return parsed.value
}

export const exactMoney = (text: string): Cents => cents(exact(text) / (ONE / 100n))
export const exactQuantity = (text: string): Quantity => quantity(exact(text))
export const exactRate = (text: string): FxRate => fxRate(exact(text))
export const exactPrice = (text: string): UnitPrice => unitPrice(exact(text))
