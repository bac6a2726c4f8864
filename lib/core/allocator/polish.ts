import type { Model } from '@/lib/core/allocator/model'
import { allows, type Trial } from '@/lib/core/allocator/trial'

const GAIN = 1e-7
const STEPS = [1, -1, 2, -2, 3, -3, 5, -5]

/** What a polish may use up: tried changes, so that the same input always gives the same plan. */
export interface Budget {
  left: number
  /** True when time is up. */
  expired: () => boolean
}

/**
 * Descends by changing one position, or two at a time where the second answers the first: it takes up the cash, or brings its class to
 * its edge. Works on the candidates alone and stops at `enough`.
 */
export function polish(trial: Trial, candidates: readonly number[], enough: number, budget: Budget): void {
  let best = trial.objective
  for (let improved = true; improved && best > enough && budget.left > 0 && !budget.expired(); ) {
    improved = false
    for (const i of candidates) {
      const now = bestChange(trial, i, candidates, best, budget)
      if (now < best - GAIN) {
        best = now
        improved = true
      }
      if (best <= enough || budget.left <= 0) break
    }
  }
  trial.refresh()
}

/** Applies the best change that starts with position i, if one helps; returns the objective after it. */
function bestChange(trial: Trial, i: number, candidates: readonly number[], start: number, budget: Budget): number {
  const { model } = trial
  const from = trial.units[i] ?? 0
  let best = start - GAIN
  let found: { first: number; j: number; second: number } | null = null
  const consider = (first: number, j: number, second: number): void => {
    budget.left -= 1
    const objective = trial.objective
    if (objective < best) {
      best = objective
      found = { first, j, second }
    }
  }
  for (const first of firstMoves(trial, i)) {
    if (!allows(model, i, first)) continue
    trial.set(i, first)
    consider(first, -1, 0)
    for (const j of candidates) {
      if (j === i || !related(model, i, j)) continue
      const own = trial.units[j] ?? 0
      for (const second of answers(trial, j)) {
        if (second === own || !allows(model, j, second)) continue
        trial.set(j, second)
        consider(first, j, second)
      }
      trial.set(j, own)
    }
  }
  const chosen = found as { first: number; j: number; second: number } | null
  trial.set(i, chosen ? chosen.first : from)
  if (!chosen) return start
  if (chosen.j >= 0) trial.set(chosen.j, chosen.second)
  return best
}

/** Positions that share a class or an account can answer each other. */
function related(model: Model, i: number, j: number): boolean {
  if (model.account[i] === model.account[j]) return true
  const m = model.rows
  for (let c = 0; c < 6; c++) if ((model.buyRow[i * m + c] ?? 0) > 0 && (model.buyRow[j * m + c] ?? 0) > 0) return true
  return false
}

function firstMoves(trial: Trial, i: number): Set<number> {
  const from = trial.units[i] ?? 0
  const least = trial.model.minUnits[i] ?? 1
  const moves = new Set([0, least, -least, ...answers(trial, i)])
  for (const step of STEPS) moves.add(from + step)
  moves.delete(from)
  return moves
}

/** Where a position would go to bring one of its rows to the edge of what costs nothing: whole units on either side. */
function answers(trial: Trial, j: number): number[] {
  const { model } = trial
  const m = model.rows
  const unit = model.unit[j] ?? 1
  const now = trial.units[j] ?? 0
  const found: number[] = [0]
  const cash = 6 + (model.account[j] ?? 0)
  const add = (change: number): void => {
    const exact = now + change / unit
    found.push(Math.floor(exact + 1e-9), Math.ceil(exact - 1e-9))
  }
  const spendable = trial.roomDown(cash)
  add(spendable / -(model.buyRow[j * m + cash] ?? -1))
  for (let c = 0; c < 6; c++) {
    const share = model.buyRow[j * m + c] ?? 0
    const off = trial.offOf(c)
    if (share !== 0 && off !== 0) add(-off / share)
  }
  return found
}

/** Positions worth polishing: those that the plan trades or left fractional, and in each account and class those of the smallest unit. */
export function candidatesOf(trial: Trial, fractional: Float64Array, most: number): number[] {
  const { model } = trial
  const m = model.rows
  const chosen = new Set<number>()
  for (let i = 0; i < model.positions; i++) {
    const x = fractional[i] ?? 0
    if (x !== Math.round(x)) chosen.add(i)
  }
  const finest = new Map<number, number[]>()
  for (let i = 0; i < model.positions; i++) {
    if ((model.buyMax[i] ?? 0) === 0 && (model.sellMax[i] ?? 0) === 0) continue
    let main = 0
    for (let c = 1; c < 6; c++) if ((model.buyRow[i * m + c] ?? 0) > (model.buyRow[i * m + main] ?? 0)) main = c
    const key = (model.account[i] ?? 0) * 6 + main
    const list = finest.get(key) ?? []
    list.push(i)
    finest.set(key, list)
  }
  for (const list of finest.values()) list.sort((a, b) => (model.unit[a] ?? 0) - (model.unit[b] ?? 0) || a - b)
  for (let rank = 0; chosen.size < most && rank < model.positions; rank++) {
    let any = false
    for (const list of finest.values()) {
      const i = list[rank]
      if (i === undefined) continue
      any = true
      if (chosen.size < most) chosen.add(i)
    }
    if (!any) break
  }
  for (let i = 0; i < model.positions && chosen.size < most; i++) if (trial.units[i] !== 0) chosen.add(i)
  return [...chosen].sort((a, b) => a - b)
}
