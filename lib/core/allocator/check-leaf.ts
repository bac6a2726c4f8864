import { isOverCap, ledgerOf, shortAccounts } from '@/lib/core/allocator/check-ledger'
import type { Prices } from '@/lib/core/allocator/check-rows'
import { cheapestSale, type GainBox, leastNetTax, lotCost } from '@/lib/core/allocator/check-tax'
import type { Problem, TaxedLot } from '@/lib/core/allocator/problem'
import { sum } from '@/lib/core/units'

interface Sale {
  lots: readonly TaxedLot[]
  quantity: bigint
}

/**
 * A lower bound of the exact cost of every feasible plan that trades these units (sales negative) with net gains in the region; null where
 * there is none. Without netting it is attained, by the cheapest lots. With netting it is where the units decide the gains.
 */
export function leastOfUnits(
  problem: Problem,
  prices: Prices,
  region: number | null,
  units: readonly bigint[],
): bigint | null {
  const ledger = ledgerOf(problem, units)
  if (shortAccounts(problem, ledger).length > 0 || isOverCap(problem, ledger)) return null
  const sales = salesOf(problem, units)
  const byLots = leastOver(sales, (lot) => lotCost(problem, prices, lot))
  if (byLots === null) return null
  const costs = sum(Object.values(ledger.costs)) + byLots
  if (!problem.netting) return costs
  const box = gainsOf(sales)
  const net = box && leastNetTax(problem, prices, box, region)
  return net === null ? null : costs + net
}

/** Where a loss earns a credit, no lot at a loss can be sold of what is bought elsewhere. */
function salesOf(problem: Problem, units: readonly bigint[]): Sale[] {
  const bought = new Set<string>()
  if (problem.lossCredit > 0n) {
    for (const [i, p] of problem.positions.entries()) if ((units[i] ?? 0n) > 0n) bought.add(p.holding.symbol)
  }
  return problem.positions.flatMap((p, i): Sale[] => {
    const sold = -(units[i] ?? 0n)
    if (sold <= 0n || p.lots.length === 0) return []
    const lots = bought.has(p.holding.symbol) ? p.lots.filter((lot) => lot.gain >= 0n) : p.lots
    return [{ lots, quantity: sold * p.holding.unit }]
  })
}

function leastOver(sales: readonly Sale[], priceOf: (lot: TaxedLot) => bigint): bigint | null {
  let total = 0n
  for (const { lots, quantity } of sales) {
    const least = cheapestSale(lots, quantity, priceOf)
    if (least === null) return null
    total += least
  }
  return total
}

function gainsOf(sales: readonly Sale[]): GainBox | null {
  const range = (term: TaxedLot['term']): readonly [bigint, bigint] | null => {
    const least = leastOver(sales, (lot) => (lot.term === term ? lot.gain : 0n))
    const most = leastOver(sales, (lot) => (lot.term === term ? -lot.gain : 0n))
    return least === null || most === null ? null : [least, -most]
  }
  const short = range('short')
  const long = range('long')
  return short && long && { short, long }
}
