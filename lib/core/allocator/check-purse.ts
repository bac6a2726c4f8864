import { type PursePart, type Search, search, searchOf, windowOf } from '@/lib/core/allocator/check-class-search'
import { LOST } from '@/lib/core/allocator/check-options'
import { bottomOf, excessOf, marginOf, type TickRow } from '@/lib/core/allocator/check-tick-rows'

/** Least excess, in ticks, by step of cash taken: from `first` steps on; what is at a step takes less than `width` ticks more. */
interface Table {
  first: number
  least: Float64Array
  step: number
  width: number
}

/** What couples the classes where there is one account: its cash, and the money funds that counted cash is part of. */
export interface Purse {
  cash: TickRow
  funds: TickRow | null
  /** Ticks of cash that could be raised besides, at no excess. */
  besides: number
}

/** The limit in steps, at the finest, and the most steps that one class may range over. */
const STEPS = 8192
const MOST_STEPS = 16_384
/** Pairs of steps that are added up in one go; more are made fewer by longer steps. */
const MOST_PAIRS = 60_000
/** Ticks by which all amounts together may have been rounded down. */
const ROUNDING = 1000
/** Combinations up to such parts of the limit are looked at, the first that takes no more than the patience. */
const DEPTHS = [1, 1 / 6, 1 / 36]

/**
 * The excess in ticks, at most the limit, that every choice of one combination from each class reaches, where only the cash couples the
 * classes. Cash is rounded down to steps, so that more can be paid for than really can; then the tables of least excess are added up. What
 * the other classes have at least is taken off the limit of each.
 */
export function leastExcessInPurse(parts: readonly PursePart[], purse: Purse, limit: number): number {
  const searches = parts.map((part) => searchOf(part, limit))
  const floors = searches.map((each) => floorOf(each, limit))
  const floor = floors.reduce((total, each) => total + each, 0)
  if (floor >= limit) return limit
  const limits = floors.map((own) => limit - floor + own)
  const windows = searches.map(({ row, margin }, p) => windowOf(row, margin, limits[p] as number))
  const longest = windows.reduce((most, [low, high]) => Math.max(most, high - low), 0)
  if (longest === Number.POSITIVE_INFINITY) return floor
  const step = Math.max(1, Math.ceil(longest / MOST_STEPS), Math.ceil((limit - floor) / STEPS))
  let sums: Table = { first: 0, least: Float64Array.of(0), step, width: 0 }
  let ahead = floor
  for (const [p, each] of searches.entries()) {
    ahead -= floors[p] as number
    const table = tableOf(each, windows[p] as [number, number], step, limits[p] as number)
    sums = added(sums, table, limit - ahead)
    if (sums.least.length === 0) return limit
  }
  return Math.max(floor, leastWithCash(sums, purse, parts.length, limit))
}

const isImpossible = ({ before, ending }: Search): boolean =>
  ending.excess.length === 0 || (before?.some(({ excess }) => excess.length === 0) ?? false)

/** What a class has of excess at least: of all combinations up to a depth, and of those beyond it. */
function floorOf(each: Search, limit: number): number {
  if (isImpossible(each)) return limit
  for (const part of DEPTHS) {
    let least = Math.floor(limit * part)
    const complete = search(each, least, least, (total) => {
      least = Math.min(least, total)
      return least
    })
    if (complete) return least
  }
  return 0
}

/**
 * The table of a class below the limit: by step of cash the least of the combinations up to a depth, and of what the row alone costs for
 * those beyond it.
 */
