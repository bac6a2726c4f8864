import type { PricedModel } from '@/lib/core/allocator/bound'
import { choicesOf } from '@/lib/core/allocator/choices'
import type { Model } from '@/lib/core/allocator/model'
import { type ClassPositions, cashTaken, LOOSE } from '@/lib/core/allocator/purse-classes'
import { allows, ownCost, type Trial } from '@/lib/core/allocator/trial'

export interface PurseEffort {
  /** Combinations tried in each class. */
  combinations: number
  expired: () => boolean
}

type Visit = (units: readonly number[], cash: number, cost: number, total: number) => void

/**
 * Tries the combinations of a class that leave it inside the window, those first whose positions, but for the finest, cost least above their
 * priced minima. Returns the excess up to which all were tried: `slack` when that is all that matter.
 */
export function tryCheapest(
  model: Model,
  priced: PricedModel,
  known: Trial,
  { assetClass, positions }: ClassPositions,
  window: { low: number; high: number },
  slack: number,
  step: number,
  { combinations, expired }: PurseEffort,
  visit: Visit,
): number {
  // The finest unit comes last: the window leaves it only some choices.
  const order = positions.map((_, p) => p).sort((a, b) => unitAt(model, positions, b) - unitAt(model, positions, a))
  const last = order.pop()
  const start = model.start[assetClass] ?? 0
  const lastAt = last === undefined ? -1 : (positions[last] ?? 0)
  const ends = endsOf(model, positions, order, lastAt, { low: window.low - start, high: window.high - start })
  const { lists, upTo } = choiceLists(model, priced, positions, order, slack, ends.bought, known)
  let excess = upTo
  let complete = countWithin(lists, ends, excess, combinations) <= combinations
  for (let cuts = 0; !complete && cuts < MOST_CUTS; cuts++) {
    excess /= 4
    complete = countWithin(lists, ends, excess, combinations) <= combinations
  }
  // Of a unit far finer than a step, a few in each step are enough to find plans; then nothing is proven by them.
  const stride = lastAt < 0 ? 1 : Math.max(1, Math.floor(step / 4 / (model.unit[lastAt] ?? 1)))
  if (stride > 1) complete = false
  let left = PATIENCE * combinations
  let visits = 0
  const units = positions.map(() => 0)
  const finish = (total: number, cash: number, cost: number): void => {
    if (last === undefined) {
      visit(units, cash, cost, total)
      return
    }
    const i = positions[last] ?? 0
    const unit = model.unit[i] ?? 1
    const low = Math.max(-(model.sellMax[i] ?? 0), Math.ceil((window.low - total) / unit - 1e-9))
    const high = Math.min(model.buyMax[i] ?? 0, Math.floor((window.high - total) / unit + 1e-9))
    left -= (high - low) / stride
    for (let k = low; k <= high; k += stride) {
      if (!allows(model, i, k)) continue
      units[last] = k
      visit(units, cash + cashTaken(model, i, k), cost + ownCost(model, i, k), total + k * unit)
    }
  }
  const all = lists
  const go = (at: number, rest: number, total: number, cash: number, cost: number): void => {
    const list = all[at]
    if (!list) {
      finish(total, cash, cost)
      return
    }
    for (const choice of list) {
      if (choice.excess >= rest || left <= 0) break
      left -= 1
      visits += 1
      if ((visits & 255) === 0 && expired()) left = 0
      const gained = total - start + choice.money
      if (gained < (ends.least[at + 1] ?? 0) || gained > (ends.most[at + 1] ?? 0)) continue
      units[order[at] ?? 0] = choice.units
      go(at + 1, rest - choice.excess, total + choice.money, cash + choice.cash, cost + choice.own)
    }
  }
  if (complete && excess > 0) {
    go(0, excess, start, 0, 0)
    if (left <= 0) complete = false
  }
  left = combinations
  if (!complete || excess < slack) go(0, slack, start, 0, 0)
  return complete ? excess : 0
}

const unitAt = (model: Model, positions: readonly number[], p: number): number => model.unit[positions[p] ?? 0] ?? 0

/** By depth: between what the class must have gained by then, so that the positions still to come can bring it into the window. */
interface Ends {
  least: Float64Array
  most: Float64Array
  /** The most that any one position can be worth buying: all others sold. */
  bought: number
}

function endsOf(
  model: Model,
  positions: readonly number[],
  order: readonly number[],
  last: number,
  window: { low: number; high: number },
): Ends {
  const sellable = (i: number): number => (i < 0 ? 0 : (model.sellMax[i] ?? 0) * (model.unit[i] ?? 0))
  const buyable = (i: number): number => (i < 0 ? 0 : (model.buyMax[i] ?? 0) * (model.unit[i] ?? 0))
  const depth = order.length
  const [least, most] = [new Float64Array(depth + 1), new Float64Array(depth + 1)]
  least[depth] = window.low - buyable(last)
  most[depth] = window.high + sellable(last)
  for (let at = depth - 1; at >= 0; at--) {
    const i = positions[order[at] ?? 0] ?? 0
    least[at] = (least[at + 1] ?? 0) - buyable(i)
    most[at] = (most[at + 1] ?? 0) + sellable(i)
  }
  return { least, most, bought: most[0] ?? 0 }
}

/** The last position may take so many visits for each combination of the others. */
const PATIENCE = 40

const MOST_CUTS = 5

const MOST_CHOICES = 400

interface PricedChoice {
  units: number
  money: number
  cash: number
  own: number
  /** Priced cost above the position's least. */
  excess: number
}

function choiceLists(
  model: Model,
  priced: PricedModel,
  positions: readonly number[],
  order: readonly number[],
  slack: number,
  bought: number,
  near: Trial,
): { lists: PricedChoice[][]; upTo: number } {
  const lists: PricedChoice[][] = []
  let upTo = slack
  for (const p of order) {
    const i = positions[p] ?? 0
    const unit = model.unit[i] ?? 1
    const least = priced.positionMin[i] ?? 0
    const nearest = near.units[i] ?? 0
    const choices = choicesOf(
      model,
      priced.duals,
      i,
      least,
      slack,
      MOST_CHOICES,
      Math.floor(bought / unit),
      near.units[i] ?? 0,
    )
    upTo = Math.min(upTo, choices.upTo)
    const list = choices.list.map(({ units, priced: cost }) => ({
      units,
      money: units * unit,
      cash: cashTaken(model, i, units),
      own: ownCost(model, i, units),
      // What floating point makes of nothing must not decide which choice comes first.
      excess: cost - least < LOOSE ? 0 : cost - least,
    }))
    lists.push(list.sort((a, b) => a.excess - b.excess || Math.abs(a.units - nearest) - Math.abs(b.units - nearest)))
  }
  return { lists, upTo }
}

/** How many steps it takes to go through the combinations within an excess; stops counting above the most. */
function countWithin(lists: PricedChoice[][], ends: Ends, excess: number, most: number): number {
  let count = 0
  const go = (at: number, left: number, gained: number): void => {
    const list = lists[at]
    if (!list) return
    for (const choice of list) {
      if (choice.excess >= left || count > most) break
      count += 1
      const now = gained + choice.money
      if (now >= (ends.least[at + 1] ?? 0) && now <= (ends.most[at + 1] ?? 0)) go(at + 1, left - choice.excess, now)
    }
  }
  go(0, excess, 0)
  return count
}
