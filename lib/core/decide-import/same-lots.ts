import type { ImportedOwn } from '@/lib/core/positions-import'

type Lots = ImportedOwn['lots']

/** Whether they are the same lots, in any order. */
export function sameLots(a: Lots, b: Lots): boolean {
  const [one, other] = [keysOf(a), keysOf(b)]
  return one.length === other.length && one.every((key, at) => key === other[at])
}

const keysOf = (lots: Lots): string[] =>
  lots.map(({ quantity, unitCost, acquired }) => `${acquired} ${quantity} ${unitCost}`).sort()
