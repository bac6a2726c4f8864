import type { Weights } from '@/lib/core/asset-class'
import { ratesOf, type UsedRate } from '@/lib/core/base-currency'
import { isStale, STALE_AFTER_DAYS } from '@/lib/core/book'
import { type ClassRow, type Comparison, compare } from '@/lib/core/drift'
import type { Regime } from '@/lib/core/model-terms'
import { type Move, moneyMoves } from '@/lib/core/money-moves'
import type { Account, Holding, Snapshot } from '@/lib/core/portfolio'
import type { Target } from '@/lib/core/targets'
import { type Cents, cents, daysBetween, type IsoDate, sum } from '@/lib/core/units'
import { breakdown } from '@/lib/core/valuation'

/** How old the prices are that the values rest on. Positions of zero do not count: nothing rests on their price. */
export interface PriceDates {
  oldest: IsoDate | null
  newest: IsoDate | null
  stale: Holding[]
  /** The one source of all prices; null when there are several, or none. */
  source: string | null
  /** Exchange rates that are as old as a stale price. */
  staleRates: UsedRate[]
}

export interface AccountLine {
  account: Account
  comparison: Comparison
}

export interface Overview {
  /** The account that the figures are of; null for the whole portfolio. */
  account: Account | null
  comparison: Comparison
  prices: PriceDates
  /** What would move to stand on the adopted target, or on the post-QT weights while there is none. */
  moves: Move[]
  /** The sum of the moves in cents: drift in money. */
  moved: Cents
  accounts: AccountLine[]
}

/**
 * Everything that the overview shows, of the whole snapshot or of one account; null when it has no such account.
 * An account is compared with the same weights as the whole.
 */
export function describePortfolio(
  snapshot: Snapshot,
  regimes: Record<Regime, Weights>,
  target: Target | null,
  scope: { asOf: IsoDate; accountId: string | null },
): Overview | null {
  const account = snapshot.accounts.find((a) => a.id === scope.accountId) ?? null
  if (scope.accountId !== null && account === null) return null
  const comparison = compare(breakdown(snapshot, account?.id), regimes, target)
  const moves = moneyMoves(comparison.breakdown, target?.weights ?? regimes.postQt)
  return {
    account,
    comparison,
    prices: priceDates(
      snapshot.accounts.filter((a) => account === null || a.id === account.id),
      snapshot.holdings.filter((h) => account === null || h.accountId === account.id),
      scope.asOf,
    ),
    moves,
    moved: cents(sum(moves.map((m) => m.amount))),
    accounts: snapshot.accounts.map((a) => ({
      account: a,
      comparison: compare(breakdown(snapshot, a.id), regimes, target),
    })),
  }
}

function priceDates(accounts: Account[], holdings: Holding[], asOf: IsoDate): PriceDates {
  const priced = holdings.filter((h) => h.price !== null && h.quantity !== 0n)
  const dates = priced.flatMap((h) => h.pricedOn ?? []).sort()
  const sources = new Set(priced.map((h) => h.priceSource))
  const [source = null] = sources.size === 1 ? sources : []
  return {
    oldest: dates[0] ?? null,
    newest: dates.at(-1) ?? null,
    stale: priced.filter((h) => isStale(h, asOf)),
    source,
    staleRates: ratesOf({ accounts, holdings }).filter(
      ({ ratedOn }) => ratedOn && daysBetween(ratedOn, asOf) > STALE_AFTER_DAYS,
    ),
  }
}

/** True when nothing is held yet: no cash, and of no security any quantity. */
export function isEmpty(snapshot: Snapshot): boolean {
  return (
    snapshot.accounts.every((a) => (a.quoted?.cash ?? a.cash) === 0n) &&
    snapshot.holdings.every((h) => h.quantity === 0n)
  )
}

/** The classes outside their band, the furthest from its target first; empty without an adopted target. */
export function outsideBands(rows: readonly ClassRow[]): ClassRow[] {
  return furthestFirst(rows).filter((r) => r.adopted !== null && r.adopted.band.side !== 'inside')
}

/** All rows that have a drift, the furthest from its target first; equals stay in class order. */
export function furthestFirst(rows: readonly ClassRow[]): ClassRow[] {
  const away = (row: ClassRow) => Math.abs(row.adopted?.drift ?? 0)
  return rows.filter((r) => r.adopted?.drift != null).sort((a, b) => away(b) - away(a))
}
