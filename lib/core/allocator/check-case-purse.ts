import type { Priced } from '@/lib/core/allocator/check-case'
import { type Choices, saleCost } from '@/lib/core/allocator/check-choices'
import type { PursePart } from '@/lib/core/allocator/check-class-search'
import { type Options, optionsBelow } from '@/lib/core/allocator/check-options'
import { slopesOf } from '@/lib/core/allocator/check-position'
import { leastExcessInPurse, type Purse } from '@/lib/core/allocator/check-purse'
import { FROM_MONEY } from '@/lib/core/allocator/check-scale'
import { cashTicks, classTicks } from '@/lib/core/allocator/check-tick-rows'
import { ceilTicks, tickFor } from '@/lib/core/allocator/check-ticks'
import { MONEY_FUNDS, type Problem } from '@/lib/core/allocator/problem'
import { absolute, larger, sum } from '@/lib/core/units'

/** A bound, at most the claim, where only the purse couples the classes. */
export function boundByPurse(
  priced: Priced,
  parts: readonly { kept: number | null; members: number[] }[],
  claim: bigint,
): bigint {
  const { problem, prices, rows, touched } = priced
  const tick = tickFor(problem, prices, extremesOf(priced), absolute(priced.total) + absolute(claim))
  const limit = ceilTicks(claim - priced.total, tick)
  const keptMembers = new Map(parts.flatMap(({ kept, members }) => (kept === null ? [] : [[kept, members] as const])))
  const purseParts = problem.classes.flatMap((_, c): PursePart[] => {
    if (!touched.classes[c] || (problem.cashCounts && c === MONEY_FUNDS)) return []
    const row = classTicks(problem, prices, rows, c, tick)
    return [{ row, positions: optionsOf(priced, keptMembers.get(c), tick, limit) }]
  })
  const least = leastExcessInPurse(purseParts, purseOf(priced, tick), limit)
  return least >= limit ? claim : priced.total + BigInt(least) * tick
}

/** Null where the class is not kept, or a position has too many options. */
function optionsOf(
  { problem, prices, limits, positions }: Priced,
  members: readonly number[] | undefined,
  tick: bigint,
  limit: number,
): Options[] | null {
  if (!members) return null
  const found: Options[] = []
  for (const index of members) {
    const position = problem.positions[index]
    if (!position) continue
    const options = optionsBelow(problem, prices, limits, position, positions[index] ?? 0n, tick, limit)
    if (!options) return null
    found.push(options)
  }
  return found
}

/** The largest trades of each position, for the size of the tick. */
function extremesOf({ problem, prices, limits }: Priced): Choices[] {
  return problem.positions.map((position, index) => {
    const slopes = slopesOf(problem, prices, position)
    const [bought, sold] = [position.canBuy ? larger(0n, limits.buy(position)) : 0n, larger(0n, limits.sell(position))]
    const sale = saleCost(problem, prices, position, slopes.sell * position.unitWorth)
    return { index, position, units: [bought, -sold], cost: [slopes.buy * position.unitWorth * bought, sale(sold)] }
  })
}

/** True where classes have nothing in common but the cash of the one account, and a trade takes just what it is worth. */
export function isOnePurse(problem: Problem): boolean {
  const { accounts, netting, turnoverCap, idle, orderFee, positions } = problem
  if (accounts.length !== 1 || netting || turnoverCap !== null || idle !== 0n || orderFee !== 0n) return false
  return positions.every((p) => p.spread === 0n && p.split.filter((share) => share !== 0n).length === 1)
}

function purseOf({ problem, prices, rows, limits }: Priced, tick: bigint): Purse {
  const cashFunds = problem.cashCounts
  const funds = problem.positions.filter((p) => cashFunds && (p.split[MONEY_FUNDS] ?? 0n) !== 0n)
  const raised = sum(funds.map((p) => limits.sell(p) * p.unitWorth)) * FROM_MONEY
  return {
    cash: cashTicks(problem, prices, rows, 0, tick),
    funds: cashFunds ? classTicks(problem, prices, rows, MONEY_FUNDS, tick) : null,
    besides: ceilTicks(raised, tick),
  }
}
