import type { Model } from '@/lib/core/allocator/model'
import { rateNumber } from '@/lib/core/allocator/model-rows'
import type { Position, Problem, TaxedLot } from '@/lib/core/allocator/problem'
import { NET_REGIONS } from '@/lib/core/allocator/proof'
import { compareBigint } from '@/lib/core/units'

/** How each region of net gains taxes a short and a long gain; without a region every lot by itself. */
interface LotRates {
  short: number
  long: number
}

interface LotPiece {
  lot: TaxedLot
  index: number
  /** Per unit of the security, in 10^-18. */
  tax: number
  share: number
}

/** The lots of a sale, least weighted tax first; oldest first among equals (then by id), so that the order is the same for all. */
export function lotsInOrder(p: Position, problem: Problem, region: number | null): LotPiece[] {
  if (p.sellable === 0n) return []
  const rates = regionRates(problem, region)
  const credit = problem.netting ? 1 : rateNumber(problem.lossCredit)
  const weight = rateNumber(problem.tax)
  const pieces = p.lots.map((lot, index): LotPiece => {
    const gain = Number(lot.gain) / Number(p.holding.price ?? 1n)
    const tax = weight * rates[lot.term] * gain * (gain < 0 ? credit : 1)
    return { lot, index, tax, share: gain }
  })
  return pieces.sort((a, b) => a.tax - b.tax || byAge(a.lot, b.lot))
}

function byAge(a: TaxedLot, b: TaxedLot): number {
  const [x, y] = [a.lot, b.lot]
  if (!x || !y) return x ? -1 : y ? 1 : 0
  if (x.acquired !== y.acquired) return x.acquired < y.acquired ? -1 : 1
  return x.id < y.id ? -1 : x.id > y.id ? 1 : compareBigint(x.quantity, y.quantity)
}

/** In a region the tax is linear: which rate the net of each term bears there. */
export function regionRates(problem: Problem, region: number | null): LotRates {
  const short = Number(problem.shortRate) / 1e4
  const long = Number(problem.longRate) / 1e4
  const signs = region === null ? undefined : NET_REGIONS[region]
  if (!signs) return { short, long }
  const credit = rateNumber(problem.lossCredit)
  if (signs.short > 0 && signs.long > 0) return { short, long }
  if (signs.short < 0 && signs.long < 0) return { short: credit * short, long: credit * long }
  const gainRate = signs.short > 0 ? short : long
  const lossRate = signs.short > 0 ? long : short
  const rate = signs.sum > 0 ? gainRate : credit * lossRate
  return { short: rate, long: rate }
}

/** Lots as pieces of money, cut off where whole units end. */
export function fillLots(model: Model, i: number, lots: LotPiece[], money: (value: bigint) => number): void {
  const p = model.problem.positions[i] as Position
  const from = model.lotStart[i] ?? 0
  let left = p.sellable * p.unitWorth
  let at = from
  for (const { lot, index, tax, share } of lots) {
    if (left <= 0n) break
    const worth = lot.quantity * (p.holding.price ?? 0n)
    const used = worth < left ? worth : left
    left -= used
    model.lotMoney[at] = money(used)
    model.lotTax[at] = tax
    model.lotShort[at] = lot.term === 'short' ? share : 0
    model.lotLong[at] = lot.term === 'long' ? share : 0
    model.lotIndex[at] = index
    at += 1
  }
  model.lotStart[i + 1] = at
}
