import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { MONEY_FUNDS } from '@/lib/core/allocator/problem'
import { LOOSE, mainClass, priceOfCash } from '@/lib/core/allocator/purse-classes'
import type { Table } from '@/lib/core/allocator/purse-table'
import { Trial } from '@/lib/core/allocator/trial'

const MOST_SUMS = 16_000_000

export interface Purse {
  model: Model
  priced: PricedModel
  known: Trial
  step: number
  tables: readonly Table[]
  expired: () => boolean
}

/** Sums of the tables so far: least cost by step of cash. `chosen` says which step of the last table it was. */
interface Sums {
  first: number
  cost: Float64Array
  chosen: Int32Array
}

/** Adds the tables one by one, dropping sums that cannot be part of a plan better than the one known. */
function sumsOf(
  { model, priced, known, step, tables, expired }: Purse,
  of: (table: Table) => Float64Array,
): Sums[] | 'none' | 'tooMany' {
  const price = priceOfCash(model, priced)
  // The cash is up to a step more than the tables say, which counts where it is priced below zero.
  const slip = Math.min(0, price) * step
  const reduced = (first: number, cost: Float64Array): number => {
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k < cost.length; k++) least = Math.min(least, (cost[k] ?? 0) + price * (first + k) * step)
    return least + slip
  }
  const after = new Float64Array(tables.length + 1)
  for (let t = tables.length - 1; t >= 0; t--) {
    const table = tables[t] as Table
    after[t] = (after[t + 1] ?? 0) + reduced(table.first, of(table))
  }
  const rest = leastOfRows(model, priced)
  const levels: Sums[] = []
  let sums: Sums = { first: 0, cost: Float64Array.of(0), chosen: Int32Array.of(0) }
  for (const [t, table] of tables.entries()) {
    const added = of(table)
    const reducedAt = (k: number): number => (added[k] ?? 0) + price * (table.first + k) * step
    // Cheapest first at the price of cash: the first that leaves too little room ends the row.
    const filled = Int32Array.from(filledSteps(added).sort((a, b) => reducedAt(a) - reducedAt(b)))
    const costs = Float64Array.from(filled, (k) => added[k] as number)
    const reducedCosts = Float64Array.from(filled, reducedAt)
    if (sums.cost.length * filled.length > MOST_SUMS || expired()) return 'tooMany'
    const first = sums.first + table.first
    const cost = new Float64Array(sums.cost.length + added.length - 1).fill(Number.POSITIVE_INFINITY)
    const chosen = new Int32Array(cost.length)
    const room = known.objective - (after[t + 1] ?? 0) - rest + 1e-6 - slip * (t + 1)
    let [low, high] = [cost.length, -1]
    for (let a = 0; a < sums.cost.length; a++) {
      const base = sums.cost[a] as number
      const left = room - base - price * (sums.first + a) * step
      for (let f = 0; f < filled.length && (reducedCosts[f] as number) <= left; f++) {
        const b = filled[f] as number
        const sum = base + (costs[f] as number)
        const at = a + b
        if (sum >= (cost[at] as number)) continue
        cost[at] = sum
        chosen[at] = b
        if (at < low) low = at
        if (at > high) high = at
      }
    }
    if (high < 0) return 'none'
    sums = { first: first + low, cost: cost.slice(low, high + 1), chosen: chosen.slice(low, high + 1) }
    levels.push(sums)
  }
  return levels
}

function filledSteps(cost: Float64Array): number[] {
  const steps: number[] = []
  for (let k = 0; k < cost.length; k++) if (cost[k] !== Number.POSITIVE_INFINITY) steps.push(k)
  return steps
}

/** What the rows without a table cost at least at their prices: the purse, and money funds where cash counts. */
export function leastOfRows(model: Model, { rowMin }: PricedModel): number {
  return (rowMin[6] ?? 0) + (model.problem.cashCounts ? (rowMin[MONEY_FUNDS] ?? 0) : 0)
}

/** No plan costs less: cash is rounded down, so that more can be paid for than really can. */
export function leastCost(purse: Purse): number {
  const { model, known, step, tables } = purse
  const levels = sumsOf(purse, (table) => table.least)
  if (levels === 'tooMany') return Number.NEGATIVE_INFINITY
  const last = levels === 'none' ? undefined : levels.at(-1)
  if (!last) return known.objective
  const { cashCounts } = model.problem
  let spendable = known.model.start[6] ?? 0
  spendable -= model.rowCosts[6]?.low ?? 0
  for (let i = 0; cashCounts && i < model.positions; i++) {
    if (mainClass(model, i) === MONEY_FUNDS) spendable += (model.sellMax[i] ?? 0) * (model.unit[i] ?? 0)
  }
  const blur = tables.length * step
  let least = known.objective
  for (let k = 0; k < last.cost.length; k++) {
    const cash = (last.first + k) * step
    if (cash > spendable + LOOSE) break
    let cost = last.cost[k] ?? 0
    if (cashCounts) {
      const total = (model.start[MONEY_FUNDS] ?? 0) - cash
      const row = model.rowCosts[MONEY_FUNDS]
      const inside = total - blur < (row?.high ?? 0) && total > (row?.low ?? 0)
      cost += inside ? 0 : Math.min(known.rowCost(MONEY_FUNDS, total), known.rowCost(MONEY_FUNDS, total - blur))
    }
    least = Math.min(least, cost)
  }
  return least
}

/** The best plan with cash rounded up, or null when none is better. Money funds that count as cash stay as in the plan known. */
export function bestPlan(purse: Purse): Trial | null {
  const { model, known, step, tables } = purse
  const levels = sumsOf(purse, (table) => table.cost)
  const last = levels === 'none' || levels === 'tooMany' ? undefined : levels.at(-1)
  if (!Array.isArray(levels) || !last) return null
  const trial = new Trial(model)
  trial.copyFrom(known)
  for (const { positions } of tables) for (const i of positions) trial.set(i, 0)
  const spendable = trial.roomDown(6)
  const funds = trial.totals[MONEY_FUNDS] ?? 0
  let [best, at] = [Number.POSITIVE_INFINITY, -1]
  for (let k = 0; k < last.cost.length; k++) {
    const cash = (last.first + k) * step
    if (cash > spendable + LOOSE) break
    const cost = (last.cost[k] ?? 0) + (model.problem.cashCounts ? known.rowCost(MONEY_FUNDS, funds - cash) : 0)
    if (cost < best) {
      best = cost
      at = k
    }
  }
  if (at < 0) return null
  for (let t = tables.length - 1; t >= 0; t--) {
    const table = tables[t] as Table
    const sums = levels[t] as Sums
    const chosen = sums.chosen[at] ?? 0
    for (const [p, i] of table.positions.entries()) trial.set(i, table.units[chosen * table.positions.length + p] ?? 0)
    const before = levels[t - 1]
    at = at + sums.first - table.first - chosen - (before?.first ?? 0)
  }
  trial.refresh()
  return trial
}
