import 'server-only'
import { type RiskLevel, regimePair } from '@/lib/core/models'
import type { PlanPolicy } from '@/lib/core/plan'
import type { ComputedPlan } from '@/lib/core/plan-document'
import type { Snapshot } from '@/lib/core/portfolio'
import { costOfRegimes, type RegimeCosts } from '@/lib/core/regime-cost'
import type { TargetOrigin } from '@/lib/core/targets'
import { type CurvePoint, tradeoffCurve } from '@/lib/core/tradeoff'
import { stopwatch } from '@/lib/flows/preview-plan'

/** What a question is asked of: a book and what its plan keeps to. */
type Asked = Pick<ComputedPlan, 'snapshot' | 'adoption' | 'policy'>

/** A turn for what is ready to be sent, before a computation that holds everything up. */
export const afterOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Why there is nothing to trade off; null where there is. */
export function noTradeoff({ accounts, holdings }: Snapshot, { mode }: PlanPolicy): 'noSales' | 'noLots' | null {
  if (mode !== 'full') return 'noSales'
  const taxable = new Set(accounts.filter((a) => a.tax === 'taxable').map((a) => a.id))
  const sold = holdings.some((h) => taxable.has(h.accountId) && h.lots.length > 0 && !h.locked && !h.noSell)
  return sold ? null : 'noLots'
}

/** Distance from the target against tax, from plans under otherwise the same choices. */
export async function findCurve({ snapshot, policy }: Asked): Promise<CurvePoint[]> {
  await afterOthers()
  return tradeoffCurve(snapshot, policy, stopwatch)
}

/** What it would take to go to the weights of each regime today, sales allowed. */
export async function findRegimeCosts({ snapshot, adoption, policy }: Asked): Promise<RegimeCosts> {
  await afterOthers()
  return costOfRegimes(snapshot, { ...policy, mode: 'full' }, regimePair(riskOf(adoption.origin)), stopwatch)
}

/** The risk level that a target was made from; Balanced for one that was made from none. */
export const riskOf = (origin: TargetOrigin): RiskLevel => ('risk' in origin ? origin.risk : 'balanced')
