import { type DateOrder, dateOrder, parseDate } from '@/lib/core/date-text'
import type { ReadHolding } from '@/lib/core/decide-import/read-file'
import { type IsoDate, isoDate } from '@/lib/core/units'
import { readAmount } from '@/lib/formats/positions/cells'
import type { RejectReason } from '@/lib/formats/positions/positions-file'
import type { Place, Reading } from '@/lib/formats/positions/reading'
import { type CostCells, unitCostOf } from '@/lib/formats/positions/unit-cost'
import { noteOnValue } from '@/lib/formats/positions/value-check'

/** The cells of one lot, as they stand in the file. */
interface LotCells extends CostCells {
  quantity: string
  /** Undefined where the file has no such column: it then counts with its position alone. */
  acquired: string | undefined
}

/** A lot that names its position, before and below which others may stand. */
export interface NamedLot {
  place: Place
  /** The key of its position. */
  security: string
  cells: LotCells
  /** Why it is none that can be held. */
  fault: RejectReason | null
}

/** Enters lots to the holdings of their securities; their days are written as those among them say that leave no doubt. */
export function enterNamedLots(reading: Reading, lots: readonly NamedLot[], held: ReadonlyMap<string, ReadHolding>) {
  const order = dateOrder(lots.map(({ cells }) => dayOf(cells.acquired ?? '')))
  for (const { place, security, cells, fault } of lots) {
    if (fault) reading.reject(place, fault)
    else enterLot(reading, place, held.get(security) ?? null, cells, order)
  }
}

/**
 * Enters a lot of a holding of the file (null: one that is not held, or not in the file), or rejects its line with the reason. Whether its figures
 * are possible is decided later.
 */
export function enterLot(
  reading: Reading,
  place: Place,
  holding: ReadHolding | null,
  cells: LotCells,
  order: DateOrder | null,
) {
  if (holding === null) return reading.reject(place, 'lotAlone')
  if (cells.acquired === undefined) return reading.skip(place, 'lot')
  const quantity = readAmount(cells.quantity, 'quantityNotNumber')
  if ('reason' in quantity) return reading.reject(place, quantity.reason)
  if (quantity.value === null) return reading.reject(place, 'quantityMissing')
  const perHundred = noteOnValue(holding)?.code === 'perHundred'
  const unitCost = unitCostOf(cells, quantity.value, perHundred)
  if (unitCost === null) return reading.reject(place, 'lotCost')
  const acquired = lotDate(cells.acquired, order)
  if (acquired === null) return reading.reject(place, 'lotDate')
  reading.lot(place, holding, { quantity: quantity.value, unitCost, acquired })
}

/** The day of `20250304;100111`, `2025-03-04, 10:01:11`, `2025-03-04 (Vesting: 2026-03-04)` or `03/04/2025`; null where it is in doubt. */
export function lotDate(text: string, order: DateOrder | null): IsoDate | null {
  const day = dayOf(text)
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(day)
  if (digits) return isoDate(`${digits[1]}-${digits[2]}-${digits[3]}`)
  const date = parseDate(day, order)
  return date.ok ? date.value : null
}

/** The text without a time of day or a remark behind it. */
const dayOf = (text: string): string =>
  text
    .trim()
    .replace(/\s*\(.*$/, '')
    .replace(/(?:\s*[;,T]\s*|\s+)(?:\d{1,2}:\d{2}(?::\d{2})?|\d{6})(?:\s?[A-Z]{2,4})?$/, '')
