import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { type ClassPositions, classesOf, priceOfCash } from '@/lib/core/allocator/purse-classes'
import type { PurseEffort } from '@/lib/core/allocator/purse-combinations'
import { bestPlan, leastCost, leastOfRows, type Purse } from '@/lib/core/allocator/purse-sums'
import { relaxedCost, type Table, tableOf } from '@/lib/core/allocator/purse-table'
import type { Trial } from '@/lib/core/allocator/trial'

/**
 * Search and bound for one account, where only the purse couples the classes: for each class a table of what it costs at least by the cash
 * that it takes, in steps; then the tables are added up, class by class (the multiple-choice knapsack by dynamic programming:
 * H. Kellerer, U. Pferschy, D. Pisinger, Knapsack Problems, 2004, ch. 11). Cash rounded down to steps gives a bound, rounded up a plan.
 *
 * A class with few securities is tried in every combination. One with many has combinations everywhere, so that its continuous cost is
 * bound enough, and the combinations near the plan known are tried.
 */
export interface PurseSearch {
  found: Trial | null
  /** No plan costs less (ppm). */
  bound: number
  /** Classes with positions, of which combinations were tried. */
  kept: number[]
}

/** What is carried from one search to a finer one: the least priced cost of each class by itself, from its table. */
export type Floors = Float64Array

/** Looks for a better plan than the one known and for a better bound, in steps of so many ppm of cash. Null when a table would be too long. */
export function searchPurse(
  model: Model,
  priced: PricedModel,
  known: Trial,
  step: number,
  floors: Floors,
  effort: PurseEffort,
): PurseSearch | null {
  const tables: Table[] = []
  const classes = classesOf(model)
  for (const [t, each] of classes.entries()) {
    const relaxed = relaxedCost(priced, each)
    const others = classes.reduce((sum, other, o) => (o === t ? sum : sum + floorOf(priced, other, floors)), 0)
    const slack = known.objective - others - leastOfRows(model, priced) - relaxed
    const table = effort.expired() ? null : tableOf(model, priced, known, each, slack, step, effort)
    if (!table) return null
    floors[each.assetClass] = Math.max(floorOf(priced, each, floors), leastPriced(model, table, priced, step))
    tables.push(table)
  }
  const purse: Purse = { model, priced, known, step, tables, expired: effort.expired }
  const kept = tables.filter((t) => t.positions.length > 0).map((t) => t.assetClass)
  return { found: bestPlan(purse), bound: Math.max(priced.total, leastCost(purse)), kept }
}

const floorOf = (priced: PricedModel, each: ClassPositions, floors: Floors): number =>
  Math.max(relaxedCost(priced, each), floors[each.assetClass] ?? Number.NEGATIVE_INFINITY)

function leastPriced(model: Model, table: Table, priced: PricedModel, step: number): number {
  const price = priceOfCash(model, priced)
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < table.least.length; k++) {
    least = Math.min(least, (table.least[k] ?? 0) + price * (table.first + k) * step)
  }
  return least + Math.min(0, price) * step
}
