import { allocate } from '@/lib/core/allocator/allocate'
import { remarks } from '@/lib/core/allocator/remarks'
import type { AssetClass } from '@/lib/core/asset-class'
import type { Issue } from '@/lib/core/issue'
import type { LotSale } from '@/lib/core/lots'
import { checkPlanInput } from '@/lib/core/plan-input'
import type { Snapshot, TaxTreatment } from '@/lib/core/portfolio'
import type { Target } from '@/lib/core/targets'
import {
  type Bps,
  type Cents,
  cents,
  type FineMoney,
  type IsoDate,
  type Ppm,
  ppm,
  type Quantity,
  RATE_ONE,
  type Rate,
  rate,
  type UnitPrice,
} from '@/lib/core/units'
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
  /** Basis points of a gain, for the estimate. */
  taxRates: { short: Bps; long: Bps }
  terms: Terms
}

/** How the securities inside a class share what the class gains or gives: `fewest` leaves it to cost and keeps the list short. */
export type SecurityWeights = 'keep' | 'equal' | 'fewest' | Record<string, Bps>

/** What a plan is judged by, what it must keep to, and how hard to look. */
export interface Terms {
  /** Cost of one unit of currency outside the destination, of one traded, and of one of estimated tax. */
  tracking: Rate
  turnover: Rate
  tax: Rate
  /** The fraction of its rate that a realised loss earns. */
  lossCredit: Rate
  /** Short and long gains are netted, each term by itself and then against the other. */
  netting: boolean
  /** Paid from cash once per position traded. */
  orderFee: Cents
  /** Share of the value traded that is lost, where a holding states none. */
  spread: Rate
  /** Share of the value bought, where a holding states none: for classes that an account of this kind is a poor home for. */
  location: { tax: TaxTreatment; assetClass: AssetClass; cost: Rate }[]
  /** Buys plus sells at most; null: no limit. */
  turnoverCap: Cents | null
  securities: SecurityWeights
  /** True: weights are of everything, the cash reserve included. False: of the investable value. */
  reserveCounts: boolean
  /** A plan proven within so many millionths of the portfolio from the best is good enough. */
  tolerance: Ppm
  /** Milliseconds after which the best plan found is returned with the gap that it has. */
  deadline: number
}

export const DEFAULT_TERMS: Terms = {
  tracking: RATE_ONE as Rate,
  turnover: (RATE_ONE / 2000n) as Rate,
  tax: RATE_ONE as Rate,
  lossCredit: rate(0n),
  netting: false,
  orderFee: cents(0n),
  spread: rate(0n),
  location: [],
  turnoverCap: null,
  securities: 'keep',
  reserveCounts: false,
  tolerance: ppm(50),
  deadline: 2000,
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
  /** Money by which this trade lowers the distance to the destination, the other trades being as they are. */
  closes: Cents
  /**
   * What kept the trade from being larger. `reached`: its class is where it should be; `tax`: selling more would cost more tax than it is
   * worth; `counterpart`: there was nothing fitting on the other side of it.
   */
  bound: 'reached' | 'wholeUnits' | 'allSold' | 'cash' | 'minTrade' | 'turnoverCap' | 'tax' | 'counterpart'
}

export interface Trade {
  holdingId: string
  accountId: string
  symbol: string
  name: string
  side: Side
  quantity: Quantity
  price: UnitPrice
  /** Cents of the position that change hands at the price above; always positive. */
  value: Cents
  /** Spread and order fee, paid from the account's cash besides. */
  cost: Cents
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
  /** Spreads and order fees: the portfolio is worth so much less afterwards. */
  costs: Cents
  driftBefore: Bps | null
  driftAfter: Bps | null
  tax: {
    shortGain: Cents
    longGain: Cents
    total: Cents /** sales without lots: their tax is not in the total */
    unknown: number
  }
  certificate: Certificate
}

/** What one more unit of currency of room in a constraint would take off the objective, from the duals of the proof. */
export interface ConstraintPrice {
  constraint: { kind: 'cash'; accountId: string } | { kind: 'turnover' } | { kind: 'lock'; holdingId: string }
  worth: FineMoney
}

/** How good the plan is, and how that is known. Money judged by `Terms`; all of it re-computed by the checker. */
export interface Certificate {
  /** `optimal`: at most one cent from the best possible; `withinTolerance`: as close as was asked; `deadline`: the search stopped before that. */
  status: 'optimal' | 'withinTolerance' | 'deadline'
  /** What the plan costs, and what every possible plan costs at least. */
  objective: FineMoney
  lowerBound: FineMoney
  /** objective − lowerBound in 10^-9 of the portfolio. */
  gapPpb: number
  /** True when the independent checker confirmed the trades, the objective and the bound. */
  certified: boolean
  /** What the objective is made of; `other`: new money left lying, and standing off the exact target inside a band. */
  parts: Record<'tracking' | 'turnover' | 'spread' | 'fees' | 'tax' | 'location' | 'other', FineMoney>
  prices: ConstraintPrice[]
}

export interface Planned {
  status: Certificate['status'] | 'infeasible' | 'invalid'
  /** Null when an issue is an error. */
  plan: Plan | null
  issues: Issue[]
}

/**
 * From a snapshot and a policy to a list of trades that leads the portfolio towards its target, with a proof of how good it is.
 *
 * Weights are of the investable value (all money cents, weights basis points). A class inside its tolerance band is left alone, one outside
 * is led to the policy's destination; new money is placed towards the exact target. Value is conserved to the cent but for the costs stated,
 * no account ends below its reserve, nothing is sold that is not held, and the answer does not depend on the order of rows.
 * `clock` gives milliseconds, for the deadline; without one the search ends by itself.
 */
export function buildPlan(snapshot: Snapshot, policy: PlanPolicy, clock: () => number = () => 0): Planned {
  const started = clock()
  const issues = checkPlanInput(snapshot, policy)
  const invalid = (more: Issue[] = []): Planned => ({ status: 'invalid', plan: null, issues: [...issues, ...more] })
  if (issues.some((i) => i.severity === 'error')) return invalid()
  const funded = applyCashFlows(snapshot, policy)
  if (!policy.terms.reserveCounts && breakdown(funded).investable <= 0n) {
    return invalid([{ code: 'portfolio.empty', severity: 'error', subject: 'portfolio' }])
  }
  const { deadline } = policy.terms
  // The search breaks ties by place: the same places whatever the order of the rows.
  const accounts = [...funded.accounts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const outcome = allocate({ ...funded, accounts }, policy, () => clock() - started >= deadline)
  if (!outcome.ok) return { status: 'infeasible', plan: null, issues: [...issues, ...outcome.issues] }
  const { plan } = outcome
  return { status: plan.certificate.status, plan, issues: [...issues, ...remarks(funded, policy, plan)] }
}

/** The snapshot with the policy's money paid in or taken out. */
export function applyCashFlows(snapshot: Snapshot, policy: PlanPolicy): Snapshot {
  const flow = (accountId: string): bigint =>
    policy.cashFlows.reduce((total, f) => (f.accountId === accountId ? total + f.amount : total), 0n)
  const accounts = snapshot.accounts.map((a) => ({ ...a, cash: cents(a.cash + flow(a.id)) }))
  return { ...snapshot, accounts }
}
