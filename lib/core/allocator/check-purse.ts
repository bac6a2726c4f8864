import type { Block } from '@/lib/core/allocator/check-block'
import type { Choices } from '@/lib/core/allocator/check-choices'
import { bottomOf, excessOf, marginOf, type TickRow } from '@/lib/core/allocator/check-tick-rows'
import { floorTicks } from '@/lib/core/allocator/check-ticks'

/** Least excess, in ticks, by step of cash taken: from `first` steps on. */
interface Table {
  first: number
  least: Float64Array
}

/** What couples the classes where there is one account: its cash, and the money funds that counted cash is part of. */
export interface Purse {
  cash: TickRow
  funds: TickRow | null
  /** Ticks of cash that could be raised besides, at no excess. */
  besides: number
}

/** A class and, where there are not too many, the choices of its positions. */
export interface PursePart {
  row: TickRow
  block: Block | null
  /** True where trades cost neither spread nor fee: what the class gains is the cash that it takes. */
  takesWhatItGains: boolean
}

const STEPS = 300
const MOST_STEPS = 20_000
/** Ticks by which all amounts together may have been rounded down. */
const ROUNDING = 1000

/**
 * Whether every choice of one combination from each class reaches the limit in ticks, where only the cash couples the classes. Cash is
 * rounded down to steps, so that more can be paid for than really can; then the tables of least excess are added up.
 */
export function isRuledOutByPurse(parts: readonly PursePart[], purse: Purse, tick: bigint, limit: number): boolean {
  const step = Math.max(1, Math.ceil(limit / STEPS))
  let sums: Table = { first: 0, least: Float64Array.of(0) }
  for (const { block, row, takesWhatItGains } of parts) {
    const exact = block && tableOfBlock(block, row, purse.cash, tick, step, limit)
    const table = exact ?? (takesWhatItGains ? tableOfRow(row, step, limit) : null)
    if (!table || table.least.length > MOST_STEPS) return false
    if (table.least.length === 0) return true
    sums = added(sums, table, limit)
    if (sums.least.length === 0) return true
  }
  return endsAbove(sums, purse, step, parts.length, limit)
}

/** The choices of one position in ticks, never above the true amounts. */
interface Options {
  excess: Float64Array
  adds: Float64Array
  cash: Float64Array
}

function optionsOf(choices: Choices, least: bigint, row: TickRow, cash: TickRow, tick: bigint): Options {
  const { position, units, cost } = choices
  return {
    excess: Float64Array.from(cost, (exact) => Math.max(0, floorTicks(exact - least, tick))),
    adds: Float64Array.from(units, (u) => floorTicks(row.adds(position, u), tick)),
    cash: Float64Array.from(units, (u) => floorTicks(cash.adds(position, u), tick)),
  }
}

function sortedBy(options: Options, by: Float64Array): Options {
  const order = Array.from(by.keys()).sort((a, b) => (by[a] as number) - (by[b] as number))
  const pick = (list: Float64Array): Float64Array => Float64Array.from(order, (i) => list[i] as number)
  return { excess: pick(options.excess), adds: pick(options.adds), cash: pick(options.cash) }
}

/**
 * The table of a class from all combinations of its positions below the limit; of the position with the most choices, which comes last,
 * only those near the bottom of the class are looked at. Null where there are too many.
 */
function tableOfBlock(
  block: Block,
  row: TickRow,
  cash: TickRow,
  tick: bigint,
  step: number,
  limit: number,
): Table | null {
  const margin = marginOf(row, block.choices.length)
  const all = block.choices
    .map((choices, t) => optionsOf(choices, block.leasts[t] ?? 0n, row, cash, tick))
    .sort((a, b) => a.excess.length - b.excess.length)
  const last = all.pop()
  if (!last) return { first: 0, least: Float64Array.of(excessOf(row, 0, margin)) }
  const ending = sortedBy(last, last.adds)
  const before = all.map((options) => sortedBy(options, options.excess))
  const bottom = bottomOf(row) - row.start
  const least = new Map<number, number>()
  let tried = 0
  const put = (i: number, excess: number, added: number, taken: number): boolean => {
    tried += 1
    const ofRow = excessOf(row, added + (ending.adds[i] as number), margin)
    if (excess + ofRow >= limit) return false
    const total = excess + ofRow + (ending.excess[i] as number)
    const at = Math.floor((taken + (ending.cash[i] as number)) / step)
    if (total < (least.get(at) ?? limit)) least.set(at, total)
    return true
  }
  const visit = (depth: number, excess: number, added: number, taken: number): boolean => {
    const options = before[depth]
    if (!options) {
      const middle = firstAtLeast(ending.adds, bottom - added)
      for (let i = middle; i < ending.adds.length && put(i, excess, added, taken); i += 1);
      for (let i = middle - 1; i >= 0 && put(i, excess, added, taken); i -= 1);
      return tried <= MOST_TRIED
    }
    for (let i = 0; i < options.excess.length; i += 1) {
      const sum = excess + (options.excess[i] as number)
      if (sum >= limit) break
      if (!visit(depth + 1, sum, added + (options.adds[i] as number), taken + (options.cash[i] as number))) return false
    }
    return true
  }
  return visit(0, 0, 0, 0) ? tableOfSteps(least) : null
}

