import { boundOfCase } from '@/lib/core/allocator/check-case'
import { type Judged, judge } from '@/lib/core/allocator/check-judge'
import { limitsOf } from '@/lib/core/allocator/check-limits'
import { touchedRows } from '@/lib/core/allocator/check-rows'
import { attainableGains } from '@/lib/core/allocator/check-tax'
import type { Problem } from '@/lib/core/allocator/problem'
import { NET_REGIONS, type Proof } from '@/lib/core/allocator/proof'
import { smaller } from '@/lib/core/units'

export { judge } from '@/lib/core/allocator/check-judge'
export { fineDown, fineRounded } from '@/lib/core/allocator/check-scale'

/** Trades and their proof as the checker finds them. Costs are exact: 10^-58 of the currency, see `fineRounded` and `fineDown`. */
export interface Checked extends Judged {
  /** Null when the proof does not hold together. */
  lowerBound: bigint | null
}

/** `judge` and `provenBound` at once. */
export function check(
  problem: Problem,
  units: readonly bigint[],
  lotsSold: readonly (readonly bigint[])[],
  proof: Proof,
  expired: () => boolean = NEVER,
): Checked {
  return { ...judge(problem, units, lotsSold), lowerBound: provenBound(problem, proof, expired) }
}

const NEVER = (): boolean => false
const NO_GAINS = { short: [0n, 0n], long: [0n, 0n] } as const

/**
 * An exact lower bound of the cost of every feasible plan (10^-58 of the currency), whatever the numbers in the proof are. Null when it does
 * not hold together: the cases leave plans out, two kept classes share a position, a claim is refuted, or there is too much to try or
 * no time left for it.
 * It shares nothing with the solver but the statement of the problem.
 */
export function provenBound(problem: Problem, proof: Proof, expired: () => boolean = NEVER): bigint | null {
  if (!coversAll(problem, proof) || problem.positions.some((p) => p.unitWorth <= 0n)) return null
  const gains = problem.netting ? attainableGains(problem) : NO_GAINS
  const scope = { problem, limits: limitsOf(problem), touched: touchedRows(problem), gains, expired }
  let bound: bigint | null = null
  for (const each of proof.cases) {
    const ofCase = boundOfCase(scope, each)
    if (ofCase === null) return null
    bound = bound === null ? ofCase : smaller(bound, ofCase)
  }
  return bound
}

/** One case about all plans, or one for each of the regions. */
function coversAll(problem: Problem, { cases }: Proof): boolean {
  const regions = new Set(cases.map((c) => c.region))
  const known = [...regions].every((r) => r === null || (problem.netting && NET_REGIONS[r] !== undefined))
  return known && (regions.has(null) || regions.size === NET_REGIONS.length)
}
