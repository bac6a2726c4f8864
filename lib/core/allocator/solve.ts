import { searchBlocks } from '@/lib/core/allocator/blocks'
import { priceModel } from '@/lib/core/allocator/bound'
import { lotsSoldOf, multipliersOf, proofOf, type Reading } from '@/lib/core/allocator/handover'
import { leastSales } from '@/lib/core/allocator/least-sales'
import { matchRests } from '@/lib/core/allocator/matching'
import { type Model, modelOf } from '@/lib/core/allocator/model'
import { type Budget, candidatesOf, polish } from '@/lib/core/allocator/polish'
import { MONEY_FUNDS, type Problem } from '@/lib/core/allocator/problem'
import { type Multipliers, NET_REGIONS, type ProofCase } from '@/lib/core/allocator/proof'
import { type Floors, searchPurse } from '@/lib/core/allocator/purse'
import { hasOnePurse } from '@/lib/core/allocator/purse-classes'
import { roundRelaxed } from '@/lib/core/allocator/rounding'
import { share } from '@/lib/core/allocator/sharing'
import { relax } from '@/lib/core/allocator/simplex'
import { Trial } from '@/lib/core/allocator/trial'
import type { SecurityWeights } from '@/lib/core/plan'

/** How close is close enough, and how long to look. */
export interface Effort {
  securities: SecurityWeights
  /** Millionths of the portfolio. */
  tolerance: number
  expired: () => boolean
}

export interface Solution {
  /** Objective and bound as the search saw them, in ppm of the portfolio; the checker has the last word. */
  seen: { objective: number; bound: number }
  /** Whole units by position, sales negative. */
  units: bigint[]
  /** By position and lot (in the problem's order), 10^-18 units of the security sold. */
  lotsSold: bigint[][]
  /** False: not even the cash floors could be kept; `units` is as near as was found. */
  feasible: boolean
  proof: ProofCase[]
  /** The multipliers of the case with the least bound: the prices of the constraints. */
  prices: Multipliers
}

const CENT = 0.01

const MOST_POLISHED = 24

const POLISHED = 10_000

/**
 * Finds a plan and a bound that shows how good it is: relaxation, every rounding of its few fractional positions, a polish of one or two
 * positions at a time, and for books that fall into small blocks an exhaustive search.
 */
export function solve(problem: Problem, effort: Effort): Solution {
  const regions = problem.netting ? NET_REGIONS.map((_, i) => i) : [null]
  const readings = regions.map((region) => read(problem, region))
  const first = readings.find((r) => r.feasible) ?? (readings[0] as Reading)
  const cent = CENT * first.model.scale
  const enough = Math.max(cent, effort.tolerance)
  const toTheCent = effort.tolerance <= FINE_PPM
  const floor = (): number => Math.min(...readings.map((r) => r.bound))
  let best = new Trial(first.model)
  for (const reading of readings) {
    if (!reading.feasible && reading !== first) continue
    best = better(best, rounded(reading, enough, effort))
  }
  if (!best.feasible) best = rescued(readings, best, effort)
  if (best.feasible && hasOnePurse(first.model)) {
    best = pursed(first, best, enough * AIM, effort)
    if (best.objective - first.bound > enough) {
      best = better(best, polished(first, best, enough, effort))
      // The checker adds up the classes by itself, and may see more than this search did.
      if (!first.claimed) Object.assign(first, { blocks: classesWithPositions(first.model), claimed: true })
    }
  }
  const gap = (): number => best.objective - floor()
  if (!problem.netting && best.feasible && (gap() > enough || (toTheCent && gap() > cent))) {
    best = searched(first, best, toTheCent ? [enough, cent / 2, 0] : [enough], effort)
  }
  const nothing = new Trial(best.model)
  if (
    nothing.feasible &&
    (nothing.objective <= best.objective + 1e-9 || nothing.objective - floor() <= effort.tolerance)
  ) {
    best = nothing
  }
  if (best.feasible && !toTheCent) share(best, effort.securities, Math.max(best.objective, floor() + CLAIMED * enough))
  if (best.feasible && gap() > cent && gap() <= enough) for (const reading of readings) sharpen(reading)
  const weakest = readings.reduce((a, b) => (b.bound < a.bound ? b : a))
  return {
    seen: { objective: best.objective, bound: floor() },
    units: Array.from(best.units, (u) => BigInt(u)),
    lotsSold: lotsSoldOf(best),
    feasible: best.feasible,
    proof: readings.map((reading) => proofOf(reading, toTheCent ? best.objective : best.objective - CLAIMED * enough)),
    prices: multipliersOf(weakest),
  }
}

