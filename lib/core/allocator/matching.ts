import type { Model } from '@/lib/core/allocator/model'
import { allows, neighbours, ownCost, Trial } from '@/lib/core/allocator/trial'

/**
 * Replaces what rounding leaves over by small changes of other positions in the same account with the same split: then neither the class
 * nor the cash notices. A cell with some securities has so many combinations of a few units that one of them fits the rest to a fraction
 * of the smallest unit (the 4-sum problem: R. Schroeppel, A. Shamir, SIAM J. Computing 10, 1981).
 */
export interface Matching {
  /** Positions that may take part in a cell, and single changes kept when two pairs of them are combined. */
  members: number
  singles: number
  /** 2: one or two positions change; 4: up to four. */
  depth: 2 | 4
}

/** One position's change, or two positions' together. */
interface Change {
  money: number
  cost: number
  parts: readonly (readonly [position: number, units: number])[]
}

/** Every changed position leaves what it cannot round to its cell; fullest cells first. The plan may end worse than other roundings: compare. */
export function matchRests(model: Model, fractional: Float64Array, matching: Matching): Trial {
  const trial = new Trial(model)
  const rests: { i: number; money: number }[] = []
  for (let i = 0; i < model.positions; i++) {
    const x = fractional[i] ?? 0
    if (x === 0) continue
    const [down] = neighbours(model, i, x)
    trial.set(i, down)
    if (Math.abs(x - down) > 1e-6) rests.push({ i, money: (x - down) * (model.unit[i] ?? 0) })
  }
  const cells = cellsOf(model)
  const price = 2 * Math.max(...model.rowCosts.map((row) => row.up.at(-1)?.slope ?? 0))
  for (const { i, money } of rests) {
    const members = membersOf(trial, cells.get(cellKey(model, i)) ?? [i], i, matching.members)
    const best = bestChange(trial, members, money, price, matching)
    for (const [position, units] of best?.parts ?? []) trial.set(position, units)
  }
  trial.refresh()
  return trial
}

function cellKey(model: Model, i: number): string {
  const m = model.rows
  let key = `${model.account[i]}`
  for (let c = 0; c < 6; c++) key += `,${model.sellRow[i * m + c]}`
  return key
}

function cellsOf(model: Model): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (let i = 0; i < model.positions; i++) {
    if ((model.buyMax[i] ?? 0) === 0 && (model.sellMax[i] ?? 0) === 0) continue
    const key = cellKey(model, i)
    const list = cells.get(key)
    if (list) list.push(i)
    else cells.set(key, [i])
  }
  return cells
}

/** The position itself, those that trade anyway (their changes cost least), then the finest units. */
function membersOf(trial: Trial, cell: readonly number[], first: number, most: number): number[] {
  const { model } = trial
  const rank = (i: number): number => (i === first ? 0 : trial.units[i] !== 0 ? 1 : 2)
  return [...cell]
    .sort((a, b) => rank(a) - rank(b) || (model.unit[a] ?? 0) - (model.unit[b] ?? 0) || a - b)
    .slice(0, most)
}

function singlesOf(trial: Trial, members: readonly number[], count: number): Change[] {
  const { model } = trial
  const reach = Math.max(2, Math.floor(count / 2 / members.length))
  const singles: Change[] = [{ money: 0, cost: 0, parts: [] }]
  for (const i of members) {
    const now = trial.units[i] ?? 0
    const base = ownCost(model, i, now)
    for (let k = -reach; k <= reach; k++) {
      if (k === 0 || !allows(model, i, now + k)) continue
      const cost = ownCost(model, i, now + k) - base
      singles.push({ money: k * (model.unit[i] ?? 0), cost, parts: [[i, now + k]] })
    }
  }
  return singles
}

/** The change whose money comes nearest to the target without passing it, where each unit of money missed costs `price`. */
function bestChange(trial: Trial, members: number[], target: number, price: number, matching: Matching): Change | null {
  const singles = singlesOf(trial, members, matching.singles).sort((a, b) => a.money - b.money)
  const two = bestSum(singles, target, price)
  if (matching.depth === 2) return two.best
  const cheap = [...singles].sort((a, b) => a.cost - b.cost).slice(0, matching.singles / 2)
  const pairs: Change[] = []
  for (const [x, a] of cheap.entries()) {
    for (let y = x; y < cheap.length; y++) {
      const b = cheap[y] as Change
      if (x === y ? a.parts.length > 0 : shares(a, b)) continue
      pairs.push(x === y ? a : joined(a, b))
    }
  }
  pairs.sort((a, b) => a.money - b.money)
  const four = bestSum(pairs, target, price)
  return four.score < two.score ? four.best : two.best
}

const LOOK = 6

/** Two of the changes (sorted by money) that together score best. */
function bestSum(changes: Change[], target: number, price: number): { best: Change | null; score: number } {
  let score = target < 0 ? Number.POSITIVE_INFINITY : target * price
  let best: Change | null = null
  let at = changes.length - 1
  for (const a of changes) {
    while (at >= 0 && a.money + (changes[at] as Change).money > target + 1e-9) at -= 1
    for (let look = at, tries = 0; look >= 0 && tries < LOOK; look--, tries++) {
      const b = changes[look] as Change
      const missed = target - a.money - b.money
      if (missed * price >= score + Math.max(0, -a.cost - b.cost)) break
      const now = missed * price + a.cost + b.cost
      if (now >= score || shares(a, b)) continue
      score = now
      best = joined(a, b)
    }
  }
  return { best, score }
}

const joined = (a: Change, b: Change): Change => ({
  money: a.money + b.money,
  cost: a.cost + b.cost,
  parts: [...a.parts, ...b.parts],
})

function shares(a: Change, b: Change): boolean {
  for (const [i] of a.parts) for (const [j] of b.parts) if (i === j) return true
  return false
}
