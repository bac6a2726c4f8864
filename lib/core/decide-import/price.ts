import { decimalText } from '@/lib/core/decimal'
import type { ImportedValues, ImportNote } from '@/lib/core/positions-import'
import {
  absolute,
  daysBetween,
  divideRounded,
  type IsoDate,
  ONE,
  type Quantity,
  type UnitPrice,
  unitPrice,
} from '@/lib/core/units'

/** What the rows of one holding say together; quantity, price and value in 10^-18. */
export interface Stated {
  quantity: Quantity
  price: bigint | null
  value: bigint | null
  currency: string
  /** How many rows: each may be rounded by a cent. */
  rows: number
}

const CENT = ONE / 100n
const HUNDRED = 100n

/**
 * The price at which the file's rows are stored. The value column is believed: where quantity × price is further from it than a cent a row (a
 * bond quoted per 100 of face, a rounded price), the price is value / quantity, half away from zero. A price in pence beside a value in
 * pounds is no contradiction. A price of zero is none.
 */
export function priceOf({ quantity, price, value, currency, rows }: Stated): {
  price: UnitPrice | null
  notes: ImportNote[]
} {
  const notes: ImportNote[] = []
  const derived = value === null || quantity === 0n || value <= 0n ? null : divideRounded(value * ONE, quantity)
  if (price === null) {
    if (derived !== null) notes.push({ code: 'priceDerived', values: { price: decimalText(derived) } })
    return { price: positive(derived, value, notes), notes }
  }
  const product = divideRounded(quantity * price, ONE)
  if (value === null || absolute(product - value) <= CENT * BigInt(rows))
    return { price: positive(price, value, notes), notes }
  if (currency === 'GBX' && absolute(product - HUNDRED * value) <= absolute(value) / HUNDRED + CENT) {
    notes.push({ code: 'pence', values: { price: decimalText(price), value: decimalText(value) } })
    return { price: positive(price, value, notes), notes }
  }
  return { price: positive(derived ?? price, value, notes), notes }
}

function positive(price: bigint | null, value: bigint | null, notes: ImportNote[]): UnitPrice | null {
  if (price === null || price > 0n) return price === null ? null : unitPrice(price)
  notes.push({ code: 'priceZero', values: value === null ? {} : { value: decimalText(value) } })
  return null
}

type Priced = Pick<ImportedValues, 'price' | 'pricedOn' | 'priceSource'>
/** The day and the source that a row itself gives its price. */
type Dated = Omit<Priced, 'price'>

export const BROKER = 'broker'

/**
 * The price that is stored after the import. A file without a date is of today, but the same price once more is no news; a dated file does not
 * replace a price of a later day; without a price in the file the stored one stays while the currency does. A row with a day and a source of its
 * own brings both along.
 */
export function newPrice(
  price: UnitPrice | null,
  was: ImportedValues | null,
  sameCurrency: boolean,
  dates: { file: IsoDate | null; asOf: IsoDate; own?: Dated | null },
): Priced & { notes: ImportNote[] } {
  const stored = was && sameCurrency ? was : null
  const kept = {
    price: stored?.price ?? null,
    pricedOn: stored?.pricedOn ?? null,
    priceSource: stored?.priceSource ?? null,
  }
  if (price === null) {
    const cleared = was !== null && !sameCurrency && was.price !== null
    return { ...kept, notes: cleared ? [{ code: 'priceCleared', values: {} }] : [] }
  }
  if (dates.own) return ownPrice(price, kept, dates.own)
  // A date that is not yet anywhere is a slip of the file.
  const date = dates.file !== null && daysBetween(dates.asOf, dates.file) <= 1 ? dates.file : null
  const fresh = { price, pricedOn: date ?? dates.asOf, priceSource: BROKER, notes: [] }
  if (kept.price === null) return fresh
  const later = kept.pricedOn !== null && date !== null && kept.pricedOn > date
  if (kept.price === price) {
    const news = kept.pricedOn === null || (date !== null && kept.pricedOn < date)
    return news ? fresh : { ...kept, notes: [] }
  }
  if (!later) return fresh
  return { ...kept, notes: [keptNote(kept.price, kept.pricedOn)] }
}

function ownPrice(price: UnitPrice, kept: Priced, own: Dated): Priced & { notes: ImportNote[] } {
  const isLater = kept.pricedOn !== null && own.pricedOn !== null && kept.pricedOn > own.pricedOn
  if (kept.price === null || !isLater) return { price, ...own, notes: [] }
  return { ...kept, notes: kept.price === price ? [] : [keptNote(kept.price, kept.pricedOn)] }
}

const keptNote = (price: UnitPrice, date: IsoDate | null): ImportNote => ({
  ...{ code: 'priceKept', values: { price: decimalText(price), date: date ?? '' } },
})
