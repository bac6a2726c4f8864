import type { Position, Problem } from '@/lib/core/allocator/problem'
import { divideDown, larger, RATE_ONE, smaller, sum } from '@/lib/core/units'

/** The most whole units that any feasible plan sells or buys of a position; less than its fewest where it cannot be traded that way. */
export interface Limits {
  sell: (position: Position) => bigint
  buy: (position: Position) => bigint
}

/**
 * A purchase cannot cost more than the account's free cash and what selling everything else in it would bring, and bought and sold together
 * stay within the cap on turnover. Spreads are not negative and units are worth something.
 */
export function limitsOf(problem: Problem): Limits {
  const { turnoverCap } = problem
  const sell = (p: Position): bigint =>
    turnoverCap === null ? p.sellable : smaller(p.sellable, divideDown(turnoverCap, p.unitWorth))
  /** Money × 10^9 that selling as much as possible brings in. */
  const proceeds = (p: Position): bigint => {
    const units = sell(p)
    if (units < p.minUnits) return 0n
    return larger(0n, units * p.unitWorth * (RATE_ONE - p.spread) - problem.orderFee * RATE_ONE)
  }
  const raised = new Map<number, bigint>()
  const raisedIn = (account: number): bigint => {
    const known = raised.get(account) ?? sum(problem.positions.filter((p) => p.account === account).map(proceeds))
    raised.set(account, known)
    return known
  }
  const buy = (p: Position): bigint => {
    const home = problem.accounts[p.account]
    if (!p.canBuy || !home) return 0n
    const free = (home.cash - home.floor - problem.orderFee) * RATE_ONE
    const byCash = divideDown(free + raisedIn(p.account) - proceeds(p), p.unitWorth * (RATE_ONE + p.spread))
    if (turnoverCap === null) return byCash
    // What free cash does not pay, a sale of at least as much must, and both count.
    const cap = turnoverCap * RATE_ONE
    const byBoth = divideDown(free + cap, p.unitWorth * (2n * RATE_ONE + p.spread))
    return smaller(byCash, smaller(byBoth, divideDown(turnoverCap, p.unitWorth)))
  }
  return { sell, buy }
}
