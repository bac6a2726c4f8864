import { type States, unitsOf } from '@/lib/core/allocator/check-block'
import { excessOf, marginOf, type TickRow } from '@/lib/core/allocator/check-tick-rows'
import { floorTicks } from '@/lib/core/allocator/check-ticks'

/** The combinations of a block and what they add to each row, in ticks and never above the true amounts: `width` numbers for each. */
interface Candidates {
  states: States
  adds: Float64Array
}

const MOST_NODES = 200_000
/** An exact look at one combination takes about as long as so many steps of the search. */
const EXACT_LOOK = 50

/**
 * Looks for one combination from each block with an excess below the limit in ticks, the excess of the other rows included. True when every
 * one found is harmless on an exact look; false when one is not, or it would take too long. Depth first, each block from its cheapest
 * combination on: no excess is negative.
 */
export function isRuledOut(
  blocks: readonly States[],
  rows: readonly TickRow[],
  tick: bigint,
  limit: number,
  isHarmless: (units: ReadonlyMap<number, bigint>) => boolean,
  expired: () => boolean,
): boolean {
  const candidates = blocks
    .map((states) => candidatesOf(states, rows, tick))
    .sort((a, b) => a.states.count - b.states.count)
  const parts = blocks.reduce((count, { block }) => count + block.choices.length, 0)
  const width = rows.length
  const margins = rows.map((row) => marginOf(row, parts))
  const picked = new Uint32Array(blocks.length)
  const totals = Array.from({ length: blocks.length + 1 }, () => new Float64Array(width))
  let nodes = 0

  const leaf = (excess: number, added: Float64Array): boolean => {
    let total = excess
    for (let r = 0; r < width && total < limit; r += 1)
      total += excessOf(rows[r] as TickRow, added[r] as number, margins[r] as number)
    if (total >= limit) return true
    nodes += EXACT_LOOK
    return isHarmless(pickedUnits(candidates, picked))
  }
  const visit = (depth: number, excess: number): boolean => {
    const before = totals[depth] as Float64Array
    const candidate = candidates[depth]
    if (!candidate) return leaf(excess, before)
    const { states, adds } = candidate
    const after = totals[depth + 1] as Float64Array
    for (let s = 0; s < states.count; s += 1) {
      const sum = excess + (states.excess[s] as number)
      if (sum >= limit) break
      nodes += 1
      if (nodes > MOST_NODES || ((nodes & 1023) === 0 && expired())) return false
      picked[depth] = s
      for (let r = 0; r < width; r += 1) after[r] = (before[r] as number) + (adds[s * width + r] as number)
      if (!visit(depth + 1, sum)) return false
    }
    return true
  }
  return visit(0, 0)
}

function candidatesOf(states: States, rows: readonly TickRow[], tick: bigint): Candidates {
  const { choices } = states.block
  const adds = new Float64Array(states.count * rows.length)
  for (const [t, { position, units }] of choices.entries()) {
    const byChoice = rows.map((row) => Float64Array.from(units, (u) => floorTicks(row.adds(position, u), tick)))
    for (let s = 0; s < states.count; s += 1) {
      const choice = states.picks[s * choices.length + t] as number
      for (let r = 0; r < rows.length; r += 1) {
        const at = s * rows.length + r
        adds[at] = (adds[at] as number) + (byChoice[r]?.[choice] as number)
      }
    }
  }
  return { states, adds }
}

function pickedUnits(candidates: readonly Candidates[], picked: Uint32Array): Map<number, bigint> {
  const units = new Map<number, bigint>()
  for (const [b, { states }] of candidates.entries()) {
    for (const [t, traded] of unitsOf(states, picked[b] as number).entries()) {
      units.set(states.block.choices[t]?.index ?? -1, traded)
    }
  }
  return units
}
