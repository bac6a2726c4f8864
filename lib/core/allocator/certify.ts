import { type Checked, check, fineDown, fineRounded } from '@/lib/core/allocator/check'
import type { Problem } from '@/lib/core/allocator/problem'
import type { Multipliers, ProofCase } from '@/lib/core/allocator/proof'
import type { Solution } from '@/lib/core/allocator/solve'
import type { Certificate, ConstraintPrice } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { fineMoney, ONE, RATE_ONE } from '@/lib/core/units'

const FINE_CENT = 100n
/** Money of 10^-36 in one hundredth of a cent. */
const PER_FINE = (ONE * ONE) / 10_000n
const PPB = 1_000_000_000n

/**
 * Has the checker confirm a solution. A claim that it cannot confirm, or for which no time is left, is given up for the weaker bound that
 * needs none.
 */
export function confirm(problem: Problem, solution: Solution, expired: () => boolean = () => false): Checked {
  const { units, lotsSold, proof } = solution
  if (!expired() || proof.every((c) => c.claim === null)) {
    const checked = check(problem, units, lotsSold, { cases: proof }, expired)
    if (checked.lowerBound !== null || proof.every((c) => c.claim === null)) return checked
  }
  const cases = proof.map((c): ProofCase => ({ ...c, blocks: [], claim: null }))
  return check(problem, units, lotsSold, { cases })
}

/** The certificate of a plan that the checker found feasible. The bound is never stated above the objective. */
export function certificateOf(
  snapshot: Snapshot,
  problem: Problem,
  checked: Checked,
  prices: Multipliers,
  tolerancePpm: number,
): Certificate {
  const objective = fineRounded(checked.objective)
  const proven = checked.lowerBound === null ? null : fineDown(checked.lowerBound)
  // A bound above the objective would be a mistake somewhere: then nothing is certified.
  const sound = checked.lowerBound !== null && checked.lowerBound <= checked.objective
  const lowerBound = sound && proven !== null ? proven : fineMoney(0n)
  const gap = objective > lowerBound ? objective - lowerBound : 0n
  const gapPpb = problem.whole > 0n ? Number((gap * PPB * PER_FINE) / problem.whole) : 0
  const certified = checked.feasible && sound
  const close = gap * 1_000_000n * PER_FINE <= BigInt(tolerancePpm) * problem.whole
  return {
    status: certified && gap <= FINE_CENT ? 'optimal' : certified && close ? 'withinTolerance' : 'deadline',
    objective,
    lowerBound,
    gapPpb,
    certified,
    parts: Object.fromEntries(
      Object.entries(checked.parts).map(([part, exact]) => [part, fineRounded(exact)]),
    ) as Certificate['parts'],
    prices: pricesOf(snapshot, problem, prices),
  }
}

const WORTH_NAMING = 0.001
const MOST_LOCKS = 5

/** The constraints that cost something, from the duals: what the objective would lose with one more unit of currency of room. */
function pricesOf(snapshot: Snapshot, problem: Problem, prices: Multipliers): ConstraintPrice[] {
  const found: ConstraintPrice[] = problem.accounts.flatMap((account, a) =>
    priced({ kind: 'cash', accountId: account.id }, prices.accounts[a] ?? 0),
  )
  if (problem.turnoverCap !== null) found.push(...priced({ kind: 'turnover' }, prices.turnover))
  const locks = snapshot.holdings
    .flatMap((h) => priced({ kind: 'lock', holdingId: h.id }, worthOfLock(snapshot, problem, prices, h)))
    .sort((a, b) => (a.worth < b.worth ? 1 : a.worth > b.worth ? -1 : 0))
  return [...found, ...locks.slice(0, MOST_LOCKS)]
}

function priced(constraint: ConstraintPrice['constraint'], worth: number): ConstraintPrice[] {
  return worth >= WORTH_NAMING ? [{ constraint, worth: fineMoney(BigInt(Math.round(worth * 10_000))) }] : []
}

/** What the first unit of currency sold, or bought, of a position that may not be would be worth at these prices, before tax. */
function worthOfLock(
  snapshot: Snapshot,
  problem: Problem,
  prices: Multipliers,
  h: Snapshot['holdings'][number],
): number {
  const account = snapshot.accounts.findIndex((a) => a.id === h.accountId)
  if (!h.split || account < 0 || !(h.locked || h.noBuy || h.noSell)) return 0
  const cash = prices.accounts[account] ?? 0
  const counted = problem.cashCounts ? (prices.classes[4] ?? 0) : 0
  const byClass = Object.values(h.split).reduce((sum, share, c) => sum + (share / 10_000) * (prices.classes[c] ?? 0), 0)
  const turnover = Number(problem.turnover) / Number(RATE_ONE) + prices.turnover
  const buying = byClass + cash - counted + turnover
  const selling = -byClass - cash + counted + turnover
  const canSell = (h.locked || h.noSell === true) && h.quantity > 0n
  return Math.max(0, h.locked || h.noBuy ? -buying : 0, canSell ? -selling : 0)
}
