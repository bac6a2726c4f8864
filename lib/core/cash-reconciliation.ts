import type { Plan, PlanPolicy, Side } from '@/lib/core/plan'
import type { Account, Snapshot } from '@/lib/core/portfolio'
import { type Cents, cents, sum } from '@/lib/core/units'
import { reserveOf } from '@/lib/core/valuation'

/** The way of cash through a plan, in cents: before + flow + sells − buys = after, and after = reserve + free. */
export interface CashLine {
  before: Cents
  /** Money that enters (+) or leaves (−) with the plan. */
  flow: Cents
  sells: Cents
  buys: Cents
  after: Cents
  /** What is really kept apart of it. */
  reserve: Cents
  free: Cents
}

export interface CashReconciliation {
  accounts: { account: Account; line: CashLine }[]
  total: CashLine
}

/** The cash of each account and of all together, in the order of the snapshot; taxes are estimates and are not paid from it. */
export function reconcileCash(snapshot: Snapshot, policy: PlanPolicy, plan: Plan): CashReconciliation {
  const accounts = snapshot.accounts.map((account) => ({ account, line: lineOf(account, policy, plan) }))
  const all = (key: keyof CashLine): Cents => cents(sum(accounts.map(({ line }) => line[key])))
  return {
    accounts,
    total: {
      before: all('before'),
      flow: all('flow'),
      sells: all('sells'),
      buys: all('buys'),
      after: all('after'),
      reserve: all('reserve'),
      free: all('free'),
    },
  }
}

function lineOf(account: Account, policy: PlanPolicy, plan: Plan): CashLine {
  const own = plan.trades.filter((trade) => trade.accountId === account.id)
  const traded = (side: Side): Cents => cents(sum(own.filter((t) => t.side === side).map((t) => t.value)))
  const flows = policy.cashFlows.filter((flow) => flow.accountId === account.id)
  const after = plan.cashAfter[account.id] ?? account.cash
  const reserve = reserveOf({ cash: after, reserve: account.reserve })
  return {
    before: account.cash,
    flow: cents(sum(flows.map((flow) => flow.amount))),
    sells: traded('sell'),
    buys: traded('buy'),
    after,
    reserve,
    free: cents(after - reserve),
  }
}
