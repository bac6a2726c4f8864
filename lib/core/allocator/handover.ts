import type { PricedModel } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'
import { regionRates } from '@/lib/core/allocator/model-lots'
import type { TaxedLot } from '@/lib/core/allocator/problem'
import type { Multipliers, ProofCase } from '@/lib/core/allocator/proof'
import { hasOnePurse } from '@/lib/core/allocator/purse-classes'
import type { Trial } from '@/lib/core/allocator/trial'
import { fineMoney, larger, smaller } from '@/lib/core/units'

/** One reading of the problem: without netting there is one, with it one for each pattern of signs of the net gains. */
export interface Reading {
  region: number | null
  model: Model
  fractional: Float64Array
  feasible: boolean
  priced: PricedModel
  /** No plan of this reading costs less (ppm). */
  bound: number
  blocks: number[]
  claimed: boolean
}

/**
 * Claims no more than is needed: a modest claim is quicker to check. Where there is one purse it may be more than the search could show, for
 * the checker confirms as much of it as it can.
 */
export function proofOf(reading: Reading, needed: number): ProofCase {
  const { region, model, bound, blocks, claimed } = reading
  const modest = hasOnePurse(model) ? needed : Math.min(bound, needed)
  const claim =
    claimed && needed > reading.priced.total
      ? fineMoney(BigInt(Math.floor((modest / model.scale) * 10_000 + 1e-3)))
      : null
  return { region, multipliers: multipliersOf(reading), blocks: claim === null ? [] : blocks, claim }
}

/** The simplex's duals price what is added to a row; the proof's multipliers price what a class gains, and cash and room that are used up. */
export function multipliersOf({ model, priced, region }: Reading): Multipliers {
  const { duals } = priced
  const { problem, turnoverRow, shortRow } = model
  const weight = Number(problem.tax) / 1e9
  const rates = region === null ? { short: 0, long: 0 } : regionRates(problem, region)
  return {
    classes: Array.from({ length: 6 }, (_, c) => -(duals[c] ?? 0)),
    accounts: problem.accounts.map((_, a) => duals[6 + a] ?? 0),
    turnover: -(duals[turnoverRow] ?? 0),
    shortGain: problem.netting ? weight * rates.short - (duals[shortRow] ?? 0) : 0,
    longGain: problem.netting ? weight * rates.long - (duals[shortRow + 1] ?? 0) : 0,
  }
}

export function lotsSoldOf(trial: Trial): bigint[][] {
  const { model } = trial
  return model.problem.positions.map((p, i) => {
    const sold = p.lots.map(() => 0n)
    const units = trial.units[i] ?? 0
    let quantity = units < 0 ? BigInt(-units) * p.holding.unit : 0n
    for (let l = model.lotStart[i] ?? 0; l < (model.lotStart[i + 1] ?? 0) && quantity > 0n; l++) {
      const index = model.lotIndex[l] ?? 0
      const used = smaller<bigint>(quantity, (p.lots[index] as TaxedLot).quantity)
      sold[index] = used
      quantity = larger<bigint>(0n, quantity - used)
    }
    return sold
  })
}
