import type { Book } from '@/lib/core/allocator/book'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { halfWidth, type Target } from '@/lib/core/targets'
import { absolute, MILLION, WHOLE } from '@/lib/core/units'

/** Where a class costs nothing, in cents times 10,000, and its exact target. */
export interface Goal {
  lower: bigint
  upper: bigint
  target: bigint
}

/** How a class that is outside its band is led back: so much of the half-width remains. In halves. */
const LEFT_OF_BAND = { target: 0n, halfway: 1n, edge: 2n } as const

/** Goals that ask for the exact target, whatever the bands: for placing new money. */
export function exactGoals(book: Book, target: Target): Goal[] {
  return ASSET_CLASSES.map((c) => {
    const centre = book.investable * BigInt(target.weights[c])
    return { lower: centre, upper: centre, target: centre }
  })
}

/**
 * Goals by the bands: a class inside its band may stay anywhere in it, a class outside is led back to the destination.
 * Both edges belong to the band.
 */
export function bandGoals(book: Book, target: Target): Goal[] {
  return ASSET_CLASSES.map((c, i) => {
    const centre = book.investable * BigInt(target.weights[c])
    const half =
      (book.investable * BigInt(halfWidth(target.weights[c], target.bands[c])) * BigInt(WHOLE)) / BigInt(MILLION)
    const outside = absolute((book.amounts[i] ?? 0n) - centre) > half
    const kept = outside ? (half * LEFT_OF_BAND[target.destination]) / 2n : half
    return { lower: centre - kept, upper: centre + kept, target: centre }
  })
}

/** How far an amount is from where it costs nothing. */
export function distance(goal: Goal, amount: bigint): bigint {
  if (amount < goal.lower) return goal.lower - amount
  return amount > goal.upper ? amount - goal.upper : 0n
}
