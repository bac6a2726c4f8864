import { isFuture } from '@/lib/core/decide-import/own'
import { exact, type ReadLot } from '@/lib/core/decide-import/read-file'
import { merge, reject } from '@/lib/core/decide-import/rows'
import type { ImportedLots, ImportRow } from '@/lib/core/positions-import'
import { type IsoDate, type Quantity, quantity, sum, unitPrice } from '@/lib/core/units'

/** A lot of a row as it can be stored, and the row of its own line. */
export interface ItemLot {
  row: ImportRow
  lot: ImportedLots[number]
}

/** What the rows of a holding say of lots; null where a file says nothing of them, or nothing that can be stored. */
type Said = readonly { row: ImportRow; lots: ItemLot[] | null }[]

/** The lots of one row under the rules of what is typed; a line that breaks them is rejected alone. Null when none is left of some. */
export function readItemLots(given: readonly { row: ImportRow; read: ReadLot }[], asOf: IsoDate): ItemLot[] | null {
  const lots = given.flatMap(({ row, read }) => {
    const lot = readLot(read, asOf)
    if (typeof lot !== 'string') return [{ row, lot }]
    reject(row, lot)
    return []
  })
  return lots.length === 0 && given.length > 0 ? null : lots
}

function readLot({ acquired, ...read }: ReadLot, asOf: IsoDate): ItemLot['lot'] | string {
  const [size, cost] = [exact(read.quantity), exact(read.unitCost)]
  if (size === null || cost === null) return 'tooLarge'
  if (size <= 0n || cost < 0n) return 'lotInvalid'
  if (isFuture(acquired, asOf)) return 'futureDate'
  return { quantity: quantity(size), unitCost: unitPrice(cost), acquired }
}

/**
 * The lots that all rows of a holding bring together; null when they bring none, so that the stored ones stay. Lots that add up to more than is
 * held are all rejected, since nobody can tell which is wrong; lots of less leave the rest without a cost.
 */
export function decideLots(items: Said, held: Quantity): ImportedLots | null {
  const said = items.flatMap(({ lots }) => lots ?? [])
  if (items.every(({ lots }) => lots === null)) return null
  if (sum(said.map(({ lot }) => lot.quantity)) <= held) return said.map(({ lot }) => lot)
  for (const { row } of said) reject(row, 'lotsExceed')
  return null
}

/** The lines of lots that were taken end in the row of their holding. */
export function mergeLots(items: Said): void {
  for (const { row: head, lots } of items) {
    for (const { row } of lots ?? []) if (row.outcome !== 'rejected') merge(row, head)
  }
}

/** The lots of a row that is left out are left out with it. */
export function rejectLots(rows: readonly ImportRow[]): void {
  for (const row of rows) if (row.outcome !== 'rejected') reject(row, 'lotAlone')
}
