import type { ImportedLots } from '@/lib/core/positions-import'

/** Whether they are the same lots, in any order. */
export function sameLots(a: ImportedLots, b: ImportedLots): boolean {
  return a.length === b.length && lotsBeyond(a, b).length === 0
}

/** The lots of the first that the second does not have; of equal ones, as many as it has fewer. */
export function lotsBeyond(lots: ImportedLots, others: ImportedLots): ImportedLots {
  const left = new Map<string, number>()
  for (const lot of others) left.set(keyOf(lot), (left.get(keyOf(lot)) ?? 0) + 1)
  return lots.filter((lot) => {
    const count = left.get(keyOf(lot)) ?? 0
    left.set(keyOf(lot), count - 1)
    return count <= 0
  })
}

const keyOf = ({ quantity, unitCost, acquired }: ImportedLots[number]): string => `${acquired} ${quantity} ${unitCost}`
