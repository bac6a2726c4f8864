import { sameWeights, type Weights } from '@/lib/core/asset-class'
import { type Conviction, convictionOf } from '@/lib/core/conviction'
import type { RegimeState, RiskLevel } from '@/lib/core/models'
import type { Evaluation } from '@/lib/core/regime'
import { HELD_FOR } from '@/lib/core/regime/age'
import { type Adoption, exampleWeights, type TargetOrigin } from '@/lib/core/targets'
import { daysBetween, type IsoDate } from '@/lib/core/units'

export type MeasuredOrigin = Extract<TargetOrigin, { kind: 'measured' }>

/** A proposal that the user did not want: the state, and the Friday on which it was measured when they said so. */
export interface Dismissal {
  state: RegimeState
  friday: IsoDate
}

/** What a portfolio wants of the measured regime. */
export interface Following {
  follows: boolean
  risk: RiskLevel
  inForce: Pick<Adoption, 'origin' | 'weights'> | null
  dismissed: Dismissal | null
}

/** Why nothing can be proposed: no data at all, a mandatory measure missing for too long, or the newest measurement too long ago. */
export type UnknownReason = 'neverMeasured' | 'notMeasured' | 'tooOld'

export type RegimeProposal =
  | { kind: 'proposal'; origin: MeasuredOrigin; weights: Weights }
  /** `inForce`: the target has these weights already. */
  | { kind: 'none'; reason: 'notFollowing' | 'inForce' | 'dismissed' }
  | { kind: 'unknown'; reason: UnknownReason }

/**
 * What "follow the measured regime" proposes on a day: the built-in weights of the measured state at the portfolio's risk level and at the
 * conviction of its target. It changes nothing by itself. A dismissed proposal stays away until the measured state changes.
 */
export function proposeTarget(
  evaluation: Evaluation | null,
  { follows, risk, inForce, dismissed }: Following,
  asOf: IsoDate,
): RegimeProposal {
  if (!follows) return { kind: 'none', reason: 'notFollowing' }
  const unknown = unknownReason(evaluation, asOf)
  if (evaluation === null || unknown) return { kind: 'unknown', reason: unknown ?? 'neverMeasured' }
  const origin = measuredOrigin(evaluation, risk, inForce ? convictionIn(inForce.origin) : convictionOf({}))
  const weights = exampleWeights(origin)
  if (inForce && sameWeights(inForce.weights, weights)) return { kind: 'none', reason: 'inForce' }
  if (dismissed && stillHolds(dismissed, evaluation)) return { kind: 'none', reason: 'dismissed' }
  return { kind: 'proposal', origin, weights }
}

/** Why the measured regime may not be acted on at this day; null when it may. */
export function unknownReason(evaluation: Evaluation | null, asOf: IsoDate): UnknownReason | null {
  if (evaluation === null) return 'neverMeasured'
  if (daysBetween(evaluation.friday, asOf) > HELD_FOR) return 'tooOld'
  if (!evaluation.mayPropose || daysBetween(evaluation.measuredOn, asOf) > HELD_FOR) return 'notMeasured'
  return null
}

/** The origin of a target that is adopted because a state was measured. */
export function measuredOrigin(evaluation: Evaluation, risk: RiskLevel, conviction: Conviction): MeasuredOrigin {
  const { held: state, measuredOn: friday } = evaluation
  const score = friday === evaluation.friday ? evaluation.score : null
  return { kind: 'measured', risk, state, friday, score, conviction }
}

/** A target of the user's own has no conviction; then it is that of the published models. */
const convictionIn = (origin: TargetOrigin): Conviction => convictionOf('risk' in origin ? origin : {})

/** True while the state of the dismissal has held without a change since then. */
const stillHolds = (dismissed: Dismissal, { held, heldSince }: Evaluation): boolean =>
  dismissed.state === held && heldSince <= dismissed.friday
