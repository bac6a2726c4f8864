import type { Limits } from '@/lib/core/allocator/check-limits'
import { slopesOf } from '@/lib/core/allocator/check-position'
import type { Prices } from '@/lib/core/allocator/check-rows'
import { lotCost } from '@/lib/core/allocator/check-tax'
import type { Position, Problem } from '@/lib/core/allocator/problem'
import { compareBigint, smaller } from '@/lib/core/units'

/** Whole units that a position may trade (sales negative), and the exact cost of each at the prices of the rows, in no order. */
export interface Choices {
  /** Index into the positions. */
  index: number
  position: Position
  units: bigint[]
  cost: bigint[]
}

const MOST_CHOICES = 100_000n

/** All choices that cost less than the limit (exact), or all there are; nothing is one of them. Null where they are too many. */
export function choicesBelow(
  problem: Problem,
  prices: Prices,
  limits: Limits,
  index: number,
  position: Position,
  limit: bigint | null,
  mostChoices = MOST_CHOICES,
): Choices | null {
  const slopes = slopesOf(problem, prices, position)
  const sale = saleCost(problem, prices, position, slopes.sell * position.unitWorth)
  const each = slopes.buy * position.unitWorth
  const branches = [
    { sign: -1n, most: limits.sell(position), cost: (units: bigint) => slopes.order + sale(units) },
    {
      sign: 1n,
      most: position.canBuy ? limits.buy(position) : 0n,
      cost: (units: bigint) => slopes.order + each * units,
    },
  ]
  const choices: Choices = { index, position, units: [], cost: [] }
  if (limit === null || limit > 0n) {
    choices.units.push(0n)
    choices.cost.push(0n)
  }
  for (const { sign, most, cost } of branches) {
    const range = rangeBelow(cost, position.minUnits, most, limit)
    if (!range) continue
    if (range[1] - range[0] >= mostChoices) return null
    for (let units = range[0]; units <= range[1]; units += 1n) {
      choices.units.push(sign * units)
      choices.cost.push(cost(units))
    }
  }
  return choices
}

/** Where a convex cost is below the limit, from the first to the last whole number; null for nowhere. */
export function rangeBelow(
  cost: (units: bigint) => bigint,
  low: bigint,
  high: bigint,
  limit: bigint | null,
): [bigint, bigint] | null {
  if (low > high) return null
  if (limit === null) return [low, high]
  const bottom = firstWhere(low, high, (units) => cost(units + 1n) >= cost(units))
  if (cost(bottom) >= limit) return null
  return [
    firstWhere(low, bottom, (units) => cost(units) < limit),
    firstWhere(bottom, high, (units) => cost(units + 1n) >= limit),
  ]
}

/** The first number from low on that has a property which all after it have; `high` without a look. */
function firstWhere(low: bigint, high: bigint, has: (units: bigint) => boolean): bigint {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) / 2n
    if (has(middle)) to = middle
    else from = middle + 1n
  }
  return from
}

/** The exact cost of selling so many units, cheapest lots first, without the order. Lots cover what can be sold. */
export function saleCost(
  problem: Problem,
  prices: Prices,
  position: Position,
  each: bigint,
): (units: bigint) => bigint {
  const { unit } = position.holding
  const lots = position.lots.map((lot) => ({ each: lotCost(problem, prices, lot), quantity: lot.quantity }))
  lots.sort((a, b) => compareBigint(a.each, b.each))
  return (units) => {
    let total = each * units
    let left: bigint = units * unit
    for (const lot of lots) {
      if (left <= 0n) break
      const taken = smaller(left, lot.quantity)
      total += taken * lot.each
      left -= taken
    }
    return total
  }
}
