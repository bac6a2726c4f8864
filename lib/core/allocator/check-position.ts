import type { Limits } from '@/lib/core/allocator/check-limits'
import type { Prices } from '@/lib/core/allocator/check-rows'
import { FROM_CLASS_PRICE, FROM_MONEY, FROM_PRICE_RATE, FROM_RATE } from '@/lib/core/allocator/check-scale'
import { lotCost } from '@/lib/core/allocator/check-tax'
import type { Position, Problem } from '@/lib/core/allocator/problem'
import { compareBigint, divideDown, smaller } from '@/lib/core/units'

/** What trading a position costs at the prices of the rows, the tax aside: exact per 10^-36 of money bought or sold, and exact per order. */
export interface Slopes {
  buy: bigint
  sell: bigint
  order: bigint
}

export function slopesOf(problem: Problem, prices: Prices, position: Position): Slopes {
  const { spread, split } = position
  let classes = 0n
  for (let c = 0; c < split.length; c += 1) {
    const share = split[c] ?? 0n
    if (share !== 0n) classes += share * (prices.classes[c] ?? 0n)
  }
  const taken = prices.exactTaken[position.account] ?? 0n
  const moved = classes * FROM_CLASS_PRICE + taken
  let either = prices.exactTraded
  if (spread !== 0n) either += spread * (FROM_RATE + (prices.taken[position.account] ?? 0n) * FROM_PRICE_RATE)
  return {
    buy: position.location === 0n ? either + moved : either + moved + position.location * FROM_RATE,
    sell: either - moved,
    order: problem.orderFee === 0n ? 0n : problem.orderFee * (FROM_MONEY + taken),
  }
}

/** The least exact cost of a position over everything that it may trade, nothing included; between whole units it is relaxed. */
export function leastOfPosition(problem: Problem, prices: Prices, limits: Limits, position: Position): bigint {
  const slopes = slopesOf(problem, prices, position)
  let least = 0n
  if (position.canBuy && (slopes.buy < 0n || slopes.order < 0n)) {
    const most = limits.buy(position)
    const units = slopes.buy < 0n ? most : position.minUnits
    const cost = slopes.order + slopes.buy * position.unitWorth * units
    if (most >= position.minUnits && cost < least) least = cost
  }
  // Where no sale is paid for by the tax, one that does not pay before tax does not pay at all.
  const taxMayPay = position.lots.length > 0 && (problem.netting || problem.lossCredit > 0n)
  if (position.sellable > 0n && (slopes.sell < 0n || slopes.order < 0n || taxMayPay)) {
    const most = limits.sell(position)
    const cost = most < position.minUnits ? null : leastOfSale(problem, prices, position, slopes.sell, most)
    if (cost !== null && slopes.order + cost < least) least = slopes.order + cost
  }
  return least
}

/** Over sales from the fewest to the most units: the lots that pay, cheapest first, and as many others as the fewest units need. */
function leastOfSale(problem: Problem, prices: Prices, position: Position, slope: bigint, most: bigint): bigint | null {
  if (position.lots.length === 0) return slope * position.unitWorth * (slope < 0n ? most : position.minUnits)
  const unit: bigint = position.holding.unit
  const before = divideDown(slope * position.unitWorth, unit)
  let paying = 0n
  let total = 0n
  for (const lot of position.lots) {
    const each = before + lotCost(problem, prices, lot)
    if (each >= 0n) continue
    paying += lot.quantity
    total += each * lot.quantity
  }
  const fewest = position.minUnits * unit
  if (paying >= fewest && paying <= most * unit) return total
  return filledSale(problem, prices, position, before, fewest, most * unit)
}

function filledSale(
  problem: Problem,
  prices: Prices,
  position: Position,
  before: bigint,
  fewest: bigint,
  most: bigint,
): bigint | null {
  const lots = position.lots.map((lot) => ({ each: before + lotCost(problem, prices, lot), quantity: lot.quantity }))
  lots.sort((a, b) => compareBigint(a.each, b.each))
  let sold = 0n
  let total = 0n
  for (const { each, quantity } of lots) {
    const wanted = each < 0n ? most : fewest
    if (sold >= wanted) break
    const taken = smaller(quantity, wanted - sold)
    sold += taken
    total += taken * each
  }
  return sold < fewest ? null : total
}
