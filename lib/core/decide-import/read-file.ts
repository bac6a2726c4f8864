import type { AssetClass } from '@/lib/core/asset-class'
import { parseDecimal } from '@/lib/core/decimal'
import type { TaxTreatment } from '@/lib/core/portfolio'
import type { Trading } from '@/lib/core/trading'
import type { IsoDate } from '@/lib/core/units'

/**
 * A positions file as its format read it; amounts are plain decimal texts. Every row is a
 * holding, one of its lots, cash (by its note), rejected or skipped.
 */
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

/** Amounts are texts, as exact as the file has them: digits, a point, a sign. Null: the file does not say. */
export interface ReadAccount {
  id: string
  name: string
  tax: TaxTreatment | null
  cash: string | null
  /** The part of the cash that is kept out of plans; only our own file knows it. */
  reserve?: string
  currency: string
}

export interface ReadHolding {
  /** The id of its account. */
  account: string
  symbol: string
  name: string
  quantity: string
  price: string | null
  value: string | null
  unitCost: string | null
  currency: string
  /** From the built-in directory or from what the file says; null asks the user. */
  class: AssetClass | Partial<Record<AssetClass, number>> | null
  line: number
  /** Absent where the file says nothing of lots; empty where it says that there are none. */
  lots?: ReadLot[]
  /** Absent in every format but our own. */
  own?: ReadOwn
}

/** A tax lot on a line of its own. Its cost is of one unit, in the currency of its holding. */
export interface ReadLot {
  quantity: string
  unitCost: string
  acquired: IsoDate
  line: number
}

/** What a person entered of a holding and no broker's file says; it replaces what is stored. */
export interface ReadOwn {
  unit: string
  trading: Trading
  pricedOn: IsoDate | null
  priceSource: string | null
}

/** Whole 10^-18 of a text that a format gave; null for none, and for what cannot be stored. */
export function exact(text: string | null): bigint | null {
  const parsed = text === null ? null : parseDecimal(text)
  return parsed?.ok ? parsed.value : null
}

/** An account of a file, or a line of one, as a key; ids may hold any other character. */
export const placeKey = (file: number, id: string | number): string => `${file}\n${id}`
