import { certificateOf, confirm } from '@/lib/core/allocator/certify'
import type { Checked } from '@/lib/core/allocator/check'
import { describePlan } from '@/lib/core/allocator/describe'
import { type Problem, stateProblem, type Wish } from '@/lib/core/allocator/problem'
import { type Solution, solve } from '@/lib/core/allocator/solve'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { decimalText } from '@/lib/core/decimal'
import { bandState } from '@/lib/core/drift'
import type { Issue } from '@/lib/core/issue'
import type { Plan, PlanPolicy } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { type Cents, divideDown, larger, ONE, RATE_ONE } from '@/lib/core/units'

export type Allocated = { ok: true; plan: Plan } | { ok: false; issues: Issue[] }

/**
 * The best plan for a snapshot that the policy's money has reached. New money is placed towards the exact target first; when that leaves a
 * class outside its band and the policy allows more than new money, the whole book is planned by its bands instead.
 */
export function allocate(snapshot: Snapshot, policy: PlanPolicy, expired: () => boolean): Allocated {
  const incoming = snapshot.accounts.map((a) =>
    larger<bigint>(0n, policy.cashFlows.find((f) => f.accountId === a.id)?.amount ?? 0n),
  )
  const newMoney = incoming.some((amount) => amount > 0n) ? incoming : null
  const bands: Wish = { goals: 'bands', maySell: policy.mode === 'full', newMoney, onlyNewMoney: false, margin: null }
  if (!newMoney) return planFor(snapshot, policy, bands, expired)
  const placing: Wish = { ...bands, goals: 'exact', maySell: false, onlyNewMoney: true }
  const placed = planFor(snapshot, policy, placing, expired)
  if (policy.mode === 'newMoney') return placed
  if (!placed.ok) return planFor(snapshot, policy, bands, expired)
  const outside = ASSET_CLASSES.map((c) => bandState(placed.plan.after, policy.target, c).side !== 'inside')
  if (!outside.includes(true)) return placed
  return planFor(snapshot, policy, { ...bands, goals: outside }, expired)
}

function planFor(snapshot: Snapshot, policy: PlanPolicy, wish: Wish, expired: () => boolean): Allocated {
  const problem = stateProblem(snapshot, policy, wish)
  const short = missingCash(snapshot, problem)
  if (short.length > 0) return { ok: false, issues: short }
  const effort = { tolerance: policy.terms.tolerance, securities: policy.terms.securities, expired }
  const solution = solve(problem, effort)
  const checked = confirm(problem, solution, expired)
  const first = finish(snapshot, policy, problem, problem, solution, checked)
  if (first) return { ok: true, plan: first }
  // Values are rounded to cents one by one, which can leave an account a cent short: the same again with some cents to spare.
  const margin = problem.accounts.map((_, a) => BigInt(1 + problem.positions.filter((p) => p.account === a).length))
  const careful = stateProblem(snapshot, policy, { ...wish, margin })
  const again = solve(careful, effort)
  const rechecked = confirm(problem, { ...again, proof: solution.proof }, expired)
  const second = finish(snapshot, policy, problem, careful, again, rechecked)
  if (second) return { ok: true, plan: second }
  return { ok: false, issues: stillMissing(snapshot, problem, solution) }
}

/** The plan, or null when it may not be made as it stands in whole cents. */
function finish(
  snapshot: Snapshot,
  policy: PlanPolicy,
  problem: Problem,
  stated: Problem,
  solution: Solution,
  checked: Checked,
): Plan | null {
  if (!checked.feasible) return null
  const { units, lotsSold } = solution
  const plan = describePlan(snapshot, policy, problem, units, lotsSold)
  const short = problem.accounts.some((a) => (plan.cashAfter[a.id] ?? 0n) < centsDown(a.floor))
  if (short && stated === problem) return null
  const certificate = certificateOf(snapshot, problem, checked, solution.prices, policy.terms.tolerance)
  return { ...plan, certificate }
}

const CENT = (ONE * ONE) / 100n
const centsDown = (money: bigint): bigint => divideDown(money, CENT)

/** Accounts whose cash stays below what must be left even after every sale that the policy allows. */
function missingCash(snapshot: Snapshot, problem: Problem): Issue[] {
  const most = problem.accounts.map((a) => a.cash)
  for (const p of problem.positions) {
    if (p.sellable < p.minUnits) continue
    const worth = p.sellable * p.unitWorth
    const net = worth - (worth * p.spread) / RATE_ONE - problem.orderFee
    if (net > 0n) most[p.account] = (most[p.account] ?? 0n) + net
  }
  return problem.accounts.flatMap((a, i) => {
    const missing = a.floor - (most[i] ?? 0n)
    return missing > 0n ? [cashShort(snapshot, i, (missing + CENT - 1n) / CENT)] : []
  })
}

/** A limit on turnover can keep an account from raising what it lacks. */
function stillMissing(snapshot: Snapshot, problem: Problem, solution: Solution): Issue[] {
  const left = problem.accounts.map((a) => a.cash - a.floor)
  for (const [i, p] of problem.positions.entries()) {
    left[p.account] = (left[p.account] ?? 0n) - (solution.units[i] ?? 0n) * p.unitWorth
  }
  const issues = left.flatMap((l, i) => (l < 0n ? [cashShort(snapshot, i, (CENT - 1n - l) / CENT)] : []))
  return issues.length > 0 ? issues : [cashShort(snapshot, 0, 1n)]
}

function cashShort(snapshot: Snapshot, index: number, missing: bigint): Issue {
  const account = snapshot.accounts[index]
  const reserve = account?.reserve ?? (0n as Cents)
  const values = { missing: decimalText(missing, 2, 2), reserve: decimalText(reserve, 2, 2) }
  return {
    code: 'cash.short',
    severity: 'error',
    subject: account?.name ?? '',
    accountId: account?.id ?? '',
    values,
  }
}
