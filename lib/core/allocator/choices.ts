import { pricedCost } from '@/lib/core/allocator/bound'
import type { Model } from '@/lib/core/allocator/model'

export interface Choice {
  units: number
  priced: number
}

/** The trades of one position that could be part of a plan below the limit: their priced cost exceeds its least by less than the slack. */
export interface Choices {
  list: Choice[]
  /** Every trade that exceeds the least by less than this is there; all that matter, or the cheapest when there are too many. */
  upTo: number
}

export function choicesOf(
  model: Model,
  duals: Float64Array,
  i: number,
  least: number,
  slack: number,
  mostChoices: number,
  mostBought = Number.POSITIVE_INFINITY,
  near = 0,
): Choices {
  const list: Choice[] = []
  let upTo = slack
  const consider = (units: number): boolean => {
    const cost = pricedCost(model, duals, i, units, -1)
    if (cost - least >= slack) return false
    list.push({ units, priced: cost })
    return true
  }
  const scan = (sign: number, from: number, to: number, by: number, bottom: number): void => {
    for (let k = from, count = 0; by < 0 ? k >= to : k <= to; k += by, count++) {
      if (count >= mostChoices) {
        const falls = by < 0 ? bottom < k : bottom > k
        upTo = falls ? 0 : Math.min(upTo, pricedCost(model, duals, i, sign * k, -1) - least)
        return
      }
      if (!consider(sign * k)) return
    }
  }
  consider(0)
  const fewest = model.minUnits[i] ?? 1
  for (const sign of [-1, 1]) {
    const most = sign < 0 ? (model.sellMax[i] ?? 0) : Math.min(model.buyMax[i] ?? 0, mostBought)
    if (most < fewest) continue
    const bottom = bottomOf(model, duals, i, sign, fewest, most)
    const known = Math.min(most, Math.max(fewest, sign * near))
    const inPlay = sign * near > 0 && pricedCost(model, duals, i, sign * known, -1) - least < slack
    const middle = inPlay ? known : bottom
    if (!consider(sign * middle)) continue
    scan(sign, middle - 1, fewest, -1, bottom)
    scan(sign, middle + 1, most, 1, bottom)
  }
  return { list, upTo }
}

const MOST_HALVED = 128

/** Whole units at which a branch costs least; it is convex, so a search by halves finds it. */
function bottomOf(model: Model, duals: Float64Array, i: number, sign: number, fewest: number, most: number): number {
  let [low, high] = [fewest, most]
  // Beyond 2^53 a next whole number need not be another one, and halving might never end.
  for (let halved = 0; low < high && halved < MOST_HALVED; halved++) {
    const mid = Math.floor((low + high) / 2)
    const rises = pricedCost(model, duals, i, sign * (mid + 1), -1) >= pricedCost(model, duals, i, sign * mid, -1)
    if (rises) high = mid
    else low = mid + 1
  }
  return low
}
