import type { BlockLimits } from '@/lib/core/allocator/blocks'
import type { PricedModel } from '@/lib/core/allocator/bound'
import { type Choice, choicesOf } from '@/lib/core/allocator/choices'
import type { Model } from '@/lib/core/allocator/model'
import { MONEY_FUNDS } from '@/lib/core/allocator/problem'
import { ownCost, Trial } from '@/lib/core/allocator/trial'

export interface Block {
  /** −1: a position by itself, whose class rows stay priced. */
  assetClass: number
  positions: number[]
}

/** The states of a block that are still in play, least priced cost first. */
export interface States {
  block: Block
  /** By state: priced cost, own cost with the class's, chosen units, and what they add to the priced rows. */
  priced: Float64Array
  own: Float64Array
  units: Float64Array
  adds: Float64Array
  count: number
}

const DOMAIN = 4000

export function statesOf(
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
