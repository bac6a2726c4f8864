import { ASSET_CLASSES, type AssetClass, type Weights } from '@/lib/core/asset-class'
import type { Account, Holding, Snapshot } from '@/lib/core/portfolio'
import {
  absolute,
  type Bps,
  type Cents,
  cents,
  marketValue,
  NO_MONEY,
  shareOut,
  sum,
  weightsOf,
} from '@/lib/core/units'

/** The rows of a breakdown: the six classes, then what stands apart. */
export const BUCKETS = [...ASSET_CLASSES, 'unclassified', 'cash'] as const
export type Bucket = (typeof BUCKETS)[number]

/** What a portfolio, or one account of it, is worth and where. All money in cents of the snapshot's currency. */
export interface Breakdown {
  /** Every priced holding and all cash, the reserve included. */
  total: Cents
  /** Cash that is kept out of the percentages. */
  reserve: Cents
  /** total − reserve: what the percentages are of. */
  investable: Cents
  /** Value by class; counted cash is in money-market funds. `cash` is cash that does not count; both parts apart add up with the classes to `investable`. */
  values: Record<Bucket, Cents>
  /** Basis points of `investable`, total 10,000 by largest remainder; null when nothing is invested or debt dwarfs what is. */
  weights: Record<Bucket, Bps> | null
  /** Holdings of which there are some and whose price is unknown: they are in no sum. */
  unpriced: Holding[]
}

/** A holding's worth in cents, half away from zero; null without a price, unless there is nothing of it. */
export function holdingValue(holding: Pick<Holding, 'quantity' | 'price'>): Cents | null {
  if (holding.quantity === 0n) return NO_MONEY
  return holding.price === null ? null : marketValue(holding.quantity, holding.price)
}

/** A value divided over the classes of a split by largest remainder: the parts add up to the value. */
export function splitValue(value: Cents, split: Weights): Record<AssetClass, Cents> {
  const parts =
    shareOut(
      value,
      ASSET_CLASSES.map((c) => BigInt(split[c])),
    ) ?? []
  return Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, cents(parts[i] ?? 0n)])) as Record<AssetClass, Cents>
}

/**
 * Values and weights of the whole snapshot, or of the one account named. Each holding is rounded to cents once, as the holdings
 * screen shows it, and every total is a sum of those, so that screens and files add up.
 */
export function breakdown(snapshot: Snapshot, accountId?: string): Breakdown {
  const accounts = snapshot.accounts.filter((a) => accountId === undefined || a.id === accountId)
  const ids = new Set(accounts.map((a) => a.id))
  const holdings = snapshot.holdings.filter((h) => ids.has(h.accountId))
  const values = Object.fromEntries(BUCKETS.map((b) => [b, 0n])) as Record<Bucket, bigint>
  for (const holding of holdings) addHolding(values, holding)
  const reserve = sum(accounts.map(reserveOf))
  const free = sum(accounts.map((a) => a.cash)) - reserve
  values[snapshot.cashCounts ? 'moneyFunds' : 'cash'] += free
  const investable = sum(Object.values(values))
  return {
    total: cents(investable + reserve),
    reserve: cents(reserve),
    investable: cents(investable),
    values: values as Record<Bucket, Cents>,
    weights: measurable(values, investable) ? bucketWeights(values) : null,
    unpriced: holdings.filter((h) => holdingValue(h) === null),
  }
}

/** What is really kept apart: the reserve asked for, but never more than the cash there is. */
export function reserveOf(account: Pick<Account, 'cash' | 'reserve'>): Cents {
  const held = account.cash < account.reserve ? account.cash : account.reserve
  return cents(held > 0n ? held : 0n)
}

function addHolding(values: Record<Bucket, bigint>, holding: Holding): void {
  const value = holdingValue(holding)
  if (value === null) return
  if (holding.split === null) {
    values.unclassified += value
    return
  }
  const parts = splitValue(value, holding.split)
  for (const c of ASSET_CLASSES) values[c] += parts[c]
}

/** A class worth more than so many times the net value: the book is all but owed away, and a percentage of it says nothing. */
const LARGEST_RATIO = 1_000_000n

function measurable(values: Record<Bucket, bigint>, investable: bigint): boolean {
  return investable > 0n && BUCKETS.every((b) => absolute(values[b]) <= LARGEST_RATIO * investable)
}

function bucketWeights(values: Record<Bucket, bigint>): Record<Bucket, Bps> | null {
  const shares = weightsOf(BUCKETS.map((b) => values[b]))
  return shares && (Object.fromEntries(BUCKETS.map((b, i) => [b, shares[i]])) as Record<Bucket, Bps>)
}
