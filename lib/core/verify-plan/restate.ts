import { confirm } from '@/lib/core/allocator/certify'
import { judge } from '@/lib/core/allocator/check'
import { describePlan } from '@/lib/core/allocator/describe'
import { type Position, type Problem, stateProblem, type Wish } from '@/lib/core/allocator/problem'
import { type Solution, solve } from '@/lib/core/allocator/solve'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { bandState } from '@/lib/core/drift'
import type { Trade } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { larger, sum } from '@/lib/core/units'
import { type Opened, signed } from '@/lib/core/verify-plan/book'

/** The trades of a file in the words of the problem that they answer. */
export interface Restated {
  snapshot: Snapshot
  problem: Problem
  units: bigint[]
  lotsSold: bigint[][]
  /** Trades that are of nothing which may be traded. */
  strays: Trade[]
  /** A new search in the same problem: its proof is what a stated bound is held against. */
  solution: Solution
}

/**
 * States again what the plan was asked for, from the inputs alone, and searches again. Which of two problems it was (new money placed by
 * itself, or the whole book by its bands) is decided as when the plan was made.
 */
export function restate({ funded, policy, plan }: Opened, expired: () => boolean): Restated {
  const snapshot = { ...funded, accounts: [...funded.accounts].sort((a, b) => (a.id < b.id ? -1 : 1)) }
  const incoming = snapshot.accounts.map((a) =>
    larger<bigint>(0n, policy.cashFlows.find((f) => f.accountId === a.id)?.amount ?? 0n),
  )
  const newMoney = incoming.some((amount) => amount > 0n) ? incoming : null
  const bands: Wish = { goals: 'bands', maySell: policy.mode === 'full', newMoney, onlyNewMoney: false, margin: null }
  const placing: Wish = { ...bands, goals: 'exact', maySell: false, onlyNewMoney: true }
  const searched = (wish: Wish) => search(snapshot, wish)
  const search = (of: Snapshot, wish: Wish) => {
    const problem = stateProblem(of, policy, wish)
    const effort = { tolerance: policy.terms.tolerance, securities: policy.terms.securities, expired }
    return { problem, solution: solve(problem, effort) }
  }
  const told = (found: { problem: Problem; solution: Solution }): Restated => ({
    snapshot,
    ...found,
    ...inUnits(found.problem, plan.trades),
  })
  if (!newMoney) return told(searched(bands))
  const placed = searched(placing)
  if (policy.mode === 'newMoney') return told(placed)
  const { units, lotsSold } = placed.solution
  if (!judge(placed.problem, units, lotsSold).feasible) return told(searched(bands))
  const { after } = describePlan(snapshot, policy, placed.problem, units, lotsSold)
  const outside = ASSET_CLASSES.map((c) => bandState(after, policy.target, c).side !== 'inside')
  return told(outside.includes(true) ? searched({ ...bands, goals: outside }) : placed)
}

/** The bound that the checker confirms for these trades, and what it makes of them. */
export const recheck = ({ problem, solution, units, lotsSold }: Restated, expired: () => boolean) =>
  confirm(problem, { ...solution, units, lotsSold }, expired)

function inUnits(problem: Problem, trades: readonly Trade[]): Pick<Restated, 'units' | 'lotsSold' | 'strays'> {
  const byHolding = new Map(trades.map((t) => [t.holdingId, t]))
  const positions = problem.positions.map((p) => ({ p, trade: byHolding.get(p.holding.id) }))
  const known = new Set(problem.positions.map((p) => p.holding.id))
  return {
    units: positions.map(({ p, trade }) => (trade ? signed(trade) / p.holding.unit : 0n)),
    lotsSold: positions.map(({ p, trade }) => lotsOf(p, trade)),
    strays: trades.filter((t) => !known.has(t.holdingId)),
  }
}

/** What is sold beyond the named lots is of those that no lot covers. */
function lotsOf(position: Position, trade: Trade | undefined): bigint[] {
  if (!trade || trade.side === 'buy') return position.lots.map(() => 0n)
  const used = new Map(trade.lots.map((l) => [l.lotId, l.quantity]))
  const rest = trade.quantity - sum(trade.lots.map((l) => l.quantity))
  return position.lots.map(({ lot }) => (lot === null ? rest : (used.get(lot.id) ?? 0n)))
}
