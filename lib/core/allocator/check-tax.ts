import { FROM_PRICE } from '@/lib/core/allocator/check-scale'
import type { Problem, TaxedLot } from '@/lib/core/allocator/problem'
import { NET_REGIONS } from '@/lib/core/allocator/proof'
import { compareBigint, larger, RATE_ONE, smaller } from '@/lib/core/units'

type TaxRates = Pick<Problem, 'shortRate' | 'longRate' | 'lossCredit'>

/** The gains that some plans can realise: from the least to the most of each term, money. */
export interface GainBox {
  short: readonly [bigint, bigint]
  long: readonly [bigint, bigint]
}

/** Prices of realised gains in 10^-12. */
export interface GainPrices {
  shortGain: bigint
  longGain: bigint
}

/** Tax in 10^-13 of the unit of the gain, for one lot by itself. A loss earns its rate times the credit. */
export function lotTax(rates: TaxRates, term: TaxedLot['term'], gain: bigint): bigint {
  return gain * (term === 'short' ? rates.shortRate : rates.longRate) * (gain < 0n ? rates.lossCredit : RATE_ONE)
}

/** Tax on the net gains of both terms, in 10^-13 of their unit: netted term by term, then against each other. */
export function netTax(rates: TaxRates, short: bigint, long: bigint): bigint {
  const both = short + long
  if (short >= 0n === long >= 0n) return lotTax(rates, 'short', short) + lotTax(rates, 'long', long)
  const gainOutweighs = both >= 0n
  return lotTax(rates, gainOutweighs === short >= 0n ? 'short' : 'long', both)
}

/** Exact cost of selling 10^-18 of a unit from a lot, as far as tax goes: with netting by the prices of gains, else by its own tax. */
export function lotCost(problem: Problem, prices: GainPrices, lot: TaxedLot): bigint {
  if (!problem.netting) return lotTax(problem, lot.term, lot.gain) * problem.tax
  return (lot.term === 'short' ? prices.shortGain : prices.longGain) * lot.gain * FROM_PRICE
}

/** The least sum over a sale of so much (10^-18 units) from the lots, each at its own price per 10^-18 unit; null where they hold less. */
export function cheapestSale(
  lots: readonly TaxedLot[],
  quantity: bigint,
  priceOf: (lot: TaxedLot) => bigint,
): bigint | null {
  const priced = lots.map((lot) => ({ price: priceOf(lot), quantity: lot.quantity }))
  priced.sort((a, b) => compareBigint(a.price, b.price))
  let left = quantity
  let total = 0n
  for (const lot of priced) {
    if (left <= 0n) break
    const taken = smaller(left, lot.quantity)
    total += taken * lot.price
    left -= taken
  }
  return left > 0n ? null : total
}

/** Everything that sales could realise: each lot sold or not. */
export function attainableGains(problem: Problem): GainBox {
  const short: [bigint, bigint] = [0n, 0n]
  const long: [bigint, bigint] = [0n, 0n]
  for (const { sellable, lots } of problem.positions) {
    if (sellable <= 0n) continue
    for (const lot of lots) {
      const range = lot.term === 'short' ? short : long
      range[lot.gain < 0n ? 0 : 1] += lot.gain * lot.quantity
    }
  }
  return { short, long }
}

/**
 * The least exact value of tax weight × netTax(S, L) − price × S − price × L over the box and, when given, the region. It is linear between the
 * axes and S + L = 0, so its least value is at a corner of the pieces into which these cut the box. Null where box and region do not meet.
 */
export function leastNetTax(problem: Problem, prices: GainPrices, box: GainBox, region: number | null): bigint | null {
  let least: bigint | null = null
  for (const [short, long] of cornersOf(box)) {
    if (!isInside(box, short, long) || !isInRegion(region, short, long)) continue
    const priced = prices.shortGain * short + prices.longGain * long
    const value = netTax(problem, short, long) * problem.tax - priced * FROM_PRICE
    if (least === null || value < least) least = value
  }
  return least
}

function cornersOf({ short, long }: GainBox): (readonly [bigint, bigint])[] {
  return [
    [0n, 0n],
    ...short.flatMap((s) => [...long, 0n, -s].map((l) => [s, l] as const)),
    ...long.flatMap((l) => [0n, -l].map((s) => [s, l] as const)),
  ]
}

const isInside = ({ short, long }: GainBox, s: bigint, l: bigint): boolean =>
  s === larger(short[0], smaller(s, short[1])) && l === larger(long[0], smaller(l, long[1]))

function isInRegion(region: number | null, short: bigint, long: bigint): boolean {
  const signs = region === null ? undefined : NET_REGIONS[region]
  if (!signs) return true
  const agrees = (value: bigint, sign: 1 | -1) => value * BigInt(sign) >= 0n
  return agrees(short, signs.short) && agrees(long, signs.long) && agrees(short + long, signs.sum)
}
