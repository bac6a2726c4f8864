import { ASSET_CLASSES, type Weights } from '@/lib/core/asset-class'
import { lotsInSaleOrder, pickLots, taxOf } from '@/lib/core/lots'
import type { PlanPolicy } from '@/lib/core/plan'
import { hasUsablePrice } from '@/lib/core/plan-input'
import type { Holding, Lot, Snapshot } from '@/lib/core/portfolio'
import { type Cents, cents, marketValue, ONE, quantity, sum, type UnitPrice, WHOLE } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

/** A holding that may be traded, with what its trades do to the classes. */
export interface Position {
  holding: Holding
  /** Index into the book's accounts. */
  account: number
  price: UnitPrice
  /** Basis points by class, in class order. */
  split: bigint[]
  /** Cents that the position is worth before any trade. */
  value: Cents
  /** Exact worth of one tradable unit, in 10^-36 of the currency. */
  worth: bigint
  /** Whole units that can be sold. */
  sellable: bigint
  /** Lots in the order a sale uses them; empty where a sale is not taxed. */
  lots: Lot[]
}

/**
 * The state that a search moves through: whole units traded by position (sales negative), and what follows from them.
 * `amounts` are class values in cents times 10,000, so that splits need no rounding.
 */
export interface Book {
  positions: Position[]
  units: bigint[]
  /** Free cash by account: cash minus reserve. Negative: money is missing there. */
  free: bigint[]
  amounts: bigint[]
  cashCounts: boolean
  /** Cents: what the weights are of. */
  investable: Cents
}

export const MONEY_FUNDS = ASSET_CLASSES.indexOf('moneyFunds')

/** The book of a snapshot before any trade. Positions are in an order that does not depend on the order of the rows. */
export function openBook(snapshot: Snapshot, policy: PlanPolicy): Book {
  const accounts = snapshot.accounts
  const free = accounts.map((a) => a.cash - a.reserve)
  const before = breakdown(snapshot)
  const amounts = ASSET_CLASSES.map(() => 0n)
  for (const h of snapshot.holdings) {
    if (h.split === null || h.price === null) continue
    addSplit(amounts, splitOf(h.split), marketValue(h.quantity, h.price))
  }
  if (snapshot.cashCounts) amounts[MONEY_FUNDS] = (amounts[MONEY_FUNDS] ?? 0n) + sum(free) * BigInt(WHOLE)
  const positions = snapshot.holdings
    .flatMap((h) =>
      openPosition(
        h,
        accounts.findIndex((a) => a.id === h.accountId),
        snapshot,
        policy,
      ),
    )
    .sort((a, b) => (positionKey(a.holding) < positionKey(b.holding) ? -1 : 1))
  const investable = cents(before.total - sum(accounts.map((a) => a.reserve)))
  return { positions, units: positions.map(() => 0n), free, amounts, cashCounts: snapshot.cashCounts, investable }
}

const positionKey = (h: Holding): string => JSON.stringify([h.symbol, h.accountId])
const splitOf = (split: Weights): bigint[] => ASSET_CLASSES.map((c) => BigInt(split[c]))

/** Nobody has classified it, it is locked, or it cannot be priced: then it is in the sums but not in the trades. */
function openPosition(holding: Holding, account: number, snapshot: Snapshot, policy: PlanPolicy): Position[] {
  const { split, price } = holding
  if (split === null || price === null || holding.locked || !hasUsablePrice(holding, policy)) return []
  const taxed = snapshot.accounts[account]?.tax === 'taxable'
  return [
    {
      holding,
      account,
      price,
      split: splitOf(split),
      value: marketValue(holding.quantity, price),
      worth: holding.unit * price,
      sellable: holding.quantity / holding.unit,
      lots: taxed ? lotsInSaleOrder(holding.lots, price, policy.taxRates, policy.asOf) : [],
    },
  ]
}

const PER_CENT = (ONE * ONE) / 100n

/** Whole units that so many cents buy, rounded down. */
export const unitsFor = (position: Position, amount: bigint): bigint => (amount * PER_CENT) / position.worth
/** Cents that so many units are worth, rounded down; for choosing sizes, not for the books. */
export const centsFor = (position: Position, units: bigint): bigint => (units * position.worth) / PER_CENT

export function addSplit(amounts: bigint[], split: readonly bigint[], value: bigint): void {
  for (const [c, share] of split.entries()) amounts[c] = (amounts[c] ?? 0n) + share * value
}

/**
 * What a position is worth after trading `units`, minus what it is worth now. The difference of two rounded values, not a rounded
 * product, so that positions and cash add up to the same total before and after.
 */
export function valueChange(position: Position, units: bigint): Cents {
  const { holding, price } = position
  return cents(marketValue(quantity(holding.quantity + units * holding.unit), price) - position.value)
}

/** Estimated tax of selling so many units of a position, in cents. */
export function taxOfSale(position: Position, units: bigint, policy: PlanPolicy): Cents {
  if (units === 0n || position.lots.length === 0) return cents(0n)
  const sold = quantity(units * position.holding.unit)
  return taxOf(pickLots(position.lots, sold, position.price, policy.asOf), policy.taxRates)
}

/** Trades further units of a position: `units` may be negative. The book is changed in place. */
export function trade(book: Book, index: number, units: bigint): void {
  const position = book.positions[index]
  if (!position || units === 0n) return
  const held = book.units[index] ?? 0n
  const change = valueChange(position, held + units) - valueChange(position, held)
  book.units[index] = held + units
  book.free[position.account] = (book.free[position.account] ?? 0n) - change
  addSplit(book.amounts, position.split, change)
  if (book.cashCounts) book.amounts[MONEY_FUNDS] = (book.amounts[MONEY_FUNDS] ?? 0n) - change * BigInt(WHOLE)
}
