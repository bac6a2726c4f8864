import type { HoldingRow } from '@/lib/core/book'
import { BROKER } from '@/lib/core/decide-import/price'
import { exact, type ReadOwn } from '@/lib/core/decide-import/read-file'
import { isPriceSource } from '@/lib/core/holding-fields'
import type { ImportedOwn } from '@/lib/core/positions-import'
import { tradingOf } from '@/lib/core/trading'
import { daysBetween, type IsoDate, quantity } from '@/lib/core/units'

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
  if (own.pricedOn !== null && isFuture(own.pricedOn, asOf)) return 'futureDate'
  const { trading, pricedOn, priceSource: source } = own
  const priceSource = source === null || isPriceSource(source) ? source : BROKER
  return { unit: quantity(unit), trading, pricedOn, priceSource }
}

/** Tomorrow is a day that it is somewhere already. */
export const isFuture = (date: IsoDate, asOf: IsoDate): boolean => daysBetween(asOf, date) > 1

/** What the rows of one holding say together, which agree; null when none has a part of its own. */
export function decideOwn(items: readonly { own: ItemOwn | null }[]): ImportedOwn | null {
  const own = items.find((item) => item.own !== null)?.own
  return own ? { unit: own.unit, trading: own.trading } : null
}

export const ownOf = (row: HoldingRow): ImportedOwn => ({ unit: row.unit, trading: tradingOf(row) })

export const sameOwn = (a: ImportedOwn, b: ImportedOwn): boolean => a.unit === b.unit && a.trading === b.trading
