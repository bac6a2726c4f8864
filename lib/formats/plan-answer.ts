import { decimalText } from '@/lib/core/decimal'
import type { Issue } from '@/lib/core/issue'
import type { Plan, Planned, Trade } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import type { Cents, FineMoney } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'
import { classesAfter } from '@/lib/formats/plan-answer-classes'
import { issuePath } from '@/lib/formats/plan-answer-path'
import type { PlanAnswer } from '@/lib/formats/plan-answer-schema'
import { type RequestIssue, requestIssue } from '@/lib/formats/plan-issues'

const money = (value: Cents): string => decimalText(value, 2, 2)
const fine = (value: FineMoney): string => decimalText(value, 4, 4)

/** The answer to a request that was read and planned. `remarks` are what reading it found. */
export function planAnswer(
  snapshot: Snapshot,
  { status, plan, issues }: Planned,
  remarks: readonly RequestIssue[],
  inputHash: string,
): PlanAnswer {
  const told = [...remarks, ...issues.map((issue) => toldIssue(issue, snapshot))]
  const total = money((plan?.before ?? breakdown(snapshot)).total)
  if (!plan) return { status, total, ...NOTHING, issues: told, inputHash }
  return { status, total, ...certificateParts(plan), ...planParts(plan, snapshot), issues: told, inputHash }
}

/** The answer to what could not be read. */
export const refusal = (issues: RequestIssue[], inputHash: string): PlanAnswer => ({
  status: 'invalid',
  total: null,
  ...NOTHING,
  issues,
  inputHash,
})

const NOTHING = {
  ...{ objective: null, lowerBound: null, gapPpm: null, certified: false },
  ...{ trades: [], after: null, tax: null, turnover: null, costs: null, prices: [] },
} satisfies Partial<PlanAnswer>

function certificateParts({ certificate }: Plan) {
  return {
    objective: fine(certificate.objective),
    lowerBound: fine(certificate.lowerBound),
    gapPpm: decimalText(BigInt(certificate.gapPpb), 3, 3),
    certified: certificate.certified,
  }
}

function planParts(plan: Plan, snapshot: Snapshot) {
  const { tax, certificate } = plan
  return {
    trades: plan.trades.map(tradeParts),
    after: {
      classes: classesAfter(snapshot, plan),
      cash: Object.fromEntries(snapshot.accounts.map((a) => [a.id, money(plan.cashAfter[a.id] ?? a.cash)])),
    },
    tax: { shortGain: money(tax.shortGain), longGain: money(tax.longGain), total: money(tax.total) },
    turnover: money(plan.turnover),
    costs: money(plan.costs),
    prices: certificate.prices.map(({ constraint, worth }) => {
      if (constraint.kind === 'cash')
        return { kind: constraint.kind, account: constraint.accountId, worth: fine(worth) }
      if (constraint.kind === 'turnover') return { kind: constraint.kind, worth: fine(worth) }
      const held = snapshot.holdings.find((h) => h.id === constraint.holdingId)
      return { kind: constraint.kind, account: held?.accountId, symbol: held?.symbol, worth: fine(worth) }
    }),
  }
}

function tradeParts({
  accountId,
  symbol,
  side,
  quantity,
  value,
  lots,
  tax,
  reason,
}: Trade): PlanAnswer['trades'][number] {
  const { code, assetClass, before, after, target, closes, bound } = reason
  return {
    account: accountId,
    symbol,
    side,
    quantity: decimalText(quantity),
    value: money(value),
    lots: lots.map((lot) => ({ id: lot.lotId, quantity: decimalText(lot.quantity) })),
    why: {
      code,
      class: assetClass,
      before,
      after,
      target,
      closes: money(closes),
      bound,
      tax: tax === null ? null : money(tax),
    },
  }
}

/** The plan's own issues, with the words and the places of the request. An account's name is its id here. */
function toldIssue(issue: Issue, snapshot: Snapshot): RequestIssue {
  const place = { subject: issue.subject, path: issuePath(issue, snapshot) }
  return requestIssue(issue.code, issue.severity, place, issue.values)
}
