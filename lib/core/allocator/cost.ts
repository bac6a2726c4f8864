import { type Book, type Position, taxOfSale, valueChange } from '@/lib/core/allocator/book'
import { distance, type Goal } from '@/lib/core/allocator/goal'
import type { PlanPolicy } from '@/lib/core/plan'
import { absolute, WHOLE } from '@/lib/core/units'

/**
 * cost = distance of each class outside its goal + 0.0005 · turnover + tax + a hair for standing off the exact target inside a band
 * + a small price per order (which keeps the list short) + a very large price for money missing in an account.
 * In units of 1/20,000 of a ten-thousandth of a cent: all integers.
 */
export const DISTANCE = 20_000n
export const TURNOVER = 10n
export const OFF_CENTRE = 2n
export const MISSING = 20_000_000n
/** An order has to earn this share of the portfolio, in millionths. */
const ORDER_PPM = 100n
const MILLION = 1_000_000n
const SCALE = BigInt(WHOLE)

export function classCost(goals: readonly Goal[], amounts: readonly bigint[]): bigint {
  let cost = 0n
  for (const [c, goal] of goals.entries()) {
    const amount = amounts[c] ?? 0n
    cost += DISTANCE * distance(goal, amount) + OFF_CENTRE * absolute(amount - goal.target)
  }
  return cost
}

export function missingCost(free: bigint): bigint {
  return free < 0n ? MISSING * SCALE * -free : 0n
}

/** What it costs to have traded `units` of a position. */
export function orderCost(book: Book, position: Position, units: bigint, policy: PlanPolicy): bigint {
  if (units === 0n) return 0n
  const order = (DISTANCE * SCALE * book.investable * ORDER_PPM) / MILLION
  const tax = units < 0n ? taxOfSale(position, -units, policy) : 0n
  return order + SCALE * (TURNOVER * absolute(valueChange(position, units)) + DISTANCE * tax)
}
