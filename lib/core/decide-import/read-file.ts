import type { AssetClass } from '@/lib/core/asset-class'
import { parseDecimal } from '@/lib/core/decimal'
import type { TaxTreatment } from '@/lib/core/portfolio'
import type { Trading } from '@/lib/core/trading'
import type { IsoDate } from '@/lib/core/units'

/** A positions file as its format read it; amounts are plain decimal texts. Every row is a holding, cash (by its note), rejected or skipped. */
export interface ReadFile {
  format: string
  /** Equal for files of the same bytes. */
  hash: string
  /** The day of its prices, where the file says it. */
  date: IsoDate | null
  rows: readonly { line: number; text: string }[]
  accounts: readonly ReadAccount[]
  holdings: readonly ReadHolding[]
  rejected: readonly { line: number; reason: string; text: string }[]
  skipped: readonly { line: number; rule: string; text: string }[]
  notes: readonly { line: number; code: string; values: Record<string, string> }[]
}

export interface ReadAccount {
  id: string
  name: string
  tax: TaxTreatment | null
  cash: string | null
  /** Absent where the format does not know it. */
  reserve?: string
  currency: string
}

export interface ReadHolding {
  account: string
  symbol: string
  name: string
  quantity: string
  price: string | null
  value: string | null
  unitCost: string | null
  currency: string
  class: AssetClass | Partial<Record<AssetClass, number>> | null
  line: number
  /** Absent in every format but our own. */
  own?: ReadOwn
}

/** What a person entered of a holding and no broker's file says. Costs are in the currency of the row. */
export interface ReadOwn {
  unit: string
  trading: Trading
  pricedOn: IsoDate | null
  priceSource: string | null
  lots: { quantity: string; unitCost: string; acquired: IsoDate }[]
}

/** Whole 10^-18 of a text that a format gave; null for none, and for what cannot be stored. */
export function exact(text: string | null): bigint | null {
  const parsed = text === null ? null : parseDecimal(text)
  return parsed?.ok ? parsed.value : null
}

/** An account of a file, or a line of one, as a key; ids may hold any other character. */
export const placeKey = (file: number, id: string | number): string => `${file}\n${id}`
