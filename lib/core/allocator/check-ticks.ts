import type { Choices } from '@/lib/core/allocator/check-choices'
import type { Prices } from '@/lib/core/allocator/check-rows'
import { FROM_CLASS, FROM_MONEY, PRICE_OF_RATE } from '@/lib/core/allocator/check-scale'
import type { Problem } from '@/lib/core/allocator/problem'
import { absolute, larger, RATE_ONE } from '@/lib/core/units'

/**
 * A tick is so much exact cost that whatever the enumeration adds up stays below 2^50 ticks: sums of whole ticks are then exact in
 * floating point. At the finest it is 10^-9 of the currency.
 */
const FINEST = 10n ** 49n
const MOST_TICKS = 2n ** 50n

/** A whole number of ticks, at most one below the exact value and never above it. */
export function floorTicks(exact: bigint, tick: bigint): number {
  const ticks = Number(exact / tick)
  return exact < 0n ? ticks - 1 : ticks
}

/** The same from above. */
export const ceilTicks = (exact: bigint, tick: bigint): number => -floorTicks(-exact, tick)

/** The tick for everything that can be made of these choices, with `rest`, an exact cost, besides. */
export function tickFor(problem: Problem, prices: Prices, choices: readonly Choices[], rest: bigint): bigint {
  let size = absolute(rest)
  for (const row of problem.classes) {
    size += (absolute(row.amount) + absolute(row.lower) + absolute(row.upper) + absolute(row.centre)) * FROM_CLASS
  }
  for (const row of problem.accounts) {
    size += (absolute(row.cash) + absolute(row.floor) + absolute(row.idleAbove ?? 0n)) * FROM_MONEY
  }
  size += (problem.turnoverCap ?? 0n) * FROM_MONEY
  for (const { position, units, cost } of choices) {
    const most = units.reduce((large, u) => larger(large, absolute(u)), 0n)
    const cash = most * position.unitWorth * (2n * RATE_ONE + position.spread) + problem.orderFee * RATE_ONE
    size += (cash * FROM_MONEY) / RATE_ONE
    size += cost.reduce((large, c) => larger(large, absolute(c)), 0n)
  }
  const steepest = [...prices.classes, ...prices.accounts, prices.turnover].reduce((a, b) => larger(a, absolute(b)), 0n)
  const rates = (problem.tracking + problem.pull + problem.idle + RATE_ONE) * PRICE_OF_RATE + steepest
  size = (size * rates) / (RATE_ONE * PRICE_OF_RATE)
  let tick = FINEST
  while (size / tick >= MOST_TICKS) tick *= 10n
  return tick
}
