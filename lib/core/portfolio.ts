import type { Weights } from '@/lib/core/asset-class'
import type { Currency, MoneyCurrency } from '@/lib/core/currency'
import type { Cents, FxRate, IsoDate, Quantity, Rate, UnitPrice } from '@/lib/core/units'

export const TAX_TREATMENTS = ['taxable', 'deferred', 'free'] as const
export type TaxTreatment = (typeof TAX_TREATMENTS)[number]

/** A purchase that is still held: what it cost per unit decides the tax of its sale. */
export interface Lot {
  id: string
  quantity: Quantity
  unitCost: UnitPrice
  acquired: IsoDate
}

/** The exchange rate by which a row was brought into the portfolio's currency; null where none is known. */
export interface AppliedRate {
  /** One unit of the row's own currency in the portfolio's. */
  rate: FxRate | null
  /** The older date where it was made of two rates; null for a fixed one, as of pence in pounds. */
  ratedOn: IsoDate | null
  /** Null for a fixed rate; `mixed` where two rates came from two sources. */
  source: string | null
  /** The third currency through which two rates were joined. */
  via?: MoneyCurrency
}

/** A holding as it is quoted; its lots are in this currency, too. */
export interface QuotedPrice extends AppliedRate {
  currency: Currency
  /** In 10^-18 of `currency`. */
  price: UnitPrice | null
}

/** An account as it is kept, in cents of its own currency. */
export interface QuotedCash extends AppliedRate {
  currency: MoneyCurrency
  cash: Cents
  reserve: Cents
}

/** A position. Quantity zero is a security that may be bought. */
export interface Holding {
  id: string
  accountId: string
  symbol: string
  name: string
  /** Basis points by class, total 10,000; null when nobody has said yet. */
  split: Weights | null
  quantity: Quantity
  /** The smallest step that can be traded. */
  unit: Quantity
  price: UnitPrice | null
  pricedOn: IsoDate | null
  priceSource: string | null
  /** May not be traded at all. */
  locked: boolean
  /** May be sold only, or bought only; absent: free. */
  noBuy?: boolean
  noSell?: boolean
  /** What a trade of it loses to the spread, as a share of its value; absent: the policy's. */
  spread?: Rate
  /** What owning it in this account costs against the best account, as a share of the value bought; absent: the policy's. */
  locationCost?: Rate
  lots: Lot[]
  /** Of a holding that is quoted in another currency than the portfolio's; price and costs are converted then. */
  quoted?: QuotedPrice
}

export interface Account {
  id: string
  name: string
  tax: TaxTreatment
  /** May be negative: an overdraft or margin loan. */
  cash: Cents
  /** The part of the cash that is kept out of the percentages and of every plan. */
  reserve: Cents
  /** Of an account that is kept in another currency than the portfolio's; cash and reserve are converted then. */
  quoted?: QuotedCash
}

/** Everything a sum needs of one portfolio at one moment. */
export interface Snapshot {
  portfolioId: string
  /** Rises with every change; two snapshots of one portfolio with equal versions are equal. */
  version: number
  /** Of every amount and price in it. */
  currency: MoneyCurrency
  /** True: cash counts as money-market funds. False: it stands apart, waiting to be placed. */
  cashCounts: boolean
  accounts: Account[]
  holdings: Holding[]
}
