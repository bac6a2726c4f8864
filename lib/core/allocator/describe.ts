import { type Book, centsFor, type Position, valueChange } from '@/lib/core/allocator/book'
import { distance, type Goal } from '@/lib/core/allocator/goal'
import type { Proposal } from '@/lib/core/allocator/propose'
import { ASSET_CLASSES, type AssetClass } from '@/lib/core/asset-class'
import { bandState, measureDrift } from '@/lib/core/drift'
import type { Issue } from '@/lib/core/issue'
import { coversSale, pickLots, taxOf } from '@/lib/core/lots'
import type { Plan, PlanPolicy, Trade, TradeReason } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import { absolute, bps, type Cents, cents, compareBigint, quantity, sum, WHOLE } from '@/lib/core/units'
import { type Breakdown, breakdown } from '@/lib/core/valuation'

/** The plan that a proposal amounts to: trades with lots, tax and reasons, the portfolio after them, and what is left undone. */
export function describePlan(
  snapshot: Snapshot,
  policy: PlanPolicy,
  proposal: Proposal,
): { plan: Plan; issues: Issue[] } {
  const { book } = proposal
  const before = breakdown(snapshot)
  const after = breakdown(snapshotAfter(snapshot, book))
  const tell: Told = { snapshot, policy, proposal, before, after }
  const trades = book.positions
    .flatMap((position, i) => describeTrade(tell, position, book.units[i] ?? 0n))
    .sort(inExecutionOrder(snapshot))
  const plan: Plan = {
    trades,
    before,
    after,
    cashAfter: Object.fromEntries(snapshot.accounts.map((a, i) => [a.id, cashAfter(book, a.reserve, i)])),
    turnover: cents(sum(trades.map((t) => t.value))),
    driftBefore: measureDrift(before, policy.target.weights),
    driftAfter: measureDrift(after, policy.target.weights),
    tax: taxSummary(trades),
  }
  return { plan, issues: [...lotIssues(trades), ...bandIssues(after, policy)] }
}

interface Told {
  snapshot: Snapshot
  policy: PlanPolicy
  proposal: Proposal
  before: Breakdown
  after: Breakdown
}

const cashAfter = (book: Book, reserve: Cents, account: number): Cents => cents((book.free[account] ?? 0n) + reserve)

function snapshotAfter(snapshot: Snapshot, book: Book): Snapshot {
  const traded = new Map(book.positions.map((p, i) => [p.holding.id, book.units[i] ?? 0n]))
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((a, i) => ({ ...a, cash: cashAfter(book, a.reserve, i) })),
    holdings: snapshot.holdings.map((h) => ({
      ...h,
      quantity: quantity(h.quantity + (traded.get(h.id) ?? 0n) * h.unit),
    })),
  }
}

function describeTrade(tell: Told, position: Position, units: bigint): Trade[] {
  if (units === 0n) return []
  const { holding, price } = position
  const { policy } = tell
  const side = units < 0n ? 'sell' : 'buy'
  const traded = quantity(absolute(units) * holding.unit)
  const taxed = side === 'sell' && tell.snapshot.accounts[position.account]?.tax === 'taxable'
  const lots = taxed ? pickLots(position.lots, traded, price, policy.asOf) : []
  const known = !taxed || coversSale(lots, traded)
  return [
    {
      holdingId: holding.id,
      accountId: holding.accountId,
      symbol: holding.symbol,
      name: holding.name,
      side,
      quantity: traded,
      price,
      value: absolute(valueChange(position, units)),
      lots,
      tax: known ? taxOf(lots, policy.taxRates) : null,
      reason: reasonFor(tell, position, units),
    },
  ]
}

function reasonFor(tell: Told, position: Position, units: bigint): TradeReason {
  const assetClass = largestClass(position)
  const at = (b: Breakdown): TradeReason['before'] => b.weights?.[assetClass] ?? bps(0)
  const [before, after, target] = [at(tell.before), at(tell.after), tell.policy.target.weights[assetClass]]
  const selling = units < 0n
  const code = selling
    ? before > target
      ? 'sellAboveTarget'
      : 'sellToRaiseCash'
    : before < target
      ? 'buyBelowTarget'
      : 'buyToPlaceCash'
  return { code, assetClass, before, after, target, bound: boundOf(tell, position, units, assetClass) }
}

function largestClass(position: Position): AssetClass {
  return ASSET_CLASSES.reduce((best, c, i) =>
    (position.split[i] ?? 0n) > (position.split[ASSET_CLASSES.indexOf(best)] ?? 0n) ? c : best,
  )
}

function boundOf(tell: Told, position: Position, units: bigint, assetClass: AssetClass): TradeReason['bound'] {
  const { book, goals } = tell.proposal
  const index = ASSET_CLASSES.indexOf(assetClass)
  const left = distance(goals[index] as Goal, book.amounts[index] ?? 0n) / BigInt(WHOLE)
  const step = centsFor(position, 1n)
  if (left === 0n) return 'reached'
  if (left <= step) return 'wholeUnits'
  if (units < 0n && -units === position.sellable) return 'allSold'
  if (units > 0n && (book.free[position.account] ?? 0n) < step) return 'cash'
  if (absolute(valueChange(position, units)) < tell.policy.minTrade + step) return 'minTrade'
  return 'counterpart'
}

/** Account by account as the snapshot names them, sales first, larger first. */
function inExecutionOrder(snapshot: Snapshot): (a: Trade, b: Trade) => number {
  const name = new Map(snapshot.accounts.map((a) => [a.id, `${a.name}\n${a.id}`]))
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return (a, b) =>
    text(name.get(a.accountId) ?? '', name.get(b.accountId) ?? '') ||
    text(b.side, a.side) ||
    compareBigint(b.value, a.value) ||
    text(a.symbol, b.symbol)
}

function taxSummary(trades: Trade[]): Plan['tax'] {
  const lots = trades.flatMap((t) => t.lots)
  const gain = (term: 'short' | 'long'): Cents => cents(sum(lots.filter((l) => l.term === term).map((l) => l.gain)))
  return {
    shortGain: gain('short'),
    longGain: gain('long'),
    total: cents(sum(trades.map((t) => t.tax ?? 0n))),
    unknown: trades.filter((t) => t.tax === null).length,
  }
}

function lotIssues(trades: Trade[]): Issue[] {
  return trades
    .filter((t) => t.tax === null)
    .map((t) => ({
      code: 'lots.missing',
      severity: 'warning',
      subject: t.symbol,
      holdingId: t.holdingId,
      accountId: t.accountId,
    }))
}

/** A class that the plan leaves outside its band. */
function bandIssues(after: Breakdown, policy: PlanPolicy): Issue[] {
  return ASSET_CLASSES.flatMap((c): Issue[] => {
    if (bandState(after, policy.target, c).side === 'inside') return []
    const values = { weight: String(after.weights?.[c] ?? 0), target: String(policy.target.weights[c]) }
    return [{ code: 'plan.outsideBand', severity: 'warning', subject: c, values }]
  })
}
