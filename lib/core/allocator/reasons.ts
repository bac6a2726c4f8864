import { CLASS_SCALE, MONEY_FUNDS, type Position, type Problem } from '@/lib/core/allocator/problem'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import type { PlanPolicy, TradeReason } from '@/lib/core/plan'
import { absolute, bps, type Cents, cents, divideRounded, ONE } from '@/lib/core/units'
import type { Breakdown } from '@/lib/core/valuation'

/** What the reasons of a plan are told from. */
export interface Told {
  policy: PlanPolicy
  problem: Problem
  units: readonly bigint[]
  before: Breakdown
  after: Breakdown
  /** By class after all trades, money × CLASS_SCALE. */
  amounts: readonly bigint[]
}

const CENT = (ONE * ONE) / 100n

/** Why a trade is in the plan, what it closes, and what kept it from being larger. */
export function explain(told: Told, position: Position, units: bigint): TradeReason {
  const c = largestClass(position)
  const assetClass = ASSET_CLASSES[c] as (typeof ASSET_CLASSES)[number]
  const at = (b: Breakdown): TradeReason['before'] => b.weights?.[assetClass] ?? bps(0)
  const [before, after, target] = [at(told.before), at(told.after), told.policy.target.weights[assetClass]]
  const selling = before > target ? 'sellAboveTarget' : 'sellToRaiseCash'
  const buying = before < target ? 'buyBelowTarget' : 'buyToPlaceCash'
  const code = units < 0n ? selling : buying
  const bound = boundOf(told, position, units, c)
  return { code, assetClass, before, after, target, closes: closedBy(told, position, units), bound }
}

const largestClass = (p: Position): number => p.split.reduce((best, s, c) => (s > (p.split[best] ?? 0n) ? c : best), 0)

function distance(problem: Problem, c: number, amount: bigint): bigint {
  const row = problem.classes[c]
  if (!row) return 0n
  if (amount < row.lower) return row.lower - amount
  return amount > row.upper ? amount - row.upper : 0n
}

/** How much nearer all classes are to where they cost nothing than they would be without this trade. */
function closedBy({ problem, amounts }: Told, position: Position, units: bigint): Cents {
  const moved = units * position.unitWorth
  let closed = 0n
  for (const [c, amount] of amounts.entries()) {
    const cash = problem.cashCounts && c === MONEY_FUNDS ? moved * CLASS_SCALE : 0n
    const without = amount - (position.split[c] ?? 0n) * moved + cash
    closed += distance(problem, c, without) - distance(problem, c, amount)
  }
  return cents(divideRounded(closed, CLASS_SCALE * CENT))
}

function boundOf(told: Told, position: Position, units: bigint, c: number): TradeReason['bound'] {
  const { problem, amounts, policy } = told
  const left = distance(problem, c, amounts[c] ?? 0n) / CLASS_SCALE
  const size = absolute(units) * position.unitWorth
  if (left === 0n) return 'reached'
  if (left <= position.unitWorth) return 'wholeUnits'
  if (units < 0n && -units === position.sellable) return 'allSold'
  if (units > 0n && freeCash(told, position.account) < position.unitWorth) return 'cash'
  if (problem.turnoverCap !== null && roomInCap(told) < position.unitWorth) return 'turnoverCap'
  if (size < policy.minTrade * CENT + position.unitWorth) return 'minTrade'
  return units < 0n && position.lots.some((lot) => lot.gain > 0n) ? 'tax' : 'counterpart'
}

function freeCash({ problem, units }: Told, account: number): bigint {
  const row = problem.accounts[account]
  let free = (row?.cash ?? 0n) - (row?.floor ?? 0n)
  for (const [i, p] of problem.positions.entries()) if (p.account === account) free -= (units[i] ?? 0n) * p.unitWorth
  return free
}

function roomInCap({ problem, units }: Told): bigint {
  const traded = problem.positions.reduce((total, p, i) => total + absolute((units[i] ?? 0n) * p.unitWorth), 0n)
  return (problem.turnoverCap ?? 0n) - traded
}
