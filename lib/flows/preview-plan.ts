import 'server-only'
import { buildPlan, type PlanPolicy } from '@/lib/core/plan'
import type { ComputedPlan } from '@/lib/core/plan-document'
import type { Snapshot } from '@/lib/core/portfolio'
import type { Adoption, Destination } from '@/lib/core/targets'
import type { IsoDate } from '@/lib/core/units'
import { findAdoption } from '@/lib/db/adoptions'
import type { Tx } from '@/lib/db/client'
import { findSnapshot } from '@/lib/db/snapshot'
import { inputHash } from '@/lib/flows/input-hash'
import { countPlan } from '@/lib/metrics'

/** What a user chooses for one plan; the rest of its policy is the adopted target and the date. */
export interface PlanChoices
  extends Pick<PlanPolicy, 'mode' | 'cashFlows' | 'minTrade' | 'maxPriceAge' | 'taxRates' | 'terms'> {
  /** Null: as adopted. Another one holds for this plan alone and adopts nothing. */
  destination: Destination | null
}

/** What a plan is computed from, before anyone chose anything. */
export interface PlanBase {
  snapshot: Snapshot
  /** Null when no target was adopted yet: then there is no plan. */
  adoption: Adoption | null
}

/** The book and the target of one portfolio as they are now; null when it is not this user's. */
export async function findPlanBase(userId: string, portfolioId: string, tx?: Tx): Promise<PlanBase | null> {
  const snapshot = await findSnapshot(userId, portfolioId, tx)
  return snapshot && { snapshot, adoption: await findAdoption(userId, portfolioId, tx) }
}

/** The time for deadlines, in milliseconds; it only rises. */
export const stopwatch = (): number => performance.now()

/**
 * The one computation behind the preview, the saved plan and its exports: equal inputs give equal hashes, and equal plans where the search ends
 * before its deadline.
 */
export function computePlan(snapshot: Snapshot, adoption: Adoption, choices: PlanChoices, asOf: IsoDate): ComputedPlan {
  const { destination, ...chosen } = choices
  const { weights, bands } = adoption
  const policy: PlanPolicy = {
    ...chosen,
    asOf,
    target: { weights, bands, destination: destination ?? adoption.destination },
  }
  const began = stopwatch()
  const { plan, issues } = buildPlan(snapshot, policy, stopwatch)
  countPlan((stopwatch() - began) / 1000)
  return { snapshot, adoption, policy, plan, issues, inputHash: inputHash(snapshot, policy) }
}