const MOST_TRIED = 200_000

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) >= value) high = middle
    else low = middle + 1
  }
  return low
}

function tableOfSteps(least: ReadonlyMap<number, number>): Table {
  if (least.size === 0) return { first: 0, least: new Float64Array(0) }
  const steps = [...least.keys()]
  const first = steps.reduce((a, b) => Math.min(a, b))
  const last = steps.reduce((a, b) => Math.max(a, b))
  const table = new Float64Array(last - first + 1).fill(Number.POSITIVE_INFINITY)
  for (const [at, excess] of least) table[at - first] = excess
  return { first, least: table }
}

/** Least excess of a convex row between two totals added. */
function leastBetween(row: TickRow, from: number, to: number, margin: number): number {
  const bottom = bottomOf(row) - row.start
  const inside = bottom > from && bottom < to ? excessOf(row, bottom, margin) : Number.POSITIVE_INFINITY
  return Math.min(excessOf(row, from, margin), excessOf(row, to, margin), inside)
}

/** A class that is not kept gains what cash it takes; below the limit that is a range of steps around its bottom. */
function tableOfRow(row: TickRow, step: number, limit: number): Table | null {
  const margin = marginOf(row, 2)
  const cost = (k: number): number => leastBetween(row, k * step, (k + 1) * step, margin)
  const middle = Math.floor((bottomOf(row) - row.start) / step)
  let [first, last] = [middle, middle]
  while (cost(first - 1) < limit) {
    first -= 1
    if (last - first > MOST_STEPS) return null
  }
  while (cost(last + 1) < limit) {
    last += 1
    if (last - first > MOST_STEPS) return null
  }
  return { first, least: Float64Array.from({ length: last - first + 1 }, (_, k) => cost(first + k)) }
}

/** Every sum of one step of each that stays below the limit. */
function added(a: Table, b: Table, limit: number): Table {
  const least = new Float64Array(a.least.length + b.least.length - 1).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i < a.least.length; i += 1) {
    const base = a.least[i] as number
    if (base >= limit) continue
    for (let j = 0; j < b.least.length; j += 1) {
      const sum = base + (b.least[j] as number)
      if (sum < (least[i + j] as number)) least[i + j] = sum
    }
  }
  let [low, high] = [least.length, -1]
  for (let k = 0; k < least.length; k += 1) {
    if ((least[k] as number) >= limit) continue
    low = Math.min(low, k)
    high = k
  }
  return { first: a.first + b.first + low, least: high < 0 ? new Float64Array(0) : least.slice(low, high + 1) }
}

/** With the excess of the cash itself, and of the money funds that it leaves: does every step reach the limit, or need more cash than there is? */
function endsAbove(sums: Table, { cash, funds, besides }: Purse, step: number, parts: number, limit: number): boolean {
  const blur = (parts + 1) * step + ROUNDING
  const high = cash.high + besides
  for (let k = 0; k < sums.least.length; k += 1) {
    const from = (sums.first + k) * step
    if (from > high) break
    const to = Math.min(from + blur, high)
    let total = sums.least[k] as number
    if (besides === 0)
      total += Math.min(excessOf(cash, to, marginOf(cash, parts)), excessOf(cash, from, marginOf(cash, parts)))
    if (funds) total += leastBetween(funds, -to, -from, marginOf(funds, parts))
    if (total < limit) return false
  }
  return true
}
