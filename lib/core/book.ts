import type { Weights } from '@/lib/core/asset-class'
import { accountInBase, type Basis, holdingInBase, lacksRate } from '@/lib/core/base-currency'
import type { Currency, MoneyCurrency } from '@/lib/core/currency'
import type { RateQuote } from '@/lib/core/fx'
import type { Account, Holding } from '@/lib/core/portfolio'
import {
  type Bps,
  bps,
  type Cents,
  cents,
  daysBetween,
  type IsoDate,
  type Quantity,
  quantity,
  sum,
  WHOLE,
  weightsOf,
} from '@/lib/core/units'
import { holdingValue, reserveOf } from '@/lib/core/valuation'

/** What the user said of a symbol; it overrides the built-in directory. */
export interface SaidClass {
  version: number
  name: string
  split: Weights
}

/** A holding as it is edited: in its own currency, with the version that a save must name. */
export interface HoldingRow extends Holding {
  version: number
  position: number
  /** Of its price and of the costs of its lots. */
  currency: Currency
  /** The name that was typed for this row; empty when the shown one comes from the user's class or from the directory. */
  ownName: string
  said: SaidClass | null
  /** True when the built-in directory has a class for it to go back to. */
  inDirectory: boolean
}

/** An account as it is edited, in its own currency. */
export interface AccountRow extends Account {
  version: number
  position: number
  /** Of its cash and its reserve. */
  currency: MoneyCurrency
}

/** Everything that the holdings screen edits, of one portfolio at one moment. */
export interface Book {
  portfolioId: string
  version: number
  /** What the portfolio is counted in; the rows are in their own currencies. */
  currency: MoneyCurrency
  /** The newest known rates of each pair and source; empty where no row needs one. */
  rates: RateQuote[]
  cashCounts: boolean
  accounts: AccountRow[]
  holdings: HoldingRow[]
}

/** A price older than so many days is shown as stale. */
export const STALE_AFTER_DAYS = 7

/** Whole days since the price's date; null without a price or a date. */
export function priceAge(row: Pick<Holding, 'price' | 'pricedOn'>, asOf: IsoDate): number | null {
  return row.price === null || row.pricedOn === null ? null : daysBetween(row.pricedOn, asOf)
}

export function isStale(row: Pick<Holding, 'price' | 'pricedOn'>, asOf: IsoDate): boolean {
  const age = priceAge(row, asOf)
  return age !== null && age > STALE_AFTER_DAYS
}

export const lotTotal = (row: Pick<Holding, 'lots'>): Quantity => quantity(sum(row.lots.map((lot) => lot.quantity)))

/** What the grid shows besides the rows. Money in cents of the portfolio's currency, weights in basis points of `investable` that total 10,000 with the cash. */
export interface BookFigures {
  /** Every priced holding and all cash. */
  total: Cents
  /** The total without the reserves: what the weights are of. */
  investable: Cents
  /** By holding id; null without a price or a rate. */
  values: Map<string, Cents | null>
  /** By account id: its cash and the part of it that is kept out; null without a rate. */
  cash: Map<string, Pick<Account, 'cash' | 'reserve'> | null>
  /** The holdings and accounts in a currency to which no rate is known. */
  unrated: Set<string>
  /** By holding id, and by account id for that account's free cash; empty when nothing is invested. */
  weights: Map<string, Bps>
}

/** Values and weights of every row and of each account's cash outside its reserve, by largest remainder over all of them. */
export function measureBook(book: Pick<Book, 'accounts' | 'holdings'> & Basis): BookFigures {
  const holdings = book.holdings.map((row) => holdingInBase(row, row.currency, book))
  const accounts = book.accounts.map((row) => accountInBase(row, row.currency, book))
  const values = new Map(holdings.map((row) => [row.id, holdingValue(row)]))
  const free = accounts.map((account) => account.cash - reserveOf(account))
  const parts = [...[...values.values()].map((value) => value ?? 0n), ...free]
  const investable = sum(parts)
  const ids = [...values.keys(), ...accounts.map((account) => account.id)]
  const shares = investable > 0n ? weightsOf(parts) : null
  return {
    total: cents(investable + sum(accounts.map(reserveOf))),
    investable: cents(investable),
    values,
    cash: new Map(accounts.map((a) => [a.id, lacksRate(a) ? null : { cash: a.cash, reserve: reserveOf(a) }])),
    unrated: new Set([...holdings, ...accounts].filter(lacksRate).map((row) => row.id)),
    weights: new Map(shares ? ids.map((id, i) => [id, shares[i] ?? bps(0)]) : []),
  }
}

/** The sum of some rows' weights: exact, because the parts were made to add up. Null when nothing is invested. */
export function weightOf(figures: BookFigures, ids: readonly string[]): Bps | null {
  if (figures.weights.size === 0) return null
  return bps(ids.reduce((total, id) => total + (figures.weights.get(id) ?? 0), 0))
}

/** The class that holds the whole of a split; null for a real split. */
export function soleClass(split: Weights): keyof Weights | null {
  const found = (Object.keys(split) as (keyof Weights)[]).find((c) => split[c] === WHOLE)
  return found ?? null
}
