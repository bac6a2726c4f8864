import type { Model } from '@/lib/core/allocator/model'
import { allows, type Trial } from '@/lib/core/allocator/trial'
import type { SecurityWeights } from '@/lib/core/plan'

/** A trade that sharing adds is worth at least so many ppm of the portfolio: the list stays short. */
const WORTH_A_TRADE = 1000
const MOST_SHIFTS = 400

/**
 * Shares what an account buys or sells of a class among its securities of the same split, towards their proportions before the plan
 * (`keep`), equal parts, or the weights given. The class comes first: a shift is made only while the plan stays below the limit.
 */
export function share(trial: Trial, wish: SecurityWeights, limit: number): void {
  if (wish === 'fewest') return
  for (const cell of cellsOf(trial.model)) if (cell.length > 1) shareCell(trial, cell, wish, limit)
  trial.refresh()
}

function cellsOf(model: Model): number[][] {
  const cells = new Map<string, number[]>()
  for (let i = 0; i < model.positions; i++) {
    const position = model.problem.positions[i]
    const key = `${position?.account} ${position?.split.join()}`
    const cell = cells.get(key) ?? []
    cell.push(i)
    cells.set(key, cell)
  }
  return [...cells.values()]
}

function shareCell(trial: Trial, cell: readonly number[], wish: SecurityWeights, limit: number): void {
  if (cell.every((i) => trial.units[i] === 0)) return
  const { model } = trial
  const held = cell.map((i) => heldOf(model, i))
  const weights = weightsOf(model, cell, held, wish)
  const off = (): number[] => {
    const values = cell.map((i, p) => (held[p] ?? 0) + (trial.units[i] ?? 0) * (model.unit[i] ?? 0))
    const total = values.reduce((a, b) => a + b, 0)
    return values.map((value, p) => value - total * (weights[p] ?? 0))
  }
  for (let shifts = 0; shifts < MOST_SHIFTS; shifts++) if (!shiftOnce(trial, cell, off(), limit)) return
}

/** Money held of a position before the plan. */
function heldOf(model: Model, i: number): number {
  const holding = model.problem.positions[i]?.holding
  return holding ? (Number(holding.quantity) / Number(holding.unit)) * (model.unit[i] ?? 0) : 0
}

function weightsOf(model: Model, cell: readonly number[], held: readonly number[], wish: SecurityWeights): number[] {
  const given = (i: number): number => {
    const symbol = model.problem.positions[i]?.holding.symbol ?? ''
    return typeof wish === 'object' ? (wish[symbol] ?? 0) : 1
  }
  const parts = wish === 'keep' ? held : cell.map(given)
  const total = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => (total > 0 ? part / total : 1 / parts.length))
}

/** Moves as much as brings the pair furthest from its shares nearer to them, in whole units; false when no pair can be moved. */
function shiftOnce(trial: Trial, cell: readonly number[], off: readonly number[], limit: number): boolean {
  const { model } = trial
  const order = cell.map((_, p) => p).sort((a, b) => (off[b] ?? 0) - (off[a] ?? 0))
  for (const over of order) {
    for (const under of [...order].reverse()) {
      const money = Math.min(off[over] ?? 0, -(off[under] ?? 0))
      const [i, j] = [cell[over] ?? 0, cell[under] ?? 0]
      if (money < Math.max(model.unit[i] ?? 0, model.unit[j] ?? 0)) break
      if (shift(trial, i, j, money, limit)) return true
    }
  }
  return false
}

/** Tries whole units of i, from the most on down, against the nearest whole units of j. */
function shift(trial: Trial, i: number, j: number, money: number, limit: number): boolean {
  const { model } = trial
  const [fromI, fromJ] = [trial.units[i] ?? 0, trial.units[j] ?? 0]
  const most = Math.floor(money / (model.unit[i] ?? 1))
  for (let less = 0; less < TRIES && most - less > 0; less++) {
    const [x, y] = [
      fromI - (most - less),
      fromJ + Math.floor(((most - less) * (model.unit[i] ?? 0)) / (model.unit[j] ?? 1) + 1e-9),
    ]
    if (!isTrade(model, i, x) || !isTrade(model, j, y)) continue
    trial.set(i, x)
    trial.set(j, y)
    if (trial.feasible && trial.objective <= limit) return true
    trial.set(i, fromI)
    trial.set(j, fromJ)
  }
  return false
}

const TRIES = 24

const isTrade = (model: Model, i: number, units: number): boolean =>
  allows(model, i, units) && (units === 0 || Math.abs(units) * (model.unit[i] ?? 0) >= WORTH_A_TRADE)
