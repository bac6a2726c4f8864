import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { bandState } from '@/lib/core/drift'
import type { Issue } from '@/lib/core/issue'
import type { Plan, PlanPolicy, Trade } from '@/lib/core/plan'
import { hasUsablePrice } from '@/lib/core/plan-input'
import type { Snapshot } from '@/lib/core/portfolio'
import { halfWidth } from '@/lib/core/targets'
import { daysBefore } from '@/lib/core/units'

/** What a person should know about a finished plan. */
export function remarks(snapshot: Snapshot, policy: PlanPolicy, plan: Plan): Issue[] {
  return [
    ...classesWithoutSecurity(snapshot, policy, plan),
    ...lotIssues(plan.trades),
    ...bandIssues(policy, plan),
    ...washSales(snapshot, policy, plan),
  ]
}

/** A class that should grow and that nothing which may be bought holds. */
function classesWithoutSecurity(snapshot: Snapshot, policy: PlanPolicy, plan: Plan): Issue[] {
  return ASSET_CLASSES.flatMap((c): Issue[] => {
    const { side } = bandState(plan.after, policy.target, c)
    if (side !== 'below' || (snapshot.cashCounts && c === 'moneyFunds')) return []
    const buyable = snapshot.holdings.some(
      (h) => (h.split?.[c] ?? 0) > 0 && !h.locked && h.noBuy !== true && hasUsablePrice(h, policy),
    )
    return buyable ? [] : [{ code: 'class.noSecurity', severity: 'warning', subject: c }]
  })
}

function lotIssues(trades: Trade[]): Issue[] {
  return trades
    .filter((t) => t.tax === null)
    .map(({ symbol, holdingId, accountId }) => ({
      code: 'lots.missing',
      severity: 'warning',
      subject: symbol,
      holdingId,
      accountId,
    }))
}

/** A class that the plan leaves outside its band; where there is none, whole units make that the rule. */
function bandIssues(policy: PlanPolicy, plan: Plan): Issue[] {
  return ASSET_CLASSES.flatMap((c): Issue[] => {
    const exact = halfWidth(policy.target.weights[c], policy.target.bands[c]) === 0
    if (exact || bandState(plan.after, policy.target, c).side === 'inside') return []
    const values = { weight: String(plan.after.weights?.[c] ?? 0), target: String(policy.target.weights[c]) }
    return [{ code: 'plan.outsideBand', severity: 'warning', subject: c, values }]
  })
}

/** A loss is disallowed when the same security is bought within so many days before or after (US Internal Revenue Code §1091). */
const WASH_DAYS = 30

/** Sales at a loss of something bought lately, or bought by this plan, in any account: the loss may not count. */
function washSales(snapshot: Snapshot, policy: PlanPolicy, plan: Plan): Issue[] {
  const since = daysBefore(policy.asOf, WASH_DAYS)
  return plan.trades.flatMap((t): Issue[] => {
    if (!t.lots.some((lot) => lot.gain < 0n)) return []
    const at = { subject: t.symbol, holdingId: t.holdingId, accountId: t.accountId, severity: 'warning' } as const
    if (plan.trades.some((other) => other.side === 'buy' && other.symbol === t.symbol)) {
      return [{ code: 'washSale.inPlan', ...at }]
    }
    const sold = new Set(t.lots.map((lot) => lot.lotId))
    const recent = snapshot.holdings
      .filter((h) => h.symbol === t.symbol)
      .flatMap((h) => h.lots.filter((lot) => lot.acquired >= since && !(h.id === t.holdingId && sold.has(lot.id))))
      .map((lot) => lot.acquired)
      .sort()
      .at(-1)
    return recent ? [{ code: 'washSale.recent', ...at, values: { date: recent } }] : []
  })
}
