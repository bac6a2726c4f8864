import { isOverCap, type Ledger, ledgerOf, shortAccounts } from '@/lib/core/allocator/check-ledger'
import { lotTax, netTax } from '@/lib/core/allocator/check-tax'
import type { Position, Problem } from '@/lib/core/allocator/problem'
import { sum } from '@/lib/core/units'

/** What trades really cost and whether they may be made. Costs are exact: 10^-58 of the currency, see `fineRounded`. */
export interface Judged {
  feasible: boolean
  /** What is wrong with them, for a developer: not shown to users. */
  faults: string[]
  objective: bigint
  parts: Ledger['costs'] & { tax: bigint }
}

/**
 * `units[i]` whole units traded of `positions[i]`, sales negative; `lotsSold[i][l]` how much of its lot l is sold, in 10^-18 units of the
 * security: together exactly what is sold, and nothing where nothing is.
 */
export function judge(problem: Problem, units: readonly bigint[], lotsSold: readonly (readonly bigint[])[]): Judged {
  const faults: string[] = []
  if (units.length !== problem.positions.length) faults.push('units: not one number for each position')
  if (lotsSold.length !== problem.positions.length) faults.push('lots: not one list for each position')
  for (const [i, position] of problem.positions.entries()) {
    const fault = tradeFault(position, units[i] ?? 0n) ?? lotFault(position, units[i] ?? 0n, lotsSold[i] ?? [])
    if (fault) faults.push(`${position.holding.id}: ${fault}`)
  }
  const ledger = ledgerOf(problem, units)
  for (const account of shortAccounts(problem, ledger)) faults.push(`${account}: cash below its floor`)
  if (isOverCap(problem, ledger)) faults.push('turnover: above its cap')
  for (const symbol of washSales(problem, units, lotsSold)) faults.push(`${symbol}: bought while sold at a loss`)
  const parts = { ...ledger.costs, tax: taxOf(problem, lotsSold) }
  return { feasible: faults.length === 0, faults, objective: sum(Object.values(parts)), parts }
}

function tradeFault(position: Position, units: bigint): string | null {
  if (units === 0n) return null
  if (units > 0n && !position.canBuy) return 'may not be bought'
  if (units < 0n && -units > position.sellable) return 'sells more than can be sold'
  return (units < 0n ? -units : units) < position.minUnits ? 'below the smallest trade' : null
}

function lotFault(position: Position, units: bigint, sold: readonly bigint[]): string | null {
  if (sold.length !== position.lots.length) return 'not one quantity for each lot'
  if (sold.some((quantity, l) => quantity < 0n || quantity > (position.lots[l]?.quantity ?? 0n))) {
    return 'sells more of a lot than there is, or less than nothing'
  }
  const due = units < 0n && position.lots.length > 0 ? -units * position.holding.unit : 0n
  return sum(sold) === due ? null : 'lots do not add up to what is sold'
}

/** Where a loss earns a credit, its security may not be bought in any account. */
function washSales(problem: Problem, units: readonly bigint[], lotsSold: readonly (readonly bigint[])[]): string[] {
  if (problem.lossCredit <= 0n) return []
  const bought = new Set(problem.positions.filter((_, i) => (units[i] ?? 0n) > 0n).map((p) => p.holding.symbol))
  const soldAtLoss = (position: Position, i: number) =>
    position.lots.some((lot, l) => lot.gain < 0n && (lotsSold[i]?.[l] ?? 0n) > 0n)
  return problem.positions
    .filter((p, i) => bought.has(p.holding.symbol) && soldAtLoss(p, i))
    .map((p) => p.holding.symbol)
}

function taxOf(problem: Problem, lotsSold: readonly (readonly bigint[])[]): bigint {
  let shortGain = 0n
  let longGain = 0n
  let byLot = 0n
  for (const [i, position] of problem.positions.entries()) {
    for (const [l, lot] of position.lots.entries()) {
      const sold = lotsSold[i]?.[l] ?? 0n
      if (sold === 0n) continue
      const gain = lot.gain * sold
      if (lot.term === 'short') shortGain += gain
      else longGain += gain
      byLot += lotTax(problem, lot.term, gain)
    }
  }
  const tax = problem.netting ? netTax(problem, shortGain, longGain) : byLot
  // The tax is in 10^-13, its weight in 10^-9: together the exact scale.
  return tax * problem.tax
}
