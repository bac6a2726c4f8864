import type { Lot } from '@/lib/core/portfolio'
import {
  type Bps,
  type Cents,
  cents,
  compareBigint,
  daysBetween,
  divideRounded,
  type IsoDate,
  ONE,
  portionOf,
  type Quantity,
  quantity,
  RATE_ONE,
  type Rate,
  rate,
  smaller,
  sum,
  type UnitPrice,
} from '@/lib/core/units'

export interface TaxRates {
  /** Basis points of a gain on a lot held for a year or less, and for longer. */
  short: Bps
  long: Bps
}

export type Term = 'short' | 'long'

/** Part of a lot that a sale uses. */
export interface LotSale {
  lotId: string
  quantity: Quantity
  acquired: IsoDate
  /** Proceeds minus cost of the part sold, in cents, half away from zero. */
  gain: Cents
  term: Term
}

/** Long-term means held for more than one year: from the day after the anniversary (US Internal Revenue Code §1222; IRS Publication 550). */
export function termOf(acquired: IsoDate, asOf: IsoDate): Term {
  return acquired < longBefore(asOf) ? 'long' : 'short'
}

/** What was acquired before this date is long-term; dates of one form compare as text. */
function longBefore(asOf: IsoDate): IsoDate {
  const year = String(Number(asOf.slice(0, 4)) - 1).padStart(4, '0')
  return asOf.endsWith('-02-29') ? firstOfMarch(asOf) : (`${year}${asOf.slice(4)}` as IsoDate)
}

/** 29 February has no counterpart a year before: what was bought on the 28th is then more than a year old, so the day after stands in. */
const firstOfMarch = (asOf: IsoDate): IsoDate => `${Number(asOf.slice(0, 4)) - 1}-03-01` as IsoDate

/**
 * Lots in the order in which a sale uses them: least tax per unit first, where a loss counts as no tax; ties oldest first, then by id.
 * Not highest cost first: a cheap long-term lot can cost less tax than a dear short-term one.
 */
export function lotsInSaleOrder(lots: readonly Lot[], price: UnitPrice, rates: TaxRates, asOf: IsoDate): Lot[] {
  const taxPerUnit = (lot: Lot): bigint => {
    const gain = price - lot.unitCost
    return gain > 0n ? gain * BigInt(rates[termOf(lot.acquired, asOf)]) : 0n
  }
  return [...lots].sort(
    (a, b) =>
      compareBigint(taxPerUnit(a), taxPerUnit(b)) ||
      daysBetween(b.acquired, a.acquired) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/** The parts of lots that a sale of `sold` units uses, lots already in sale order. Units that no lot covers are left out. */
export function pickLots(inOrder: readonly Lot[], sold: Quantity, price: UnitPrice, asOf: IsoDate): LotSale[] {
  const sales: LotSale[] = []
  let left: bigint = sold
  for (const lot of inOrder) {
    if (left === 0n) break
    const used = smaller<bigint>(left, lot.quantity)
    left -= used
    const gain = cents(divideRounded(used * (price - lot.unitCost) * 100n, ONE * ONE))
    sales.push({
      lotId: lot.id,
      quantity: quantity(used),
      acquired: lot.acquired,
      gain,
      term: termOf(lot.acquired, asOf),
    })
  }
  return sales
}

/** Estimated tax in cents: each gain at the rate of its term; a loss offsets nothing and earns the stated fraction of its rate. */
export function taxOf(sales: readonly LotSale[], rates: TaxRates, lossCredit: Rate = rate(0n)): Cents {
  const credited = (s: LotSale): bigint => divideRounded(portionOf(s.gain, rates[s.term]) * lossCredit, RATE_ONE)
  return cents(sum(sales.map((s) => (s.gain > 0n ? portionOf(s.gain, rates[s.term]) : credited(s)))))
}

/**
 * Estimated tax of net gains by term: short and long are netted against each other; what is left is taxed at the rate of the term it came
 * from, and a loss that is left earns the stated fraction (US Internal Revenue Code §1222; IRS Schedule D).
 */
export function netTaxOf(shortGain: Cents, longGain: Cents, rates: TaxRates, lossCredit: Rate): Cents {
  const at = (amount: bigint, term: Term): bigint =>
    amount >= 0n
      ? portionOf(cents(amount), rates[term])
      : divideRounded(portionOf(cents(amount), rates[term]) * lossCredit, RATE_ONE)
  if (shortGain >= 0n === longGain >= 0n) return cents(at(shortGain, 'short') + at(longGain, 'long'))
  const net = shortGain + longGain
  const gainTerm = shortGain >= 0n ? 'short' : 'long'
  const lossTerm = shortGain >= 0n ? 'long' : 'short'
  return cents(at(net, net >= 0n ? gainTerm : lossTerm))
}

/** True when the lots account for every unit sold. */
export function coversSale(sales: readonly LotSale[], sold: Quantity): boolean {
  return sum(sales.map((s) => s.quantity)) === sold
}
