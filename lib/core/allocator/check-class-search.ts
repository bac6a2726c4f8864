import { LOST, type Options } from '@/lib/core/allocator/check-options'
import { bottomOf, excessOf, marginOf, type TickRow } from '@/lib/core/allocator/check-tick-rows'

/** A class, which gains what cash it takes, with the options of its positions; null where they are too many. */
export interface PursePart {
  row: TickRow
  positions: Options[] | null
}

/** Steps of one search through a class. */
const PATIENCE = 12_000
/** The positions of a class in the order of a search: the last, with the most options, by what it adds, the others by excess. */
export interface Search {
  row: TickRow
  margin: number
  /** Null where a position has too many options, so that only the row is known. */
  before: Options[] | null
  ending: Options
  /** What the class may have gained before each position so that it can still come below the limit. */
  least: number[]
  most: number[]
}

const NOTHING: Options = { excess: Float64Array.of(0), adds: Float64Array.of(0) }

export function searchOf({ row, positions }: PursePart, limit: number): Search {
  const all = [...(positions ?? [])].sort((a, b) => a.excess.length - b.excess.length)
  const last = all.pop() ?? NOTHING
  const before = all.map((options) => sortedBy(options, options.excess))
  const margin = marginOf(row, (before.length + 1) * LOST)
  const [low, high] = windowOf(row, margin, limit)
  const least = [low - largest(last.adds)]
  const most = [high - smallest(last.adds)]
  for (const { adds } of [...before].reverse()) {
    least.unshift((least[0] as number) - largest(adds))
    most.unshift((most[0] as number) - smallest(adds))
  }
  return { row, margin, before: positions && before, ending: sortedBy(last, last.adds), least, most }
}

const largest = (list: Float64Array): number => list.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
const smallest = (list: Float64Array): number => list.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)

/** Between which amounts a class may gain and have an excess below the limit; the row is convex. */
export function windowOf(row: TickRow, margin: number, limit: number): [number, number] {
  const bottom = bottomOf(row) - row.start
  const edge = (sign: 1 | -1): number => {
    let [inside, outside] = [0, limit + 1]
    while (excessOf(row, bottom + sign * outside, margin) < limit) {
      inside = outside
      outside *= 4
      if (outside > FAR) return sign * Number.POSITIVE_INFINITY
    }
    while (outside - inside > limit / 64 + 1) {
      const middle = Math.floor((inside + outside) / 2)
      if (excessOf(row, bottom + sign * middle, margin) < limit) inside = middle
      else outside = middle
    }
    return bottom + sign * outside
  }
  return [edge(-1), edge(1)]
}

const FAR = 2 ** 52

function sortedBy(options: Options, by: Float64Array): Options {
  const order = Uint32Array.from(by.keys()).sort((a, b) => (by[a] as number) - (by[b] as number))
  const pick = (list: Float64Array): Float64Array => Float64Array.from(order, (i) => list[i] as number)
  return { excess: pick(options.excess), adds: pick(options.adds) }
}

/**
 * Visits every combination whose positions have less than `depth` of excess together and whose total is below what `visit` answered last.
 * False when that takes more than the patience.
 */
export function search(
  { row, margin, before, ending, least, most }: Search,
  depth: number,
  limit: number,
  visit: (total: number, added: number) => number,
): boolean {
  if (!before) return false
  const bottom = bottomOf(row) - row.start
  const count = ending.adds.length
  let below = limit
  let left = PATIENCE
  /** Looks at one option of the last position; false when those beyond it cost more. */
  const put = (i: number, excess: number, added: number): boolean => {
    left -= 1
    const all = added + (ending.adds[i] as number)
    const ofRow = excessOf(row, all, margin)
    if (excess + ofRow >= below) return false
    const own = excess + (ending.excess[i] as number)
    if (own < depth && own + ofRow < below) below = visit(own + ofRow, all)
    return true
  }
  const go = (at: number, excess: number, added: number): boolean => {
    const options = before[at]
    if (!options) {
      const middle = firstAtLeast(ending.adds, bottom - added)
      for (let i = middle; i < count && put(i, excess, added); i += 1);
      for (let i = middle - 1; i >= 0 && put(i, excess, added); i -= 1);
      return left > 0
    }
    for (let i = 0; i < options.excess.length; i += 1) {
      const sum = excess + (options.excess[i] as number)
      if (sum >= depth || sum >= below) break
      left -= 1
      const now = added + (options.adds[i] as number)
      if (now < (least[at + 1] as number) || now > (most[at + 1] as number)) continue
      if (!go(at + 1, sum, now)) return false
    }
    return left > 0
  }
  return go(0, 0, 0)
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) >= value) high = middle
    else low = middle + 1
  }
  return low
}
