import 'server-only'
import { type ActionResult, refusal, success } from '@/lib/core/action-result'
import type { PlanDocument } from '@/lib/core/plan-document'
import { agedPrices, agedRates, type Change, diffInputs, type PlanInput } from '@/lib/core/snapshot-diff'
import type { IsoDate } from '@/lib/core/units'
import { markApproved } from '@/lib/db/plans'
import { holdPortfolio } from '@/lib/db/portfolio-change'
import { openPlan } from '@/lib/flows/open-plan'
import { findPlanBase } from '@/lib/flows/preview-plan'

/**
 * Approves a saved plan, if the portfolio and its target still are what the plan was computed from and its prices and rates
 * are no older than the plan allows; otherwise a conflict that carries what moved. Approving twice is the same as once.
 */
export async function approvePlan(
  userId: string,
  planId: string,
  { asOf, at }: { asOf: IsoDate; at: Date },
): Promise<ActionResult<undefined, Change[]>> {
  const plan = await openPlan(userId, planId)
  if (!plan) return refusal('notFound')
  if (plan.approvedAt) return success()
  return holdPortfolio<undefined, Change[]>(userId, plan.portfolioId, async (tx) => {
    const base = await findPlanBase(userId, plan.portfolioId, tx)
    if (!base?.adoption) return refusal('notFound')
    const current = movedSince(plan.document, { snapshot: base.snapshot, target: base.adoption }, asOf)
    if (current.length > 0) return refusal('conflict', { current })
    await markApproved(userId, planId, at, tx)
    return success()
  })
}

function movedSince({ snapshot, adoption, plan, policy }: PlanDocument, now: PlanInput, asOf: IsoDate): Change[] {
  const traded = new Set(plan.trades.map((trade) => trade.holdingId))
  const priced = now.snapshot.holdings.filter((h) => h.quantity > 0n || traded.has(h.id))
  const { accounts } = now.snapshot
  return [
    ...diffInputs({ snapshot, target: adoption }, now),
    ...agedPrices(priced, asOf, policy.maxPriceAge),
    ...agedRates({ accounts, holdings: priced }, asOf, policy.maxPriceAge),
  ]
}