function tableOf(each: Search, [low, high]: [number, number], step: number, limit: number): Table {
  const first = Math.floor(low / step)
  const none = { first, least: new Float64Array(0), step, width: step }
  if (isImpossible(each)) return none
  const count = Math.floor(high / step) - first + 1
  const margin = marginOf(each.row, ((each.before?.length ?? 0) + 1) * LOST)
  for (const part of each.before ? [...DEPTHS, 0] : [0]) {
    const depth = Math.floor(limit * part)
    const beyond = (k: number): number =>
      leastBetween(each.row, (first + k) * step, (first + k + 1) * step, margin) + depth
    const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY)
    if (part < 1) for (let k = 0; k < count; k += 1) least[k] = beyond(k)
    const complete = search(each, depth, limit, (total, added) => {
      const at = Math.floor(added / step) - first
      if (at >= 0 && at < count && total < (least[at] as number)) least[at] = total
      return limit
    })
    if (complete || part === 0) return trimmed({ ...none, least }, limit)
  }
  return none
}

/** Least excess of a convex row between two totals added. */
function leastBetween(row: TickRow, from: number, to: number, margin: number): number {
  const bottom = bottomOf(row) - row.start
  const inside = bottom > from && bottom < to ? excessOf(row, bottom, margin) : Number.POSITIVE_INFINITY
  return Math.min(excessOf(row, from, margin), excessOf(row, to, margin), inside)
}

/** Every sum of one step of each that stays below the limit, in longer steps where there are too many. */
function added(one: Table, other: Table, limit: number): Table {
  let [a, b] = [one, other]
  let [filledA, filledB] = [filledBelow(a, limit), filledBelow(b, limit)]
  while (b.step < a.step || filledA.length * filledB.length > MOST_PAIRS) {
    if (b.step === a.step) {
      a = coarser(a)
      filledA = filledBelow(a, limit)
    }
    b = coarser(b)
    filledB = filledBelow(b, limit)
  }
  const least = new Float64Array(Math.max(0, a.least.length + b.least.length - 1)).fill(Number.POSITIVE_INFINITY)
  for (const i of filledA) {
    const base = a.least[i] as number
    for (const j of filledB) {
      const sum = base + (b.least[j] as number)
      if (sum < (least[i + j] as number)) least[i + j] = sum
    }
  }
  return trimmed({ first: a.first + b.first, least, step: a.step, width: a.width + b.width }, limit)
}

function filledBelow({ least }: Table, limit: number): Uint32Array {
  const filled = new Uint32Array(least.length)
  let count = 0
  for (let k = 0; k < least.length; k += 1) if ((least[k] as number) < limit) filled[count++] = k
  return filled.subarray(0, count)
}

/** The same in steps twice as long. */
function coarser({ first, least, step, width }: Table): Table {
  const begin = Math.floor(first / 2)
  const fewer = new Float64Array(Math.floor((first + least.length - 1) / 2) - begin + 1).fill(Number.POSITIVE_INFINITY)
  for (let k = 0; k < least.length; k += 1) {
    const at = Math.floor((first + k) / 2) - begin
    fewer[at] = Math.min(fewer[at] as number, least[k] as number)
  }
  return { first: begin, least: fewer, step: 2 * step, width: width + step }
}

/** From the first step below the limit to the last. */
function trimmed({ first, least, step, width }: Table, limit: number): Table {
  let [low, high] = [least.length, -1]
  for (let k = 0; k < least.length; k += 1) {
    if ((least[k] as number) >= limit) continue
    low = Math.min(low, k)
    high = k
  }
  if (high < 0) return { first, least: new Float64Array(0), step, width }
  return { first: first + low, least: least.slice(low, high + 1), step, width }
}

/** With the excess of the cash itself, and of the money funds that it leaves: the least of the steps that need no more cash than there is. */
function leastWithCash(sums: Table, { cash, funds, besides }: Purse, parts: number, limit: number): number {
  const blur = sums.width + ROUNDING
  const high = cash.high + besides
  const margin = marginOf(cash, parts)
  let least = limit
  for (let k = 0; k < sums.least.length; k += 1) {
    const from = (sums.first + k) * sums.step
    if (from > high) break
    const to = Math.min(from + blur, high)
    let total = sums.least[k] as number
    if (besides === 0) total += Math.min(excessOf(cash, to, margin), excessOf(cash, from, margin))
    if (funds) total += leastBetween(funds, -to, -from, marginOf(funds, parts))
    least = Math.min(least, total)
  }
  return least
}
