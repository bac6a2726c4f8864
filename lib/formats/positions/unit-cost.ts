import { readNumber } from '@/lib/formats/positions/cells'
import { agree, exactly, perUnit, worth } from '@/lib/formats/positions/exact-amounts'

/** The cells of a cost, as they stand in the file; undefined where it has no such column. */
export interface CostCells {
  /** Of all of it. */
  cost?: string
  /** Of one unit. */
  averageCost?: string
}

/**
 * The cost of one unit of quantity; null where none can be read. The file's own average is taken as it stands, except where it is of 100 of face:
 * there the total decides, and without a total the hundredth.
 */
export function unitCostOf(cells: CostCells, quantity: string, perHundred: boolean): string | null {
  const [average, total] = [numberIn(cells.averageCost), numberIn(cells.cost)]
  if (average === null) return perUnit(total, quantity)
  if (!perHundred) return average
  if (total !== null && agree(worth(quantity, average) ?? 0n, exactly(total) ?? 0n, 1)) return average
  return perUnit(total, quantity) ?? perUnit(average, '100')
}

function numberIn(text = ''): string | null {
  const read = readNumber(text)
  return read.ok ? read.value : null
}
