import type { HoldingRow } from '@/lib/core/book'
import { BROKER } from '@/lib/core/decide-import/price'
import { exact, type ReadOwn } from '@/lib/core/decide-import/read-file'
import { sameLots } from '@/lib/core/decide-import/same-lots'
import { isPriceSource } from '@/lib/core/holding-fields'
import type { ImportedOwn } from '@/lib/core/positions-import'
import { tradingOf } from '@/lib/core/trading'
import { daysBetween, type IsoDate, type Quantity, quantity, sum, unitPrice } from '@/lib/core/units'

type Lots = ImportedOwn['lots']

/** A row's own part as it can be stored, with the day and the source of its price. */
export interface ItemOwn extends ImportedOwn {
  pricedOn: IsoDate | null
  priceSource: string | null
}

/** The own part of a row under the rules of what is typed; a text is the reason why it cannot be stored. */
export function readOwn(own: ReadOwn, asOf: IsoDate): ItemOwn | string {
  const unit = exact(own.unit)
  if (unit === null) return 'tooLarge'
  if (unit <= 0n) return 'unitNotPositive'
  const lots: Lots = []
  for (const lot of own.lots) {
    const [size, cost] = [exact(lot.quantity), exact(lot.unitCost)]
    if (size === null || cost === null) return 'tooLarge'
    if (size <= 0n || cost < 0n) return 'lotInvalid'
    lots.push({ quantity: quantity(size), unitCost: unitPrice(cost), acquired: lot.acquired })
  }
  // Tomorrow is a day that it is somewhere already.
  const dates = [own.pricedOn, ...lots.map(({ acquired }) => acquired)]
  if (dates.some((date) => date !== null && daysBetween(asOf, date) > 1)) return 'futureDate'
  const { trading, pricedOn, priceSource: source } = own
  const priceSource = source === null || isPriceSource(source) ? source : BROKER
  return { unit: quantity(unit), trading, lots, pricedOn, priceSource }
}

/** What the rows of one holding say together, the lots of all of them; null when none has a part of its own, a text when the lots are too many. */
export function decideOwn(
  items: readonly { own: ItemOwn | null }[],
  held: Quantity,
): ImportedOwn | null | 'lotsExceed' {
  const owned = items.flatMap(({ own }) => own ?? [])
  const [head] = owned
  if (!head) return null
  const lots = owned.flatMap((own) => own.lots)
  if (sum(lots.map((lot) => lot.quantity)) > held) return 'lotsExceed'
  return { unit: head.unit, trading: head.trading, lots }
}

export const ownOf = (row: HoldingRow): ImportedOwn => ({
  unit: row.unit,
  trading: tradingOf(row),
  lots: row.lots.map(({ quantity: size, unitCost, acquired }) => ({ quantity: size, unitCost, acquired })),
})

export const sameOwn = (a: ImportedOwn, b: ImportedOwn): boolean =>
  a.unit === b.unit && a.trading === b.trading && sameLots(a.lots, b.lots)
