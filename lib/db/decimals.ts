import { decimalText, parseDecimal } from '@/lib/core/decimal'
import { DECIMALS, type IsoDate } from '@/lib/core/units'

/** An exact decimal column as whole 10^-18; the column can hold no more decimals than that. */
export function fromColumn(value: { toFixed(places: number): string }): bigint {
  const parsed = parseDecimal(value.toFixed(DECIMALS))
  if (!parsed.ok) throw new Error(`A decimal column holds what core cannot: ${value.toFixed(DECIMALS)}`)
  return parsed.value
}

/** Whole 10^-18 as the text that a decimal column takes without loss. */
export const toColumn = (value: bigint): string => decimalText(value)

/** A `date` column as its calendar date. */
export const dateFromColumn = (value: Date): IsoDate => value.toISOString().slice(0, 10) as IsoDate

export const dateToColumn = (value: IsoDate): Date => new Date(`${value}T00:00:00Z`)
