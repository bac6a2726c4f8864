import type { Plan, PlanPolicy, Trade } from '@/lib/core/plan'
import { applyCashFlows } from '@/lib/core/plan'
import type { PlanDocument } from '@/lib/core/plan-document'
import type { Account, Holding, Snapshot } from '@/lib/core/portfolio'
import { cents, quantity } from '@/lib/core/units'

/** A document, ready for looking up. */
export interface Opened {
  document: PlanDocument
  policy: PlanPolicy
  plan: Plan
  /** The portfolio with the policy's money in it, before the trades. */
  funded: Snapshot
  holdings: Map<string, Holding>
  accounts: Map<string, Account>
}

export function open(document: PlanDocument): Opened {
  const funded = applyCashFlows(document.snapshot, document.policy)
  return {
    document,
    policy: document.policy,
    plan: document.plan,
    funded,
    holdings: new Map(funded.holdings.map((h) => [h.id, h])),
    accounts: new Map(funded.accounts.map((a) => [a.id, a])),
  }
}

export const signed = (trade: Trade): bigint => (trade.side === 'sell' ? -trade.quantity : trade.quantity)

/** Cash of each account as the trades in the file move it. */
export function cashAfterTrades({ funded, plan }: Opened): Map<string, bigint> {
  const cash = new Map<string, bigint>(funded.accounts.map((a) => [a.id, a.cash]))
  for (const t of plan.trades) {
    const moved = (t.side === 'sell' ? t.value : -t.value) - t.cost
    cash.set(t.accountId, (cash.get(t.accountId) ?? 0n) + moved)
  }
  return cash
}

/** The portfolio as it would be after the trades in the file. */
export function after(opened: Opened): Snapshot {
  const cash = cashAfterTrades(opened)
  const traded = new Map<string, bigint>()
  for (const t of opened.plan.trades) traded.set(t.holdingId, (traded.get(t.holdingId) ?? 0n) + signed(t))
  const { funded } = opened
  return {
    ...funded,
    accounts: funded.accounts.map((a) => ({ ...a, cash: cents(cash.get(a.id) ?? a.cash) })),
    holdings: funded.holdings.map((h) => {
      const moved = traded.get(h.id)
      return moved === undefined ? h : { ...h, quantity: quantity(h.quantity + moved) }
    }),
  }
}
