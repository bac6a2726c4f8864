import { saleCost } from '@/lib/core/allocator/check-choices'
import type { Limits } from '@/lib/core/allocator/check-limits'
import { slopesOf } from '@/lib/core/allocator/check-position'
import type { Prices } from '@/lib/core/allocator/check-rows'
import { FROM_MONEY } from '@/lib/core/allocator/check-scale'
import { lotCost } from '@/lib/core/allocator/check-tax'
import { floorTicks } from '@/lib/core/allocator/check-ticks'
import type { Position, Problem } from '@/lib/core/allocator/problem'
import { compareBigint, divideDown, smaller } from '@/lib/core/units'

/** What a position may trade where its trades cost neither spread nor fee, in ticks, `excess` above its least cost and `adds` to its class and from the cash. */
export interface Options {
  /** At most two ticks below the true excess, never above it. */
  excess: Float64Array
  /** At most `LOST` ticks below the true amount, never above it. */
  adds: Float64Array
}

/** Ticks by which an amount of one position may have been rounded down. */
export const LOST = 3

const MOST_OPTIONS = 4000

/** Whole units from `first` to `last` over which the exact cost is a straight line. */
interface Stretch {
  sign: 1 | -1
  first: bigint
  last: bigint
  cost: bigint
  slope: bigint
}

/** The choices of a position with an excess below the limit, in ticks; null where they are too many. */
export function optionsBelow(
  problem: Problem,
  prices: Prices,
  limits: Limits,
  position: Position,
  least: bigint,
  tick: bigint,
  limit: number,
): Options | null {
  const worth = Number(position.unitWorth * FROM_MONEY) / Number(tick)
  const excess: number[] = []
  const adds: number[] = []
  const nothing = Math.max(0, floorTicks(-least, tick))
  if (nothing < limit) {
    excess.push(nothing)
    adds.push(0)
  }
  for (const stretch of stretchesOf(problem, prices, limits, position)) {
    const from = floorTicks(stretch.cost - least, tick)
    const slope = Number(stretch.slope) / Number(tick)
    const length = Number(stretch.last - stretch.first)
    const [low, high] = rangeBelow(from, slope, length, limit)
    if (high - low > MOST_OPTIONS) return null
    const first = Number(stretch.first)
    // Everything is below 2^50 ticks, so that a product is wrong by less than a tick: one is taken off.
    for (let u = low; u <= high; u += 1) {
      const above = Math.max(0, Math.floor(from + slope * u) - 1)
      if (above >= limit) continue
      excess.push(above)
      adds.push(Math.floor(stretch.sign * (first + u) * worth) - 1)
    }
    if (excess.length > MOST_OPTIONS) return null
  }
  return { excess: Float64Array.from(excess), adds: Float64Array.from(adds) }
}

/** Where a straight line may be below the limit, with a step to spare on both sides. */
function rangeBelow(from: number, slope: number, length: number, limit: number): [number, number] {
  if (slope === 0) return from - 1 < limit ? [0, length] : [1, 0]
  const crossing = (limit + 1 - from) / slope
  return slope > 0 ? [0, Math.min(length, Math.floor(crossing) + 1)] : [Math.max(0, Math.ceil(crossing) - 1), length]
}

function stretchesOf(problem: Problem, prices: Prices, limits: Limits, position: Position): Stretch[] {
  const slopes = slopesOf(problem, prices, position)
  const stretches: Stretch[] = []
  const most = position.canBuy ? limits.buy(position) : 0n
  const bought = slopes.buy * position.unitWorth
  if (most >= position.minUnits) {
    const first = position.minUnits
    stretches.push({ sign: 1, first, last: most, cost: bought * first, slope: bought })
  }
  const sold = slopes.sell * position.unitWorth
  return [...stretches, ...salesOf(problem, prices, position, sold, limits.sell(position))]
}

/** Sales lot by lot, cheapest first: from the first whole unit that needs a lot to the last that needs none beyond it. */
function salesOf(problem: Problem, prices: Prices, position: Position, sold: bigint, most: bigint): Stretch[] {
  if (most < position.minUnits) return []
  const { unit } = position.holding
  const lots = position.lots.map((lot) => ({ each: lotCost(problem, prices, lot), quantity: lot.quantity }))
  lots.sort((a, b) => compareBigint(a.each, b.each))
  const cost = saleCost(problem, prices, position, sold)
  const stretches: Stretch[] = []
  let before = 0n
  const add = (last: bigint, each: bigint): void => {
    const first = before >= position.minUnits ? before + 1n : position.minUnits
    const end = smaller(last, most)
    if (end >= first) stretches.push({ sign: -1, first, last: end, cost: cost(first), slope: sold + each * unit })
    before = last
  }
  let quantity = 0n
  for (const lot of lots) {
    quantity += lot.quantity
    add(divideDown(quantity, unit), lot.each)
  }
  if (before < most) add(most, 0n)
  return stretches
}
