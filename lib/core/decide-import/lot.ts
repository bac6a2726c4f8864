import { type HoldingRow, lotTotal } from '@/lib/core/book'
import { exact } from '@/lib/core/decide-import/read-file'
import type { ImportChoices, ImportedLot } from '@/lib/core/positions-import'
import { divideRounded, type Quantity, unitPrice } from '@/lib/core/units'

interface Costed {
  quantity: bigint
  read: { unitCost: string | null }
}

/**
 * The one lot that the rows' cost becomes, where the user wants that and the stored lots do not already add up to the quantity; null when the
 * lots stay. `belowLots` when they add up to more than the quantity and stay.
 */
export function decideLot(
  items: readonly Costed[],
  quantity: Quantity,
  stored: Pick<HoldingRow, 'lots'> | null,
  cost: ImportChoices['cost'],
): ImportedLot | null | 'belowLots' {
  const lots = stored?.lots ?? []
  const held = lotTotal({ lots })
  const unitCost = cost.kind === 'oneLot' ? costOf(items, quantity) : null
  if (cost.kind === 'oneLot' && unitCost !== null && held !== quantity) {
    return { quantity, unitCost: unitPrice(unitCost), acquired: cost.acquired, replaces: lots.length }
  }
  return held > quantity ? 'belowLots' : null
}

/** What one unit of all rows cost, half away from zero; null when one of them does not say, or there is nothing. */
function costOf(items: readonly Costed[], quantity: Quantity): bigint | null {
  if (quantity <= 0n) return null
  const costs = items.map(({ read }) => exact(read.unitCost))
  const first = costs[0] ?? null
  if (costs.some((cost) => cost === null || cost < 0n)) return null
  if (costs.every((cost) => cost === first)) return first
  return divideRounded(
    items.reduce((total, item, at) => total + item.quantity * (costs[at] ?? 0n), 0n),
    quantity,
  )
}
