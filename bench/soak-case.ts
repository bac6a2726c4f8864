import { type Exact, exactly, MONEY } from '@/bench/exact'
import { type Answer, judge, OBJECTIVE, toMoney } from '@/bench/judge'
import { randomFrom } from '@/bench/random'
import type { Referee, Ruling } from '@/bench/referee'
import type { Request } from '@/bench/request'
import { smallRequest } from '@/bench/small'
import { bookOf } from '@/bench/snapshot'
import { buildPlan, type Plan, type Planned } from '@/lib/core/plan'

/** What one random request showed. `wrong` is empty when the allocator and the referee agree. */
export interface SoakResult {
  seed: number
  wrong: string[]
  /** The allocator's status, and whether the referee solved the request to the end. */
  status: string
  refereed: boolean
  ms: number
}

const FINE = 10_000n
const PER_FINE = OBJECTIVE / FINE
const CENT = OBJECTIVE / 100n

/** The seed's request: the first of its stream that holds anything, since a portfolio worth nothing has no plan. */
export function requestOf(seed: number): Request {
  const random = randomFrom(seed)
  for (;;) {
    const request = smallRequest(random)
    if (exactly(request).whole > 0n) return request
  }
}

export async function soak(seed: number, referee: Referee, seconds: number): Promise<SoakResult> {
  return { seed, ...(await soakRequest(requestOf(seed), referee, seconds)) }
}

type Compared = Omit<SoakResult, 'seed'>

export async function soakRequest(request: Request, referee: Referee, seconds: number): Promise<Compared> {
  const exact = exactly(request)
  const { snapshot, policy } = bookOf(request)
  const from = performance.now()
  const planned = buildPlan(snapshot, policy, () => performance.now())
  const ms = performance.now() - from
  const alone = planned.plan ? faultsOfPlan(exact, planned.plan, request) : []
  let ruling = await referee.rule(exact, seconds)
  let disputed = disagreements(exact, planned, ruling)
  // Either may be wrong: the referee computes in floating point.
  if (disputed.length > 0) {
    ruling = await referee.rule(exact, seconds, true)
    disputed = disagreements(exact, planned, ruling)
  }
  return { wrong: [...alone, ...disputed], status: planned.status, refereed: ruling.status !== 'unknown', ms }
}

function disagreements(exact: Exact, planned: Planned, ruling: Ruling): string[] {
  if (planned.plan === null) {
    if (planned.status !== 'infeasible') return [`status ${planned.status}: ${JSON.stringify(planned.issues)}`]
    return ruling.objective === null ? [] : [`said to be infeasible, but ${toMoney(ruling.objective)} is possible`]
  }
  const { certificate } = planned.plan
  const wrong: string[] = []
  if (planned.status !== certificate.status) wrong.push(`status ${planned.status}, certified as ${certificate.status}`)
  if (ruling.status === 'infeasible') wrong.push('has a plan where the referee says that there is none')
  if (ruling.objective !== null && certificate.lowerBound * PER_FINE > ruling.objective) {
    wrong.push(`the bound ${fine(certificate.lowerBound)} is above what is possible: ${toMoney(ruling.objective)}`)
  }
  const slack = 0.005 + 1e-8 * (Number(exact.whole / (MONEY / 100n)) / 100)
  if (ruling.bound !== null && fine(certificate.objective) < ruling.bound - slack) {
    wrong.push(`the objective ${fine(certificate.objective)} is below the referee's bound ${ruling.bound}`)
  }
  return wrong
}

const fine = (value: bigint): number => Number(value) / Number(FINE)

/** What can be said of a plan by itself: its rules, its objective, and that its certificate says what its status says. */
export function faultsOfPlan(exact: Exact, plan: Plan, request: Request): string[] {
  const { certificate } = plan
  const { faults, objective } = judge(exact, answerOfPlan(exact, plan))
  const wrong = [...faults]
  const off = objective - certificate.objective * PER_FINE
  if (off > PER_FINE || off < -PER_FINE) {
    wrong.push(`costs ${toMoney(objective)}, not ${fine(certificate.objective)}`)
  }
  if (!certificate.certified) wrong.push('is not certified')
  const gap = (certificate.objective - certificate.lowerBound) * PER_FINE
  if (gap < 0n) wrong.push(`a bound above the objective by ${toMoney(-gap)}`)
  // The gap is told in 10^-9 of the whole, and is judged so.
  const tolerance = (exact.whole * (OBJECTIVE / MONEY) * BigInt(request.tolerancePpm * 1000 + 1)) / 1_000_000_000n
  if (certificate.status === 'optimal' && gap > CENT) wrong.push(`called optimal with a gap of ${toMoney(gap)}`)
  if (certificate.status === 'withinTolerance' && gap > tolerance + PER_FINE) {
    wrong.push(`called within tolerance with a gap of ${toMoney(gap)}`)
  }
  return wrong
}

export function answerOfPlan(exact: Exact, plan: Plan): Answer {
  const units = exact.positions.map(() => 0n)
  const lots = exact.positions.map((p) => p.lots.map(() => 0n))
  for (const trade of plan.trades) {
    const at = exact.positions.findIndex(
      (p) => p.symbol === trade.symbol && exact.accounts[p.account]?.id === trade.accountId,
    )
    const position = exact.positions[at]
    if (!position || trade.quantity % position.unit !== 0n)
      throw new Error(`No such trade is possible: ${trade.symbol}`)
    units[at] = (trade.quantity / position.unit) * (trade.side === 'sell' ? -1n : 1n)
    if (trade.side === 'sell') lots[at] = position.lots.map((lot) => takenFrom(trade, lot.id))
  }
  return { units, lots }
}

/** What a sale does not take from listed lots comes from the part that no lot covers. */
function takenFrom(trade: Plan['trades'][number], lot: string | null): bigint {
  if (lot !== null) return trade.lots.find((used) => used.lotId === lot)?.quantity ?? 0n
  return trade.quantity - trade.lots.reduce((sum, used) => sum + used.quantity, 0n)
}
