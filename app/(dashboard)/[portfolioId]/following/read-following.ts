import 'server-only'
import { asOf } from '@/lib/auth/clock'
import type { RegimeState } from '@/lib/core/models'
import { proposeTarget, type RegimeProposal, type UnknownReason, unknownReason } from '@/lib/core/regime-proposal'
import type { Adoption } from '@/lib/core/targets'
import type { IsoDate } from '@/lib/core/units'
import type { PortfolioSummary } from '@/lib/db/portfolios'
import { type MeasuredRegime, measuredRegime } from '@/lib/flows/measured-regime'

/** The measured regime in the few words that a portfolio needs of it. */
export interface MeasuredView {
  /** The last state known. */
  state: RegimeState
  since: IsoDate
  /** The last Friday on which it was measured, with the score of that day; null when that is not at hand. */
  measuredOn: IsoDate
  score: number | null
  from: MeasuredRegime['from']
}

export interface FollowingView {
  follows: boolean
  measured: MeasuredView | null
  /** Why it may not be acted on today; null when it may. */
  unknown: UnknownReason | null
  proposal: RegimeProposal
}

/** What the measured regime means for a portfolio today. */
export async function readFollowing(
  userId: string,
  { followsRegime: follows, riskLevel: risk, dismissed }: PortfolioSummary,
  inForce: Adoption | null,
): Promise<FollowingView> {
  const day = await asOf()
  const regime = await measuredRegime(userId, day)
  const evaluation = regime?.evaluation ?? null
  return {
    follows,
    measured: regime && toView(regime),
    unknown: unknownReason(evaluation, day),
    proposal: proposeTarget(evaluation, { follows, risk, inForce, dismissed }, day),
  }
}

function toView({ evaluation, from }: MeasuredRegime): MeasuredView {
  const { held: state, heldSince: since, measuredOn, friday } = evaluation
  return { state, since, measuredOn, score: friday === measuredOn ? evaluation.score : null, from }
}
