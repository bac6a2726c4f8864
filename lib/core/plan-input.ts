import { isWhole } from '@/lib/core/asset-class'
import { decimalText } from '@/lib/core/decimal'
import type { Issue } from '@/lib/core/issue'
import type { PlanPolicy } from '@/lib/core/plan'
import type { Account, AppliedRate, Holding, Snapshot } from '@/lib/core/portfolio'
import { daysBetween, sum } from '@/lib/core/units'

/** A price may be dated one day ahead of the user's own date: markets live in other time zones. */
const DAYS_AHEAD = 1

/** Everything wrong with a plan's input, all at once. An error refuses the plan; a warning leaves something out of it. */
export function checkPlanInput(snapshot: Snapshot, policy: PlanPolicy): Issue[] {
  const accounts = new Set(snapshot.accounts.map((a) => a.id))
  const issues: Issue[] = snapshot.holdings.flatMap((h) => checkHolding(h, accounts, policy))
  issues.push(...snapshot.accounts.flatMap((a) => checkCash(a, policy)))
  if (!isWhole(policy.target.weights)) issues.push({ code: 'targets.total', severity: 'error', subject: 'targets' })
  for (const flow of policy.cashFlows) {
    if (!accounts.has(flow.accountId)) {
      issues.push({ code: 'cashFlow.unknownAccount', severity: 'error', subject: flow.accountId })
    }
  }
  if (policy.mode === 'newMoney' && !policy.cashFlows.some((f) => f.amount > 0n)) {
    issues.push({ code: 'cashFlow.noneToPlace', severity: 'error', subject: 'cashFlows' })
  }
  return [...issues, ...duplicates(snapshot)]
}

/** True when a holding's price can be used for a trade on the day of the plan. */
export function hasUsablePrice(holding: Holding, policy: PlanPolicy): boolean {
  return priceIssues(holding, policy).length === 0
}

function checkHolding(holding: Holding, accounts: Set<string>, policy: PlanPolicy): Issue[] {
  const issues = priceIssues(holding, policy)
  const at = { subject: holding.symbol, holdingId: holding.id, accountId: holding.accountId }
  const error = (code: Issue['code'], values?: Issue['values']): void => {
    issues.push({ code, severity: 'error', ...at, ...(values && { values }) })
  }
  if (!accounts.has(holding.accountId)) error('holding.unknownAccount')
  if (holding.quantity < 0n) error('quantity.negative')
  if (holding.unit <= 0n) error('unit.notPositive')
  if (holding.split === null) issues.push({ code: 'class.unknown', severity: 'warning', ...at })
  else if (!isWhole(holding.split)) error('class.invalidSplit')
  if (holding.lots.some((lot) => lot.quantity <= 0n || lot.unitCost < 0n)) error('lots.invalid')
  const inLots = sum(holding.lots.map((lot) => lot.quantity))
  if (inLots > holding.quantity) {
    error('lots.exceed', { lots: decimalText(inLots), quantity: decimalText(holding.quantity) })
  }
  return issues
}

/** A position that is held needs a sound price, or the sums are wrong; one that is only listed is then left out of the purchases. */
function priceIssues(holding: Holding, policy: PlanPolicy): Issue[] {
  const severity = holding.quantity === 0n ? 'warning' : 'error'
  const at = { severity, subject: holding.symbol, holdingId: holding.id, accountId: holding.accountId } as const
  const { quoted } = holding
  const price = quoted ? quoted.price : holding.price
  if (price === null || holding.pricedOn === null) return [{ code: 'price.missing', ...at }]
  if (holding.price === null) return quoted ? rateIssues(quoted, at, policy) : [{ code: 'price.missing', ...at }]
  if (holding.price <= 0n) return [{ code: 'price.notPositive', ...at }]
  const age = daysBetween(holding.pricedOn, policy.asOf)
  const values = { date: holding.pricedOn, days: String(age), limit: String(policy.maxPriceAge) }
  if (age > policy.maxPriceAge) return [{ code: 'price.stale', ...at, values }]
  if (age < -DAYS_AHEAD) return [{ code: 'price.future', ...at, values }]
  return quoted ? rateIssues(quoted, at, policy) : []
}

/** Money in a currency without a sound rate would be left out of the sums, or be wrong in them. */
function checkCash({ id, name, quoted }: Account, policy: PlanPolicy): Issue[] {
  if (!quoted || quoted.cash === 0n) return []
  return rateIssues(quoted, { severity: 'error', subject: name, accountId: id }, policy)
}

function rateIssues(
  { currency, rate, ratedOn }: AppliedRate & { currency: string },
  at: Omit<Issue, 'code' | 'values'>,
  policy: PlanPolicy,
): Issue[] {
  if (rate === null) return [{ code: 'rate.missing', ...at, values: { currency } }]
  if (ratedOn === null) return []
  const age = daysBetween(ratedOn, policy.asOf)
  const values = { currency, date: ratedOn, days: String(age), limit: String(policy.maxPriceAge) }
  if (age > policy.maxPriceAge) return [{ code: 'rate.stale', ...at, values }]
  return age < -DAYS_AHEAD ? [{ code: 'rate.future', ...at, values }] : []
}

function duplicates(snapshot: Snapshot): Issue[] {
  const seen = new Set<string>()
  return snapshot.holdings.flatMap((h): Issue[] => {
    const key = JSON.stringify([h.accountId, h.symbol])
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      { code: 'holding.duplicate', severity: 'error', subject: h.symbol, holdingId: h.id, accountId: h.accountId },
    ]
  })
}
