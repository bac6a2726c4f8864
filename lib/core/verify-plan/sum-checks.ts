import { remarks } from '@/lib/core/allocator/remarks'
import { measureDrift } from '@/lib/core/drift'
import type { Issue } from '@/lib/core/issue'
import { checkPlanInput } from '@/lib/core/plan-input'
import { sum } from '@/lib/core/units'
import { type Breakdown, BUCKETS, breakdown } from '@/lib/core/valuation'
import { after, cashAfterTrades, type Opened } from '@/lib/core/verify-plan/book'
import { moneyText } from '@/lib/core/verify-plan/figures'
import { type PlanCheck, Ruling } from '@/lib/core/verify-plan/ruling'

/** Cash before, plus money in or out, plus sales, minus purchases and costs, is cash after: account by account, to the cent. */
export function cashCheck(opened: Opened): PlanCheck {
  const ruling = new Ruling('cash')
  const { plan, funded, accounts } = opened
  const computed = cashAfterTrades(opened)
  for (const { id, name } of funded.accounts) {
    const stated = plan.cashAfter[id]
    ruling.equal(name, stated === undefined ? '–' : moneyText(stated), moneyText(computed.get(id) ?? 0n))
  }
  for (const id of Object.keys(plan.cashAfter)) ruling.expect(id, accounts.has(id), id, '–')
  return ruling.result
}

/** No account ends below the reserve that it keeps. */
export function reserveCheck(opened: Opened): PlanCheck {
  const ruling = new Ruling('reserves')
  const cash = cashAfterTrades(opened)
  for (const { id, name, reserve } of opened.funded.accounts) {
    const left = cash.get(id) ?? 0n
    ruling.expect(name, left >= reserve, moneyText(left), moneyText(reserve))
  }
  return ruling.result
}

export function turnoverCheck({ plan }: Opened): PlanCheck {
  const ruling = new Ruling('turnover')
  ruling.equal('total', moneyText(plan.turnover), moneyText(sum(plan.trades.map((t) => t.value))))
  return ruling.result
}

/** Values and weights by class before and after; what the portfolio is worth changes by the costs alone. */
export function totalCheck(opened: Opened): PlanCheck {
  const ruling = new Ruling('totals')
  const { plan, funded } = opened
  compareBreakdowns(ruling, plan.before, breakdown(funded))
  compareBreakdowns(ruling, plan.after, breakdown(after(opened)))
  ruling.equal('conserved', moneyText(plan.after.total + plan.costs), moneyText(plan.before.total))
  return ruling.result
}

function compareBreakdowns(ruling: Ruling, stated: Breakdown, computed: Breakdown): void {
  for (const part of ['total', 'reserve', 'investable'] as const) {
    ruling.equal(part, moneyText(stated[part]), moneyText(computed[part]))
  }
  for (const b of BUCKETS) {
    ruling.equal(b, moneyText(stated.values[b] ?? 0n), moneyText(computed.values[b]))
    ruling.equal(b, stated.weights?.[b], computed.weights?.[b])
  }
  const ids = (of: Breakdown): string => of.unpriced.map((h) => h.id).join(' ')
  ruling.equal('unpriced', ids(stated), ids(computed))
}

export function driftCheck(opened: Opened): PlanCheck {
  const ruling = new Ruling('drift')
  const { plan, policy, funded } = opened
  ruling.equal('before', plan.driftBefore, measureDrift(breakdown(funded), policy.target.weights))
  ruling.equal('after', plan.driftAfter, measureDrift(breakdown(after(opened)), policy.target.weights))
  return ruling.result
}

/** The warnings beside the plan are those that its figures give. */
export function remarkCheck({ document: { snapshot, issues }, funded, policy, plan }: Opened): PlanCheck {
  const ruling = new Ruling('remarks')
  const text = ({ code, severity, subject, values = {} }: Issue): string =>
    [severity, code, subject, ...Object.entries(values).sort().flat()].join(' ')
  const stated = issues.map(text).sort()
  const computed = [...checkPlanInput(snapshot, policy), ...remarks(funded, policy, plan)].map(text).sort()
  for (let i = 0; i < Math.max(stated.length, computed.length); i += 1) {
    ruling.equal(String(i + 1), stated[i], computed[i])
  }
  return ruling.result
}
