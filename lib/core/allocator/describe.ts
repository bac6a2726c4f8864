import { CLASS_SCALE, type Position, type Problem } from '@/lib/core/allocator/problem'
import { explain, type Told } from '@/lib/core/allocator/reasons'
import { measureDrift } from '@/lib/core/drift'
import type { LotSale, Term } from '@/lib/core/lots'
import { netTaxOf, taxOf } from '@/lib/core/lots'
import type { Plan, PlanPolicy, Trade } from '@/lib/core/plan'
import type { Snapshot } from '@/lib/core/portfolio'
import {
  absolute,
  type Cents,
  cents,
  compareBigint,
  divideRounded,
  marketValue,
  ONE,
  quantity,
  RATE_ONE,
  sum,
} from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

const CENT = (ONE * ONE) / 100n

/** Whole units and lots as trades in whole cents, and the portfolio after them. */
export function describePlan(
  snapshot: Snapshot,
  policy: PlanPolicy,
  problem: Problem,
  units: readonly bigint[],
  lotsSold: readonly (readonly bigint[])[],
): Omit<Plan, 'certificate'> {
  const bare = problem.positions.flatMap((p, i) => {
    const traded = units[i] ?? 0n
    return traded === 0n ? [] : [{ p, traded, trade: tradeOf(p, traded, lotsSold[i] ?? [], snapshot, policy) }]
  })
  const cashAfter = cashAfterOf(
    snapshot,
    bare.map((b) => b.trade),
  )
  const before = breakdown(snapshot)
  const after = breakdown(snapshotAfter(snapshot, new Map(bare.map((b) => [b.p.holding.id, b.traded])), cashAfter))
  const told: Told = { policy, problem, units, before, after, amounts: amountsAfter(problem, units) }
  const trades = bare
    .map(({ p, traded, trade }): Trade => ({ ...trade, reason: explain(told, p, traded) }))
    .sort(inExecutionOrder(snapshot))
  const costs = cents(sum(trades.map((t) => t.cost)))
  return {
    trades,
    before,
    after,
    cashAfter,
    turnover: cents(sum(trades.map((t) => t.value))),
    costs,
    driftBefore: measureDrift(before, policy.target.weights),
    driftAfter: measureDrift(after, policy.target.weights),
    tax: taxSummary(trades, policy),
  }
}

/** By class, money × CLASS_SCALE, after the trades; cash that counts is in it. */
function amountsAfter(problem: Problem, units: readonly bigint[]): bigint[] {
  const amounts = problem.classes.map((row) => row.amount)
  for (const [i, p] of problem.positions.entries()) {
    const moved = (units[i] ?? 0n) * p.unitWorth
    if (moved === 0n) continue
    for (const [c, share] of p.split.entries()) amounts[c] = (amounts[c] ?? 0n) + share * moved
    const lost = (p.spread * absolute(moved)) / RATE_ONE + problem.orderFee
    if (problem.cashCounts) amounts[4] = (amounts[4] ?? 0n) - (moved + lost) * CLASS_SCALE
  }
  return amounts
}

function tradeOf(
  position: Position,
  units: bigint,
  sold: readonly bigint[],
  snapshot: Snapshot,
  policy: PlanPolicy,
): Omit<Trade, 'reason'> {
  const { holding, account } = position
  const price = holding.price ?? (0n as never)
  const traded = quantity(absolute(units) * holding.unit)
  const after = marketValue(quantity(holding.quantity + units * holding.unit), price)
  const lots = lotSales(position, sold, price)
  const taxed = units < 0n && snapshot.accounts[account]?.tax === 'taxable'
  const known = !taxed || sum(lots.map((l) => l.quantity)) === traded
  const exact = (absolute(units) * position.unitWorth * position.spread) / RATE_ONE
  return {
    holdingId: holding.id,
    accountId: holding.accountId,
    symbol: holding.symbol,
    name: holding.name,
    side: units < 0n ? 'sell' : 'buy',
    quantity: traded,
    price,
    value: absolute(cents(after - marketValue(holding.quantity, price))),
    cost: cents(divideRounded(exact, CENT) + policy.terms.orderFee),
    lots,
    tax: known ? taxOf(lots, policy.taxRates, policy.terms.lossCredit) : null,
  }
}

function lotSales(position: Position, sold: readonly bigint[], price: bigint): LotSale[] {
  return position.lots.flatMap(({ lot, term }, l): LotSale[] => {
    const used = sold[l] ?? 0n
    if (lot === null || used === 0n) return []
    const gain = cents(divideRounded(used * (price - lot.unitCost) * 100n, ONE * ONE))
    return [{ lotId: lot.id, quantity: quantity(used), acquired: lot.acquired, gain, term }]
  })
}

type Bare = Omit<Trade, 'reason'>

export function cashAfterOf(snapshot: Snapshot, trades: readonly Bare[]): Record<string, Cents> {
  const moved = new Map<string, bigint>()
  for (const t of trades) {
    const change = (t.side === 'sell' ? t.value : -t.value) - t.cost
    moved.set(t.accountId, (moved.get(t.accountId) ?? 0n) + change)
  }
  return Object.fromEntries(snapshot.accounts.map((a) => [a.id, cents(a.cash + (moved.get(a.id) ?? 0n))]))
}

function snapshotAfter(snapshot: Snapshot, traded: Map<string, bigint>, cashAfter: Record<string, Cents>): Snapshot {
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((a) => ({ ...a, cash: cashAfter[a.id] ?? a.cash })),
    holdings: snapshot.holdings.map((h) => {
      const units = traded.get(h.id)
      return units === undefined ? h : { ...h, quantity: quantity(h.quantity + units * h.unit) }
    }),
  }
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

function taxSummary(trades: Trade[], policy: PlanPolicy): Plan['tax'] {
  const lots = trades.flatMap((t) => t.lots)
  const gain = (term: Term): Cents => cents(sum(lots.filter((l) => l.term === term).map((l) => l.gain)))
  const [shortGain, longGain] = [gain('short'), gain('long')]
  const { netting, lossCredit } = policy.terms
  const total = netting
    ? netTaxOf(shortGain, longGain, policy.taxRates, lossCredit)
    : cents(sum(trades.map((t) => t.tax ?? 0n)))
  return { shortGain, longGain, total, unknown: trades.filter((t) => t.tax === null).length }
}
