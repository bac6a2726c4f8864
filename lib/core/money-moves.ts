import type { AssetClass, Weights } from '@/lib/core/asset-class'
import { shiftsTo } from '@/lib/core/drift'
import { type Cents, cents, compareBigint, smaller } from '@/lib/core/units'
import type { Breakdown, Bucket } from '@/lib/core/valuation'

/** Money that would leave one class, or what stands apart, for another. */
export interface Move {
  from: Bucket
  to: Bucket
  /** Always positive. */
  amount: Cents
}

interface Side {
  bucket: Bucket
  left: Cents
}

/**
 * The calculated shifts as moves from what is above the weights to what is below, in cents. What leaves and what reaches each class
 * adds up to its shift exactly; unclassified holdings and uncounted cash have a weight of zero, so all of them moves.
 * Money has no name, so any pairing would be true: this one takes the largest surplus to the largest shortfall first,
 * which needs the fewest moves to read. Ties go to the earlier class.
 */
export function moneyMoves(b: Breakdown, target: Weights): Move[] {
  const shifts = new Map<Bucket, bigint>(Object.entries(shiftsTo(b, target)) as [AssetClass, Cents][])
  shifts.set('unclassified', -b.values.unclassified).set('cash', -b.values.cash)
  const sources = largestFirst([...shifts].map(([bucket, shift]) => ({ bucket, left: cents(-shift) })))
  const sinks = largestFirst([...shifts].map(([bucket, shift]) => ({ bucket, left: cents(shift) })))
  const moves: Move[] = []
  while (sources[0] && sinks[0]) {
    const amount = smaller(sources[0].left, sinks[0].left)
    moves.push({ from: sources[0].bucket, to: sinks[0].bucket, amount })
    for (const side of [sources, sinks]) takeFromFirst(side, amount)
  }
  return moves
}

const largestFirst = (sides: Side[]): Side[] =>
  sides.filter((s) => s.left > 0n).sort((a, b) => compareBigint(b.left, a.left))

function takeFromFirst(sides: Side[], amount: Cents): void {
  const first = sides[0]
  if (!first) return
  first.left = cents(first.left - amount)
  if (first.left === 0n) sides.shift()
}
