import type { Choices } from '@/lib/core/allocator/check-choices'
import { bottomOf, excessOf, marginOf, type TickRow } from '@/lib/core/allocator/check-tick-rows'
import { floorTicks } from '@/lib/core/allocator/check-ticks'

/** Positions that are tried in every combination, with the class that is then known exactly; null for none. */
export interface Block {
  row: TickRow | null
  choices: Choices[]
  /** The least exact cost of each position at the prices of the rows. */
  leasts: bigint[]
}

/** Combinations of a block in order of their excess: how much more than the leasts they cost at the prices of the rows. */
export interface States {
  block: Block
  count: number
  /** In ticks, never above the true excess, and at most `slack` ticks below. */
  excess: Float64Array
  slack: number
  /** By state, an index into each position's choices. */
  picks: Uint32Array
}

/** A choice of one position in ticks, and which of its choices it is. */
interface Option {
  at: number
  excess: number
  adds: number
}

/** A combination while it is found. */
interface Found {
  excess: number
  picks: Uint32Array
}

const MOST_TRIED = 100_000
const NEVER = (): boolean => false

/**
 * All combinations with an excess below the limit, in ticks. With `leastOnly`, those that may have the least. No excess is negative, so that
 * what reaches the limit with a part of the positions need not be tried further. Null where there is too much to try,
 * or no time left.
 */
export function statesOf(
  block: Block,
  tick: bigint,
  limit: number,
  leastOnly: boolean,
  expired: () => boolean = NEVER,
): States | null {
  const { row, choices } = block
  const width = choices.length
  const margin = row ? marginOf(row, width) : 0
  const slack = width + 2 * margin
  // The position with the most choices comes last: of those, only the ones that suit the class are looked at.
  const options = choices
    .map((c, t) => ({ t, list: optionsOf(c, block.leasts[t] ?? 0n, row, tick) }))
    .sort((a, b) => a.list.length - b.list.length)
  const last = row ? options.at(-1) : undefined
  const suited = row && last ? suitedTo(row, margin, last.list) : null
  const picked = new Uint32Array(width)
  const found: Found[] = []
  let below = limit
  let tried = 0

  const keep = (excess: number, added: number): void => {
    const total = excess + (row ? excessOf(row, added, margin) : 0)
    if (total >= below) return
    if (leastOnly) below = Math.min(below, total + slack + 1)
    found.push({ excess: total, picks: picked.slice() })
  }
  const visit = (depth: number, excess: number, added: number): boolean => {
    const option = options[depth]
    if (!option) {
      keep(excess, added)
      return true
    }
    const [list, from, to] =
      option === last && suited ? suited(added, below - excess) : [option.list, 0, option.list.length]
    for (let i = from; i < to; i += 1) {
      const choice = list[i] as Option
      const sum = excess + choice.excess
      tried += 1
      if (tried > MOST_TRIED || ((tried & 1023) === 0 && expired())) return false
      if (sum >= below) {
        if (list === option.list) break
        continue
      }
      picked[option.t] = choice.at
      if (!visit(depth + 1, sum, added + choice.adds)) return false
    }
    return true
  }
  if (!visit(0, 0, 0)) return null
  return packed(
    block,
    found.filter((state) => state.excess < below).sort((a, b) => a.excess - b.excess),
    slack,
  )
}

/** The choices of a position, cheapest first. */
function optionsOf({ position, units, cost }: Choices, least: bigint, row: TickRow | null, tick: bigint): Option[] {
  const list = cost.map((exact, at) => ({
    at,
    excess: Math.max(0, floorTicks(exact - least, tick)),
    adds: row ? floorTicks(row.adds(position, units[at] ?? 0n), tick) : 0,
  }))
  return list.sort((a, b) => a.excess - b.excess)
}

/**
 * The options, in order of what they add to a class, and the range of them that leave its excess below a limit, when so much has been added.
 * The row is convex: one that reaches the limit is as far from its least as may be, and those beyond reach it, too. Near the least the
 * margin makes every excess zero, so that rounding cannot mistake the side.
 */
function suitedTo(row: TickRow, margin: number, options: readonly Option[]) {
  const list = [...options].sort((a, b) => a.adds - b.adds)
  const bottom = bottomOf(row) - row.start
  return (added: number, limit: number): [Option[], number, number] => {
    const adds = (i: number): number => added + (list[i] as Option).adds
    const fits = (i: number): boolean => excessOf(row, adds(i), margin) < limit
    const middle = firstIndex(0, list.length, (i) => adds(i) >= bottom)
    return [list, firstIndex(0, middle, fits), firstIndex(middle, list.length, (i) => !fits(i))]
  }
}

/** The first index that has a property which all after it have; `to` where none has. */
function firstIndex(from: number, to: number, has: (i: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (has(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function packed(block: Block, found: readonly Found[], slack: number): States {
  const width = block.choices.length
  const picks = new Uint32Array(found.length * width)
  for (const [s, state] of found.entries()) picks.set(state.picks, s * width)
  return { block, count: found.length, excess: Float64Array.from(found, (state) => state.excess), slack, picks }
}

/** The units of a state, position by position. */
export function unitsOf({ block, picks }: States, state: number): bigint[] {
  return block.choices.map(({ units }, t) => units[picks[state * block.choices.length + t] ?? 0] ?? 0n)
}

/** What its positions cost at the prices of the rows, exact. */
export function costOf({ block, picks }: States, state: number): bigint {
  let total = 0n
  for (const [t, { cost }] of block.choices.entries()) total += cost[picks[state * block.choices.length + t] ?? 0] ?? 0n
  return total
}
