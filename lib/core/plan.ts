import { describePlan } from '@/lib/core/allocator/describe'
import { proposeTrades } from '@/lib/core/allocator/propose'
import type { AssetClass } from '@/lib/core/asset-class'
import type { Issue } from '@/lib/core/issue'
import type { LotSale } from '@/lib/core/lots'
import { checkPlanInput } from '@/lib/core/plan-input'
import type { Snapshot } from '@/lib/core/portfolio'
import type { Target } from '@/lib/core/targets'
import { type Bps, type Cents, cents, type IsoDate, type Quantity, type UnitPrice } from '@/lib/core/units'
import { type Breakdown, breakdown } from '@/lib/core/valuation'

/** `full`: sells and buys. `buyOnly`: buys with all free cash. `newMoney`: buys with the money that comes in, and leaves the other cash alone. */
export const PLAN_MODES = ['full', 'buyOnly', 'newMoney'] as const
export type PlanMode = (typeof PLAN_MODES)[number]

/** Everything a plan depends on besides the snapshot. */
export interface PlanPolicy {
  /** The day of the plan: decides the age of prices and which lots are long-term. */
  asOf: IsoDate
  target: Target
  mode: PlanMode
  /** Money that enters (+) or leaves (−) accounts with the plan, at most one per account. */
  cashFlows: { accountId: string; amount: Cents }[]
  /** No trade smaller than this, buys and sells alike. */
  minTrade: Cents
  /** A price older than so many days is stale, and refused. */
  maxPriceAge: number
  /** Basis points of a gain, for the estimate; a loss earns nothing here. */
  taxRates: { short: Bps; long: Bps }
}

export type Side = 'buy' | 'sell'

/** Why a trade is in the plan, and what kept it from being larger. The words are in the message catalogues. */
export interface TradeReason {
  code: 'sellAboveTarget' | 'sellToRaiseCash' | 'buyBelowTarget' | 'buyToPlaceCash'
  /** The class that the trade moves most money of. */
  assetClass: AssetClass
  /** Weight of that class before and after the whole plan, and its target. */
  before: Bps
  after: Bps
  target: Bps
  /** What kept the trade from being larger; `counterpart`: there was nothing fitting on the other side of it. */
  bound: 'reached' | 'wholeUnits' | 'allSold' | 'cash' | 'minTrade' | 'counterpart'
}

export interface Trade {
  holdingId: string
  accountId: string
  symbol: string
  name: string
  side: Side
  quantity: Quantity
  price: UnitPrice
  /** Cents that the trade moves between the position and the account's cash; always positive. */
  value: Cents
  /** Lots used by a taxable sale; empty for buys and untaxed accounts. */
  lots: LotSale[]
  /** Estimated tax; null when lots of a taxable sale are unknown. */
  tax: Cents | null
  reason: TradeReason
}

export interface Plan {
  /** In the order to execute: account by account, sells first. */
  trades: Trade[]
  /** After the cash flow, before the trades; and after the trades. */
  before: Breakdown
  after: Breakdown
  /** Cash by account id after all trades. */
  cashAfter: Record<string, Cents>
  /** Buys plus sells. */
  turnover: Cents
  driftBefore: Bps | null
  driftAfter: Bps | null
  tax: {
    shortGain: Cents
    longGain: Cents
    total: Cents /** sales without lots: their tax is not in the total */
    unknown: number
  }
}

export interface Planned {
  /** Null when an issue is an error. */
  plan: Plan | null
  issues: Issue[]
}

/**
 * From a snapshot and a policy to a list of trades that leads the portfolio towards its target.
 *
 * Weights are of the investable value (all money cents, weights basis points). A class inside its tolerance band is left alone, one outside
 * is led to the policy's destination; new money is placed towards the exact target. Value is conserved to the cent, no account
 * ends below its reserve, nothing is sold that is not held, and the answer does not depend on the order of rows.
 * The trades are good, not proven best.
 */
export function buildPlan(snapshot: Snapshot, policy: PlanPolicy): Planned {
  const issues = checkPlanInput(snapshot, policy)
  if (issues.some((i) => i.severity === 'error')) return { plan: null, issues }
  const funded = applyCashFlows(snapshot, policy)
  if (breakdown(funded).investable <= 0n) {
    return { plan: null, issues: [...issues, { code: 'portfolio.empty', severity: 'error', subject: 'portfolio' }] }
  }
  const proposal = proposeTrades(funded, policy)
  issues.push(...proposal.issues)
  if (issues.some((i) => i.severity === 'error')) return { plan: null, issues }
  const described = describePlan(funded, policy, proposal)
  return { plan: described.plan, issues: [...issues, ...described.issues] }
}

/** The snapshot with the policy's money paid in or taken out. */
export function applyCashFlows(snapshot: Snapshot, policy: PlanPolicy): Snapshot {
  const flow = (accountId: string): bigint =>
    policy.cashFlows.reduce((total, f) => (f.accountId === accountId ? total + f.amount : total), 0n)
  const accounts = snapshot.accounts.map((a) => ({ ...a, cash: cents(a.cash + flow(a.id)) }))
  return { ...snapshot, accounts }
}
