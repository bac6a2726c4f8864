import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { termOf } from '@/lib/core/lots'
import type { PlanPolicy } from '@/lib/core/plan'
import { hasUsablePrice } from '@/lib/core/plan-input'
import type { Holding, Lot, Snapshot } from '@/lib/core/portfolio'
import { halfWidth } from '@/lib/core/targets'
import { absolute, larger, ONE, type Rate, sum } from '@/lib/core/units'

/**
 * What is asked of the allocator, in integers. Nothing is rounded here: money is in 10^-36 of the currency (a quantity times a price), and an
 * amount of a class is money times CLASS_SCALE, which makes splits in basis points and halves of bands in millionths whole. The solver
 * works on a floating copy of this; the checker on this alone.
 *
 * Minimise  tracking × Σ distance of each class outside [lower, upper]  +  pull × Σ |class − centre|  +  turnover × Σ traded
 *   +  Σ spread × traded  +  fee × orders  +  tax weight × tax  +  Σ location × bought  +  idle × Σ cash above idleAbove
 * over whole units by position (sales negative), where
 *   cash of an account after = cash − bought + sold − spread − fees, and is at least its floor;
 *   a class after = amount + Σ split × traded (+ the change of all cash, in money-market funds, where cash counts);
 *   traded in total is at most the cap; a trade is nothing or at least `minUnits`; a sale is at most `sellable`;
 *   tax = Σ over lots sold of gain × rate of its term, a loss at its rate × lossCredit; or, with netting, of the net gains (see `netTax`);
 *   where lossCredit > 0, a symbol of which a lot is sold at a loss is bought in no account.
 */
export interface Problem {
  accounts: CashRow[]
  /** In class order. */
  classes: ClassRow[]
  /** True: all cash above `uncounted` is part of money-market funds, so that a trade moves that class through the cash, too. */
  cashCounts: boolean
  /** What may be traded, in an order that does not depend on the order of the rows. */
  positions: Position[]
  /** What the weights are of. */
  whole: bigint
  tracking: Rate
  /** A hair for standing off the exact target inside the band, so that money that must be placed finds its way. */
  pull: Rate
  turnover: Rate
  tax: Rate
  /** Per unit of currency of new money that is left lying in an account. */
  idle: Rate
  orderFee: bigint
  turnoverCap: bigint | null
  /** Basis points. */
  shortRate: bigint
  longRate: bigint
  lossCredit: Rate
  netting: boolean
}

export interface CashRow {
  id: string
  /** Cash before the trades, and the least that must be left. */
  cash: bigint
  floor: bigint
  /** Cash above this is new money that should not lie idle; null: no such wish. */
  idleAbove: bigint | null
}

/** Amounts by class are money × CLASS_SCALE. Between `lower` and `upper` a class costs nothing but the pull to its `centre`. */
export interface ClassRow {
  amount: bigint
  lower: bigint
  upper: bigint
  centre: bigint
}

export interface Position {
  holding: Holding
  /** Index into the accounts. */
  account: number
  /** Share of each class × CLASS_SCALE. */
  split: bigint[]
  /** Money that one tradable unit is worth. */
  unitWorth: bigint
  /** Whole units that can be sold; zero where selling is not allowed. */
  sellable: bigint
  canBuy: boolean
  /** The fewest units of a trade. */
  minUnits: bigint
  spread: Rate
  location: Rate
  /** What a sale is taxed on; empty where it is not taxed. Not sorted. */
  lots: TaxedLot[]
}

/** A lot as a sale sees it. Units of a taxable position that no lot covers are one without `lot`: their tax is unknown and counts as zero. */
export interface TaxedLot {
  lot: Lot | null
  /** 10^-18 units of the security. */
  quantity: bigint
  /** Price minus cost, 10^-18 per unit of the security. */
  gain: bigint
  term: 'short' | 'long'
}

export const CLASS_SCALE = 2_000_000n
const FROM_BPS = 200n
const FROM_PPM = 2n
const CENT = (ONE * ONE) / 100n
export const MONEY_FUNDS = ASSET_CLASSES.indexOf('moneyFunds')

/** How a class that is outside its band is led back: so much of the half-width remains, in halves. */
const LEFT_OF_BAND = { target: 0n, halfway: 1n, edge: 2n } as const

/** What a problem is asked for besides the policy: how the bands count, and what new money is for. */
export interface Wish {
  /** `exact`: every class is measured from its target. `bands`: by its band, as it stands in this snapshot or, class by class, as told. */
  goals: 'exact' | 'bands' | readonly boolean[]
  maySell: boolean
  /** Cents by account that should not be left idle, and whether they are all that may be spent. */
  newMoney: readonly bigint[] | null
  onlyNewMoney: boolean
  /** Extra cents by account to keep, against rounding. */
  margin: readonly bigint[] | null
}