/** From the cheapest to the dearest way of making whole units of a fractional plan, until one is close enough. */
function rounded({ model, fractional, bound }: Reading, enough: number, effort: Effort): Trial {
  let best = matchRests(model, fractional, { members: 10, singles: 100, depth: 2 })
  const done = (): boolean => best.feasible && (best.objective - bound <= enough || hasOnePurse(model))
  if (!done()) best = better(best, roundRelaxed(model, fractional))
  if (!done()) best = better(best, matchRests(model, fractional, { members: 10, singles: 100, depth: 4 }))
  return done() ? best : polished({ fractional, bound }, best, enough, effort)
}

/** One and two positions at a time. */
function polished(
  { fractional, bound }: Pick<Reading, 'fractional' | 'bound'>,
  trial: Trial,
  enough: number,
  effort: Effort,
): Trial {
  const budget: Budget = { left: POLISHED, expired: effort.expired }
  polish(trial, candidatesOf(trial, fractional, MOST_POLISHED), bound + enough / 2, budget)
  return trial
}

/** When rounding found no way to keep to the limits: nothing at all, or just the sales that the accounts cannot do without. */
function rescued(readings: readonly Reading[], known: Trial, effort: Effort): Trial {
  let best = known
  for (const { model, fractional, feasible, bound } of readings) {
    if (!feasible) continue
    for (const trial of [new Trial(model), leastSales(model)]) {
      best = better(best, trial)
      polish(trial, candidatesOf(trial, fractional, MOST_POLISHED), bound, { left: POLISHED, expired: effort.expired })
      best = better(best, trial)
    }
  }
  return best
}

function classesWithPositions({ problem }: Model): number[] {
  const touched = new Set(
    problem.positions.flatMap(({ split }) => split.flatMap((share, c) => (share === 0n ? [] : [c]))),
  )
  return [...touched].filter((c) => !(problem.cashCounts && c === MONEY_FUNDS)).sort()
}

function better(a: Trial, b: Trial): Trial {
  if (a.feasible !== b.feasible) return a.feasible ? a : b
  return b.objective < a.objective - 1e-9 ? b : a
}

/** Evening out moves the duals by a hair; the relaxation without it has the better bound. */
function sharpen(reading: Reading): void {
  if (reading.claimed) return
  const priced = priceModel(reading.model, relax({ ...reading.model, evened: reading.model.rowCosts }).duals)
  if (priced.total > reading.bound) Object.assign(reading, { priced, bound: priced.total })
}

function read(problem: Problem, region: number | null): Reading {
  const model = modelOf(problem, region)
  const { units, duals, feasible } = relax(model)
  const priced = priceModel(model, duals)
  return { region, model, fractional: units, feasible, priced, bound: priced.total, blocks: [], claimed: false }
}

/** Aim a little closer than is asked, so that the checker, which rounds everything against us, still finds it close enough. */
const AIM = 0.6

const CLAIMED = 0.95

const ROUNDS = [2_000, 4_000, 10_000, 40_000, 150_000]

/** Finer and finer steps of cash, and more combinations, as the slack between plan and bound shrinks. */
function pursed(reading: Reading, known: Trial, enough: number, effort: Effort): Trial {
  let best = known
  const floors: Floors = new Float64Array(6).fill(Number.NEGATIVE_INFINITY)
  for (const combinations of ROUNDS) {
    const slack = best.objective - reading.bound
    if (slack <= enough || effort.expired()) break
    const step = Math.max(enough / 8, slack / 100)
    const search = (longer: number) =>
      searchPurse(reading.model, reading.priced, best, step * longer, floors, { combinations, expired: effort.expired })
    const result = search(1) ?? search(4) ?? search(16)
    if (!result) break
    if (result.found) best = better(best, result.found)
    if (result.bound > reading.bound)
      Object.assign(reading, { bound: result.bound, blocks: result.kept, claimed: true })
  }
  return best
}

/** Whoever asks for so little wants the best there is: then the search goes on to the cent. */
const FINE_PPM = 2

const SEARCHED = { states: 300_000, nodes: 500_000 }

/** From one step of what is still worth looking for to the next, as far as the effort goes. */
function searched(reading: Reading, known: Trial, steps: readonly number[], effort: Effort): Trial {
  let best = known
  for (const step of steps) {
    if (best.objective - reading.bound <= step) continue
    const limits = { ...SEARCHED, expired: effort.expired }
    const result = searchBlocks(reading.model, reading.priced, best.objective, step, limits)
    if (!result) break
    if (result.found) best = better(best, result.found)
    if (result.proven > reading.bound) {
      Object.assign(reading, { bound: result.proven, blocks: result.classes, claimed: true })
    }
    if (result.proven === Number.NEGATIVE_INFINITY) break
  }
  return best
}
