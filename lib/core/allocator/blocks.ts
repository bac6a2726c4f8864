import { type PricedModel, pricedCost } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { MONEY_FUNDS } from '@/lib/core/allocator/problem'
import { allows, ownCost, Trial } from '@/lib/core/allocator/trial'

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

interface Block {
  /** −1: a position by itself, whose class rows stay priced. */
  assetClass: number
  positions: number[]
}

/** The states of a block that are still in play, least priced cost first. */
interface States {
  block: Block
  /** By state: priced cost, own cost with the class's, chosen units, and what they add to the priced rows. */
  priced: Float64Array
  own: Float64Array
  units: Float64Array
  adds: Float64Array
  count: number
}

const DOMAIN = 4000

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

export interface Choice {
  units: number
  priced: number
}

/** The trades of one position that could be part of a plan below the limit: their priced cost exceeds its least by less than the slack. */
export interface Choices {
  list: Choice[]
  /** Every trade that exceeds the least by less than this is there; all that matter, or the cheapest when there are too many. */
  upTo: number
}

export function choicesOf(
  model: Model,
  duals: Float64Array,
  i: number,
  least: number,
  slack: number,
  mostChoices: number,
  mostBought = Number.POSITIVE_INFINITY,
  near = 0,
): Choices {
  const list: Choice[] = []
  let upTo = slack
  const consider = (units: number): boolean => {
    const cost = pricedCost(model, duals, i, units, -1)
    if (cost - least >= slack) return false
    list.push({ units, priced: cost })
    return true
  }
  const scan = (sign: number, from: number, to: number, by: number, bottom: number): void => {
    for (let k = from, count = 0; by < 0 ? k >= to : k <= to; k += by, count++) {
      if (count >= mostChoices) {
        const falls = by < 0 ? bottom < k : bottom > k
        upTo = falls ? 0 : Math.min(upTo, pricedCost(model, duals, i, sign * k, -1) - least)
        return
      }
      if (!consider(sign * k)) return
    }
  }
  consider(0)
  const fewest = model.minUnits[i] ?? 1
  for (const sign of [-1, 1]) {
    const most = sign < 0 ? (model.sellMax[i] ?? 0) : Math.min(model.buyMax[i] ?? 0, mostBought)
    if (most < fewest) continue
    const bottom = bottomOf(model, duals, i, sign, fewest, most)
    const known = Math.min(most, Math.max(fewest, sign * near))
    const inPlay = sign * near > 0 && pricedCost(model, duals, i, sign * known, -1) - least < slack
    const middle = inPlay ? known : bottom
    if (!consider(sign * middle)) continue
    scan(sign, middle - 1, fewest, -1, bottom)
    scan(sign, middle + 1, most, 1, bottom)
  }
  return { list, upTo }
}

const MOST_HALVED = 128

/** Whole units at which a branch costs least; it is convex, so a search by halves finds it. */
function bottomOf(model: Model, duals: Float64Array, i: number, sign: number, fewest: number, most: number): number {
  let [low, high] = [fewest, most]
  // Beyond 2^53 a next whole number need not be another one, and halving might never end.
  for (let halved = 0; low < high && halved < MOST_HALVED; halved++) {
    const mid = Math.floor((low + high) / 2)
    const rises = pricedCost(model, duals, i, sign * (mid + 1), -1) >= pricedCost(model, duals, i, sign * mid, -1)
    if (rises) high = mid
    else low = mid + 1
  }
  return low
}

function statesOf(
  model: Model,
  priced: PricedModel,
  block: Block,
  rows: number[],
  limit: number,
  { states: budget, expired }: Pick<BlockLimits, 'states' | 'expired'>,
): { states: States; tried: number } | null {
  const { duals } = priced
  const slack = limit - priced.total
  const { positions, assetClass } = block
  const choices: Choice[][] = []
  for (const i of positions) {
    const { list, upTo } = choicesOf(model, duals, i, priced.positionMin[i] ?? 0, slack, DOMAIN)
    if (upTo < slack) return null
    choices.push(list.sort((a, b) => a.priced - b.priced))
  }
  const mins = positions.map((i) => priced.positionMin[i] ?? 0)
  const rest = mins.map((_, p) => mins.slice(p + 1).reduce((sum, x) => sum + x, 0))
  const least = mins.reduce((sum, x) => sum + x, 0)
  const rowLeast = assetClass >= 0 ? (priced.rowMin[assetClass] ?? 0) : 0
  const m = model.rows
  const dual = assetClass >= 0 ? (duals[assetClass] ?? 0) : 0
  const classCost = assetClass >= 0 ? new Trial(model) : null
  const width = positions.length
  const kept: { priced: number; own: number; units: number[] }[] = []
  const chosen = new Array<number>(width).fill(0)
  let tried = 0
  const visit = (p: number, sum: number, own: number, total: number): boolean => {
    if (p === width) {
      const rowCost = classCost ? classCost.rowCost(assetClass, total) : 0
      const value = sum + (classCost ? rowCost + dual * (total - (model.start[assetClass] ?? 0)) : 0)
      if (value - least - rowLeast < slack) kept.push({ priced: value, own: own + rowCost, units: chosen.slice() })
      return true
    }
    const i = positions[p] ?? 0
    for (const choice of choices[p] ?? []) {
      const now = sum + choice.priced
      if (now + (rest[p] ?? 0) - least >= slack) break
      tried += 1
      if (tried > budget || ((tried & 255) === 0 && expired())) return false
      chosen[p] = choice.units
      const money = Math.abs(choice.units) * (model.unit[i] ?? 0)
      const share = assetClass < 0 ? 0 : ((choice.units > 0 ? model.buyRow : model.sellRow)[i * m + assetClass] ?? 0)
      if (!visit(p + 1, now, own + ownCost(model, i, choice.units), total + money * share)) return false
    }
    return true
  }
  if (!visit(0, 0, 0, assetClass >= 0 ? (model.start[assetClass] ?? 0) : 0)) return null
  kept.sort((a, b) => a.priced - b.priced)
  return { states: pack(model, block, kept, rows), tried }
}

function pack(
  model: Model,
  block: Block,
  kept: { priced: number; own: number; units: number[] }[],
  rows: number[],
): States {
  const width = block.positions.length
  const m = model.rows
  const states: States = {
    block,
    count: kept.length,
    priced: new Float64Array(kept.length),
    own: new Float64Array(kept.length),
    units: new Float64Array(kept.length * width),
    adds: new Float64Array(kept.length * rows.length),
  }
  for (const [s, state] of kept.entries()) {
    states.priced[s] = state.priced
    states.own[s] = state.own
    for (const [p, units] of state.units.entries()) {
      states.units[s * width + p] = units
      if (units === 0) continue
      const i = block.positions[p] ?? 0
      const money = Math.abs(units) * (model.unit[i] ?? 0)
      const effects = units > 0 ? model.buyRow : model.sellRow
      for (const [k, r] of rows.entries()) {
        let add = money * (effects[i * m + r] ?? 0)
        if (model.fee > 0 && (r === 6 + (model.account[i] ?? 0) || (r === MONEY_FUNDS && model.problem.cashCounts)))
          add -= model.fee
        states.adds[s * rows.length + k] = (states.adds[s * rows.length + k] ?? 0) + add
      }
    }
  }
  return states
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
