import { type Block, type States, statesOf } from '@/lib/core/allocator/block-states'
import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { MONEY_FUNDS } from '@/lib/core/allocator/problem'
import { allows, Trial } from '@/lib/core/allocator/trial'

/**
 * Proof and search for small books, where whole shares matter most. With the rows priced, a book falls into blocks: a class with its
 * positions, tried in every combination that could still be part of a plan below the limit (reduced-cost fixing); then the blocks' few
 * remaining states are combined depth first. What is left untried costs at least the limit.
 *
 * After the multiple-choice knapsack: D. Pisinger, European Journal of Operational Research 83 (1995).
 */
export interface BlockSearch {
  /** Classes that are kept exactly. */
  classes: number[]
  /** The best plan found; null when none was better than what was known. */
  found: Trial | null
  /** No plan costs less than this (ppm). */
  proven: number
}

export interface BlockLimits {
  /** Combinations tried within blocks, and between them. */
  states: number
  nodes: number
  expired: () => boolean
}

/**
 * Looks for plans below `known − step`, and proves that there are none. `step` is what is still worth looking for. Null when the book does
 * not fall into blocks that are small enough.
 */
export function searchBlocks(
  model: Model,
  priced: PricedModel,
  known: number,
  step: number,
  limits: BlockLimits,
): BlockSearch | null {
  const blocks = blocksOf(model)
  let left = limits.states
  const rows = pricedRows(model, blocks)
  const lists: States[] = []
  for (const block of blocks) {
    const states = statesOf(model, priced, block, rows, known - step, { states: left, expired: limits.expired })
    if (!states) return null
    left -= states.tried
    lists.push(states.states)
  }
  lists.sort((a, b) => a.count - b.count)
  return combine(model, priced, lists, rows, known, step, limits)
}

function blocksOf(model: Model): Block[] {
  const m = model.rows
  const owner = new Int32Array(model.positions).fill(-1)
  const kept: number[] = []
  for (let c = 0; c < 6; c++) {
    if (model.problem.cashCounts && c === MONEY_FUNDS) continue
    const members: number[] = []
    for (let i = 0; i < model.positions; i++) if ((model.sellRow[i * m + c] ?? 0) < 0) members.push(i)
    if (members.length === 0 || members.some((i) => owner[i] !== -1)) continue
    kept.push(c)
    for (const i of members) owner[i] = c
  }
  const blocks: Block[] = kept.map((c) => ({ assetClass: c, positions: [] }))
  for (let i = 0; i < model.positions; i++) {
    const block = blocks.find((b) => b.assetClass === owner[i] && b.assetClass >= 0)
    if (block) block.positions.push(i)
    else blocks.push({ assetClass: -1, positions: [i] })
  }
  return blocks
}

/** Rows that couple the blocks: all but the classes that are kept and the rows that can neither cost nor bind. */
function pricedRows(model: Model, blocks: Block[]): number[] {
  const kept = new Set(blocks.map((b) => b.assetClass))
  const rows: number[] = []
  for (let r = 0; r < model.rows; r++) {
    const row = model.rowCosts[r]
    const free = row?.low === Number.NEGATIVE_INFINITY && row.high === Number.POSITIVE_INFINITY
    if (!kept.has(r) && !free) rows.push(r)
  }
  return rows
}

/** Combines the blocks' states depth first; whatever is cut off costs at least the limit of its moment, and limits only fall. */
function combine(
  model: Model,
  priced: PricedModel,
  lists: States[],
  rows: number[],
  known: number,
  step: number,
  limits: BlockLimits,
): BlockSearch | null {
  const depth = lists.length
  const classes = lists.map((l) => l.block.assetClass).filter((c) => c >= 0)
  if (lists.some((l) => l.count === 0)) return { classes, found: null, proven: known - step }
  const rowLeast = rows.reduce((sum, r) => sum + (priced.rowMin[r] ?? 0), 0)
  const after = new Float64Array(depth + 1)
  for (let d = depth - 1; d >= 0; d--) after[d] = (after[d + 1] ?? 0) + (lists[d]?.priced[0] ?? 0)
  const width = rows.length
  const totals = new Float64Array((depth + 1) * width)
  for (const [k, r] of rows.entries()) totals[k] = model.start[r] ?? 0
  const judge = new Trial(model)
  const picked = new Int32Array(depth)
  let [best, nodes] = [known, limits.nodes]
  let found: Trial | null = null
  const leaf = (own: number): void => {
    let objective = own
    for (const [k, r] of rows.entries()) objective += judge.rowCost(r, totals[depth * width + k] ?? 0)
    if (objective >= best - Math.max(step, 1e-9)) return
    const trial = new Trial(model)
    for (const [d, list] of lists.entries()) {
      for (const [p, i] of list.block.positions.entries()) {
        trial.set(i, list.units[(picked[d] ?? 0) * list.block.positions.length + p] ?? 0)
      }
    }
    if (!trial.feasible || !trial.units.every((u, i) => allows(model, i, u))) return
    best = objective
    found = trial
  }
  const visit = (d: number, sum: number, own: number): boolean => {
    if (d === depth) {
      leaf(own)
      return true
    }
    const list = lists[d] as States
    for (let s = 0; s < list.count; s++) {
      const now = sum + (list.priced[s] ?? 0)
      if (now + (after[d + 1] ?? 0) + rowLeast >= best - step) break
      nodes -= 1
      if (nodes < 0 || ((nodes & 1023) === 0 && limits.expired())) return false
      picked[d] = s
      for (let k = 0; k < width; k++) {
        totals[(d + 1) * width + k] = (totals[d * width + k] ?? 0) + (list.adds[s * width + k] ?? 0)
      }
      if (!visit(d + 1, now, own + (list.own[s] ?? 0))) return false
    }
    return true
  }
  const complete = visit(0, 0, 0)
  return { classes, found, proven: complete ? best - step : Number.NEGATIVE_INFINITY }
}
