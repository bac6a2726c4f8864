import { classCost, idleCost } from '@/lib/core/allocator/check-rows'
import { CASH_FINE, CLASS_FINE, CLASS_FINE_OF_CASH, FROM_MONEY, FROM_RATE } from '@/lib/core/allocator/check-scale'
import { MONEY_FUNDS, type Problem } from '@/lib/core/allocator/problem'
import { absolute, RATE_ONE } from '@/lib/core/units'

/** What trades amount to, whatever lots are sold. */
export interface Ledger {
  /** By account afterwards, money × CASH_FINE. */
  cash: bigint[]
  /** By class afterwards, money × CLASS_SCALE × CLASS_FINE. */
  classes: bigint[]
  /** Buys plus sells, money. */
  traded: bigint
  /** Exact. */
  costs: Record<'tracking' | 'turnover' | 'spread' | 'fees' | 'location' | 'other', bigint>
}

/** Books whole units by position (sales negative) and adds up what they cost, the tax aside. */
export function ledgerOf(problem: Problem, units: readonly bigint[]): Ledger {
  const cash = problem.accounts.map((a) => a.cash * CASH_FINE)
  const classes = problem.classes.map((row) => row.amount * CLASS_FINE)
  const costs = { tracking: 0n, turnover: 0n, spread: 0n, fees: 0n, location: 0n, other: 0n }
  let traded = 0n
  for (const [i, position] of problem.positions.entries()) {
    const moved = (units[i] ?? 0n) * position.unitWorth
    if (moved === 0n) continue
    const size = absolute(moved)
    const taken = moved * RATE_ONE + position.spread * size + problem.orderFee * RATE_ONE
    traded += size
    cash[position.account] = (cash[position.account] ?? 0n) - taken
    for (const [c, share] of position.split.entries()) classes[c] = (classes[c] ?? 0n) + share * moved * CLASS_FINE
    if (problem.cashCounts) classes[MONEY_FUNDS] = (classes[MONEY_FUNDS] ?? 0n) - taken * CLASS_FINE_OF_CASH
    costs.spread += position.spread * size * FROM_RATE
    costs.fees += problem.orderFee * FROM_MONEY
    if (moved > 0n) costs.location += position.location * moved * FROM_RATE
  }
  costs.turnover = problem.turnover * traded * FROM_RATE
  for (const [c, row] of problem.classes.entries()) {
    const { tracking, pull } = classCost(problem, row, classes[c] ?? 0n)
    costs.tracking += tracking
    costs.other += pull
  }
  for (const [a, row] of problem.accounts.entries()) costs.other += idleCost(problem, row, cash[a] ?? 0n)
  return { cash, classes, traded, costs }
}

/** The accounts that end below their floor. */
export const shortAccounts = (problem: Problem, ledger: Ledger): string[] =>
  problem.accounts.filter((a, i) => (ledger.cash[i] ?? 0n) < a.floor * CASH_FINE).map((a) => a.id)

export const isOverCap = (problem: Problem, ledger: Ledger): boolean =>
  problem.turnoverCap !== null && ledger.traded > problem.turnoverCap
