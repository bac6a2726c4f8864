import { choicesOf } from '@/lib/core/allocator/blocks'
import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { MONEY_FUNDS } from '@/lib/core/allocator/problem'
import { allows, ownCost, Trial } from '@/lib/core/allocator/trial'

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

const MOST_STEPS = 8000
const MOST_SUMS = 16_000_000

/** True where only the one account's cash ties the classes together. */
export function hasOnePurse(model: Model): boolean {
  const { problem } = model
  if (problem.accounts.length !== 1 || problem.netting || problem.turnoverCap !== null || problem.idle !== 0n)
    return false
  for (let i = 0; i < model.positions; i++) if (mainClass(model, i) < 0) return false
  return true
}

/** The only class that a position is in, or −1. */
function mainClass(model: Model, i: number): number {
  let main = -1
  const split = model.problem.positions[i]?.split ?? []
  for (const [c, share] of split.entries()) {
    if (share === 0n) continue
    if (main >= 0) return -1
    main = c
  }
  return main
}

/** A class with the positions that can change it. Where cash counts, money funds are what is left of it and have no table. */
interface ClassPositions {
  assetClass: number
  positions: number[]
}

/** By step of cash taken (from `first` on): least cost with the cash rounded down; and rounded up, with the units that have it. */
interface Table {
  first: number
  least: Float64Array
  cost: Float64Array
  /** `positions.length` numbers for each step; meaningful where `cost` is finite. */
  units: Float64Array
  positions: readonly number[]
  assetClass: number
}

/** What is carried from one search to a finer one: the least priced cost of each class by itself, from its table. */
export type Floors = Float64Array

export interface PurseEffort {
  /** Combinations tried in each class. */
  combinations: number
  expired: () => boolean
}

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

const relaxedCost = (priced: PricedModel, { assetClass, positions }: ClassPositions): number =>
  positions.reduce((sum, i) => sum + (priced.positionMin[i] ?? 0), priced.rowMin[assetClass] ?? 0)

const floorOf = (priced: PricedModel, each: ClassPositions, floors: Floors): number =>
  Math.max(relaxedCost(priced, each), floors[each.assetClass] ?? Number.NEGATIVE_INFINITY)

/** What a unit of cash taken is priced at: in its own row, and in money funds where it counts among them. */
function priceOfCash(model: Model, { duals }: PricedModel): number {
  return (duals[6] ?? 0) + (model.problem.cashCounts ? (duals[MONEY_FUNDS] ?? 0) : 0)
}

function leastPriced(model: Model, table: Table, priced: PricedModel, step: number): number {
  const price = priceOfCash(model, priced)
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < table.least.length; k++) {
    least = Math.min(least, (table.least[k] ?? 0) + price * (table.first + k) * step)
  }
  return least + Math.min(0, price) * step
}

function classesOf(model: Model): ClassPositions[] {
  const classes: ClassPositions[] = []
  for (let c = 0; c < 6; c++)
    if (!(model.problem.cashCounts && c === MONEY_FUNDS)) classes.push({ assetClass: c, positions: [] })
  for (let i = 0; i < model.positions; i++) {
    if ((model.buyMax[i] ?? 0) === 0 && (model.sellMax[i] ?? 0) === 0) continue
    classes.find((each) => each.assetClass === mainClass(model, i))?.positions.push(i)
  }
  return classes
}

/** Cash that a trade takes: what it buys, its spread and its fee. */
function cashTaken(model: Model, i: number, units: number): number {
  if (units === 0) return 0
  const k = i * model.rows + 6
  const money = Math.abs(units) * (model.unit[i] ?? 0)
  return model.fee - money * ((units > 0 ? model.buyRow[k] : model.sellRow[k]) ?? 0)
}