/** States the problem of a snapshot into which the policy's money has been paid. */
export function stateProblem(snapshot: Snapshot, policy: PlanPolicy, wish: Wish): Problem {
  const { terms } = policy
  const accounts = snapshot.accounts.map((a, i): CashRow => {
    const incoming = wish.newMoney?.[i] ?? 0n
    const old = larger<bigint>(a.cash - incoming, a.reserve)
    const floor = (wish.onlyNewMoney ? old : a.reserve) + (wish.margin?.[i] ?? 0n)
    return { id: a.id, cash: a.cash * CENT, floor: floor * CENT, idleAbove: incoming > 0n ? old * CENT : null }
  })
  const uncounted = terms.reserveCounts ? 0n : sum(snapshot.accounts.map((a) => a.reserve)) * CENT
  const cash = sum(accounts.map((a) => a.cash)) - uncounted
  const amounts = ASSET_CLASSES.map((_, c) => (snapshot.cashCounts && c === MONEY_FUNDS ? cash * CLASS_SCALE : 0n))
  let held = 0n
  for (const h of snapshot.holdings) {
    const value = h.quantity * (h.price ?? 0n)
    held += value
    if (h.split === null) continue
    for (const [c, share] of splitOf(h).entries()) amounts[c] = (amounts[c] ?? 0n) + share * value
  }
  const whole = held + cash
  return {
    accounts,
    classes: ASSET_CLASSES.map((_, c) => classRow(policy, wish, c, amounts[c] ?? 0n, whole)),
    cashCounts: snapshot.cashCounts,
    positions: positionsOf(snapshot, policy, wish),
    whole,
    tracking: terms.tracking,
    pull: (wish.newMoney && !snapshot.cashCounts ? terms.tracking / 1000n : 0n) as Rate,
    turnover: terms.turnover,
    tax: terms.tax,
    idle: (wish.newMoney && !snapshot.cashCounts ? terms.tracking : 0n) as Rate,
    orderFee: terms.orderFee * CENT,
    turnoverCap: terms.turnoverCap === null ? null : terms.turnoverCap * CENT,
    shortRate: BigInt(policy.taxRates.short),
    longRate: BigInt(policy.taxRates.long),
    lossCredit: terms.lossCredit,
    netting: terms.netting,
  }
}

/** A class inside its band may stay anywhere in it; one outside is measured from the destination. Both edges belong to the band. */
function classRow(policy: PlanPolicy, wish: Wish, c: number, amount: bigint, whole: bigint): ClassRow {
  const { weights, bands, destination } = policy.target
  const assetClass = ASSET_CLASSES[c] as (typeof ASSET_CLASSES)[number]
  const centre = whole * BigInt(weights[assetClass]) * FROM_BPS
  const half = absolute(whole * BigInt(halfWidth(weights[assetClass], bands[assetClass])) * FROM_PPM)
  const kept = (half * LEFT_OF_BAND[destination]) / 2n
  const outside =
    wish.goals === 'bands' || wish.goals === 'exact' ? absolute(amount - centre) > half : (wish.goals[c] ?? false)
  const width = wish.goals === 'exact' ? 0n : outside ? kept : half
  return { amount, lower: centre - width, upper: centre + width, centre }
}

const splitOf = (h: Holding): bigint[] => ASSET_CLASSES.map((c) => BigInt(h.split?.[c] ?? 0) * FROM_BPS)

const positionKey = (h: Holding): string => JSON.stringify([h.symbol, h.accountId])

function positionsOf(snapshot: Snapshot, policy: PlanPolicy, wish: Wish): Position[] {
  const index = new Map(snapshot.accounts.map((a, i) => [a.id, i]))
  return snapshot.holdings
    .flatMap((h): Position[] => {
      const account = index.get(h.accountId) ?? -1
      const position = account < 0 ? null : positionOf(h, account, snapshot, policy, wish)
      return position && (position.canBuy || position.sellable > 0n) ? [position] : []
    })
    .map((position) => ({ position, key: positionKey(position.holding) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ position }) => position)
}

/** Nobody has classified it, it is locked, or it cannot be priced: then it is in the sums but not in the trades. */
function positionOf(
  holding: Holding,
  account: number,
  snapshot: Snapshot,
  policy: PlanPolicy,
  wish: Wish,
): Position | null {
  const { price, unit } = holding
  const home = snapshot.accounts[account]
  if (!home || holding.split === null || price === null || holding.locked || !hasUsablePrice(holding, policy))
    return null
  const { terms } = policy
  const unitWorth = unit * price
  const location = terms.location
    .filter((l) => l.tax === home.tax)
    .reduce((total, l) => total + l.cost * BigInt(holding.split?.[l.assetClass] ?? 0), 0n)
  return {
    holding,
    account,
    split: splitOf(holding),
    unitWorth,
    sellable: wish.maySell && holding.noSell !== true ? holding.quantity / unit : 0n,
    canBuy: holding.noBuy !== true,
    minUnits: fewestUnits(unitWorth, policy.minTrade * CENT),
    spread: holding.spread ?? terms.spread,
    location: holding.locationCost ?? ((location / 10_000n) as Rate),
    lots: home.tax === 'taxable' ? taxedLots(holding, price, policy) : [],
  }
}

/** The minimum, and at least the cent that any trade moves. */
function fewestUnits(unitWorth: bigint, minTrade: bigint): bigint {
  return (larger(minTrade, CENT) + unitWorth - 1n) / unitWorth
}

function taxedLots(holding: Holding, price: bigint, policy: PlanPolicy): TaxedLot[] {
  const lots = holding.lots.map(
    (lot): TaxedLot => ({
      lot,
      quantity: lot.quantity,
      gain: price - lot.unitCost,
      term: termOf(lot.acquired, policy.asOf),
    }),
  )
  const rest = holding.quantity - sum(holding.lots.map((lot) => lot.quantity))
  return rest > 0n ? [...lots, { lot: null, quantity: rest, gain: 0n, term: 'long' }] : lots
}
