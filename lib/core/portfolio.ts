import type { Weights } from '@/lib/core/asset-class'
import type { Cents, IsoDate, Quantity, Rate, UnitPrice } from '@/lib/core/units'

export const TAX_TREATMENTS = ['taxable', 'deferred', 'free'] as const
export type TaxTreatment = (typeof TAX_TREATMENTS)[number]

/** A purchase that is still held: what it cost per unit decides the tax of its sale. */
export interface Lot {
  id: string
  quantity: Quantity
  unitCost: UnitPrice
  acquired: IsoDate
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
}

export interface Account {
  id: string
  name: string
  tax: TaxTreatment
  /** May be negative: an overdraft or margin loan. */
  cash: Cents
  /** The part of the cash that is kept out of the percentages and of every plan. */
  reserve: Cents
}

/** Everything a sum needs of one portfolio at one moment. */
export interface Snapshot {
  portfolioId: string
  /** Rises with every change; two snapshots of one portfolio with equal versions are equal. */
  version: number
  currency: 'USD'
  /** True: cash counts as money-market funds. False: it stands apart, waiting to be placed. */
  cashCounts: boolean
  accounts: Account[]
  holdings: Holding[]
}