function tableOf(
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

type Visit = (units: readonly number[], cash: number, cost: number, total: number) => void

/**
 * Tries the combinations of a class that leave it inside the window, those first whose positions, but for the finest, cost least above their
 * priced minima. Returns the excess up to which all were tried: `slack` when that is all that matter.
 */
function tryCheapest(
  model: Model,
  priced: PricedModel,
  known: Trial,
  { assetClass, positions }: ClassPositions,
  window: { low: number; high: number },
  slack: number,
  step: number,
  { combinations, expired }: PurseEffort,
  visit: Visit,
): number {
  // The finest unit comes last: the window leaves it only some choices.
  const order = positions.map((_, p) => p).sort((a, b) => unitAt(model, positions, b) - unitAt(model, positions, a))
  const last = order.pop()
  const start = model.start[assetClass] ?? 0
  const lastAt = last === undefined ? -1 : (positions[last] ?? 0)
  const ends = endsOf(model, positions, order, lastAt, { low: window.low - start, high: window.high - start })
  const { lists, upTo } = choiceLists(model, priced, positions, order, slack, ends.bought, known)
  let excess = upTo
  let complete = countWithin(lists, ends, excess, combinations) <= combinations
  for (let cuts = 0; !complete && cuts < MOST_CUTS; cuts++) {
    excess /= 4
    complete = countWithin(lists, ends, excess, combinations) <= combinations
  }
  // Of a unit far finer than a step, a few in each step are enough to find plans; then nothing is proven by them.
  const stride = lastAt < 0 ? 1 : Math.max(1, Math.floor(step / 4 / (model.unit[lastAt] ?? 1)))
  if (stride > 1) complete = false
  let left = PATIENCE * combinations
  let visits = 0
  const units = positions.map(() => 0)
  const finish = (total: number, cash: number, cost: number): void => {
    if (last === undefined) {
      visit(units, cash, cost, total)
      return
    }
    const i = positions[last] ?? 0
    const unit = model.unit[i] ?? 1
    const low = Math.max(-(model.sellMax[i] ?? 0), Math.ceil((window.low - total) / unit - 1e-9))
    const high = Math.min(model.buyMax[i] ?? 0, Math.floor((window.high - total) / unit + 1e-9))
    left -= (high - low) / stride
    for (let k = low; k <= high; k += stride) {
      if (!allows(model, i, k)) continue
      units[last] = k
      visit(units, cash + cashTaken(model, i, k), cost + ownCost(model, i, k), total + k * unit)
    }
  }
  const all = lists
  const go = (at: number, rest: number, total: number, cash: number, cost: number): void => {
    const list = all[at]
    if (!list) {
      finish(total, cash, cost)
      return
    }
    for (const choice of list) {
      if (choice.excess >= rest || left <= 0) break
      left -= 1
      visits += 1
      if ((visits & 255) === 0 && expired()) left = 0
      const gained = total - start + choice.money
      if (gained < (ends.least[at + 1] ?? 0) || gained > (ends.most[at + 1] ?? 0)) continue
      units[order[at] ?? 0] = choice.units
      go(at + 1, rest - choice.excess, total + choice.money, cash + choice.cash, cost + choice.own)
    }
  }
  if (complete && excess > 0) {
    go(0, excess, start, 0, 0)
    if (left <= 0) complete = false
  }
  left = combinations
  if (!complete || excess < slack) go(0, slack, start, 0, 0)
  return complete ? excess : 0
}

const unitAt = (model: Model, positions: readonly number[], p: number): number => model.unit[positions[p] ?? 0] ?? 0

/** By depth: between what the class must have gained by then, so that the positions still to come can bring it into the window. */
interface Ends {
  least: Float64Array
  most: Float64Array
  /** The most that any one position can be worth buying: all others sold. */
  bought: number
}

function endsOf(
  model: Model,
  positions: readonly number[],
  order: readonly number[],
  last: number,
  window: { low: number; high: number },
): Ends {
  const sellable = (i: number): number => (i < 0 ? 0 : (model.sellMax[i] ?? 0) * (model.unit[i] ?? 0))
  const buyable = (i: number): number => (i < 0 ? 0 : (model.buyMax[i] ?? 0) * (model.unit[i] ?? 0))
  const depth = order.length
  const [least, most] = [new Float64Array(depth + 1), new Float64Array(depth + 1)]
  least[depth] = window.low - buyable(last)
  most[depth] = window.high + sellable(last)
  for (let at = depth - 1; at >= 0; at--) {
    const i = positions[order[at] ?? 0] ?? 0
    least[at] = (least[at + 1] ?? 0) - buyable(i)
    most[at] = (most[at + 1] ?? 0) + sellable(i)
  }
  return { least, most, bought: most[0] ?? 0 }
}

/** The last position may take so many visits for each combination of the others. */
const PATIENCE = 40
const MOST_CUTS = 5
const MOST_CHOICES = 400

interface PricedChoice {
  units: number
  money: number
  cash: number
  own: number
  /** Priced cost above the position's least. */
  excess: number
}

function choiceLists(
  model: Model,
  priced: PricedModel,
  positions: readonly number[],
  order: readonly number[],
  slack: number,
  bought: number,
  near: Trial,
): { lists: PricedChoice[][]; upTo: number } {
  const lists: PricedChoice[][] = []
  let upTo = slack
  for (const p of order) {
    const i = positions[p] ?? 0
    const unit = model.unit[i] ?? 1
    const least = priced.positionMin[i] ?? 0
    const nearest = near.units[i] ?? 0
    const choices = choicesOf(
      model,
      priced.duals,
      i,
      least,
      slack,
      MOST_CHOICES,
      Math.floor(bought / unit),
      near.units[i] ?? 0,
    )
    upTo = Math.min(upTo, choices.upTo)
    const list = choices.list.map(({ units, priced: cost }) => ({
      units,
      money: units * unit,
      cash: cashTaken(model, i, units),
      own: ownCost(model, i, units),
      // What floating point makes of nothing must not decide which choice comes first.
      excess: cost - least < LOOSE ? 0 : cost - least,
    }))
    lists.push(list.sort((a, b) => a.excess - b.excess || Math.abs(a.units - nearest) - Math.abs(b.units - nearest)))
  }
  return { lists, upTo }
}

/** How many steps it takes to go through the combinations within an excess; stops counting above the most. */
function countWithin(lists: PricedChoice[][], ends: Ends, excess: number, most: number): number {
  let count = 0
  const go = (at: number, left: number, gained: number): void => {
    const list = lists[at]
    if (!list) return
    for (const choice of list) {
      if (choice.excess >= left || count > most) break
      count += 1
      const now = gained + choice.money
      if (now >= (ends.least[at + 1] ?? 0) && now <= (ends.most[at + 1] ?? 0)) go(at + 1, left - choice.excess, now)
    }
  }
  go(0, excess, 0)
  return count
}

interface Purse {
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
function leastOfRows(model: Model, { rowMin }: PricedModel): number {
  return (rowMin[6] ?? 0) + (model.problem.cashCounts ? (rowMin[MONEY_FUNDS] ?? 0) : 0)
}

const LOOSE = 1e-6

/** No plan costs less: cash is rounded down, so that more can be paid for than really can. */
function leastCost(purse: Purse): number {
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
function bestPlan(purse: Purse): Trial | null {
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
