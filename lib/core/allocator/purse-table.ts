import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { type ClassPositions, cashTaken, priceOfCash } from '@/lib/core/allocator/purse-classes'
import { type PurseEffort, tryCheapest } from '@/lib/core/allocator/purse-combinations'
import type { Trial } from '@/lib/core/allocator/trial'

const MOST_STEPS = 8000

/** By step of cash taken (from `first` on): least cost with the cash rounded down; and rounded up, with the units that have it. */
export interface Table {
  first: number
  least: Float64Array
  cost: Float64Array
  /** `positions.length` numbers for each step; meaningful where `cost` is finite. */
  units: Float64Array
  positions: readonly number[]
  assetClass: number
}

export const relaxedCost = (priced: PricedModel, { assetClass, positions }: ClassPositions): number =>
  positions.reduce((sum, i) => sum + (priced.positionMin[i] ?? 0), priced.rowMin[assetClass] ?? 0)

export function tableOf(
  model: Model,
  priced: PricedModel,
  known: Trial,
  each: ClassPositions,
  slack: number,
  step: number,
  effort: PurseEffort,
): Table | null {
  const { assetClass, positions } = each
  const start = model.start[assetClass] ?? 0
  const price = priceOfCash(model, priced)
  const classPrice = priced.duals[assetClass] ?? 0
  const relaxed = relaxedCost(priced, each)
  const own = relaxed - (priced.rowMin[assetClass] ?? 0)
  // Continuous cost of taking so much cash, from the priced minima; exact enough where there is neither spread nor fee.
  const continuous = (cash: number): number =>
    own + (classPrice - price) * cash + known.rowCost(assetClass, start + cash)
  const inPlay = (cash: number): boolean => continuous(cash) + price * cash - relaxed < slack
  const kink = closest(model, assetClass, start, continuous, price)
  // No more cash comes out of a class than its positions are worth, and none goes in where nothing may be bought.
  const [lowest, highest] = reachOf(model, positions)
  const middle = Math.floor(Math.min(highest, Math.max(lowest, kink)) / step)
  let [first, last] = [middle, middle]
  while (last - first <= MOST_STEPS && first * step > lowest && inPlay(first * step)) first -= 1
  while (last - first <= MOST_STEPS && (last + 1) * step < highest && inPlay((last + 1) * step)) last += 1
  if (last - first > MOST_STEPS) return null
  const count = last - first + 2
  const width = positions.length
  const table: Table = {
    first,
    least: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    cost: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    units: new Float64Array(count * width),
    positions,
    assetClass,
  }
  const window = { low: start + first * step, high: start + (last + 1) * step }
  const tried = tryCheapest(model, priced, known, each, window, slack, step, effort, (units, cash, cost, total) => {
    put(table, step, units, cash, cost + known.rowCost(assetClass, total))
  })
  if (tried >= slack) return table
  if (model.fee > 0 || positions.some((i) => cashTaken(model, i, 1) !== model.unit[i])) return null
  for (let k = 0; k < count; k++) {
    const [low, high] = [(first + k) * step, (first + k + 1) * step]
    const inside = kinksIn(model, assetClass, start, low, high)
    const untried = Math.min(continuous(low), continuous(high), ...inside.map(continuous)) + tried
    table.least[k] = Math.min(table.least[k] ?? 0, untried)
  }
  return table
}

/** The cash that the positions of a class can bring in (below zero) and take. */
function reachOf(model: Model, positions: readonly number[]): [number, number] {
  let [lowest, highest] = [0, 0]
  for (const i of positions) {
    lowest -= (model.sellMax[i] ?? 0) * (model.unit[i] ?? 0)
    highest += (model.buyMax[i] ?? 0) * (model.unit[i] ?? 0) + model.fee
  }
  return [lowest, highest]
}

function kinksIn(model: Model, assetClass: number, start: number, low: number, high: number): number[] {
  const row = model.rowCosts[assetClass]
  return [row?.low ?? 0, row?.high ?? 0].map((total) => total - start).filter((cash) => cash > low && cash < high)
}

/** Where the continuous cost with its price is least: at an edge of what costs nothing, or where nothing is done. */
function closest(
  model: Model,
  assetClass: number,
  start: number,
  continuous: (cash: number) => number,
  price: number,
): number {
  const row = model.rowCosts[assetClass]
  const candidates = [(row?.low ?? 0) - start, (row?.high ?? 0) - start]
  return candidates.reduce((a, b) => (continuous(b) + price * b < continuous(a) + price * a ? b : a))
}

function put(table: Table, step: number, units: readonly number[], cash: number, cost: number): void {
  const down = Math.floor(cash / step) - table.first
  if (down >= 0 && down < table.least.length && cost < (table.least[down] ?? 0)) table.least[down] = cost
  const up = Math.ceil(cash / step - 1e-9) - table.first
  if (up < 0 || up >= table.cost.length || cost >= (table.cost[up] ?? 0)) return
  table.cost[up] = cost
  const width = table.positions.length
  for (let p = 0; p < width; p++) table.units[up * width + p] = units[p] ?? 0
}
