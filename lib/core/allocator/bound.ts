import type { Model } from '@/lib/core/allocator/model'
import { ownCost } from '@/lib/core/allocator/trial'

/**
 * The Lagrangian bound at given row prices (duals): the sum of what each position, and each row, costs at least by itself. In floating
 * point, to steer the search; the checker computes it again exactly.
 */
export interface PricedModel {
  duals: Float64Array
  /** Least priced cost of each position (never above 0, which is to leave it alone), and of each row. */
  positionMin: Float64Array
  rowMin: Float64Array
  total: number
}

/** What so many units of a position cost at row prices: by themselves and by what they add to the rows. */
export function pricedCost(model: Model, duals: Float64Array, i: number, units: number, without: number): number {
  if (units === 0) return 0
  const m = model.rows
  const money = Math.abs(units) * (model.unit[i] ?? 0)
  const rows = units > 0 ? model.buyRow : model.sellRow
  let cost = ownCost(model, i, units)
  for (let r = 0, k = i * m; r < m; r++, k++) if (r !== without) cost -= (duals[r] ?? 0) * (rows[k] ?? 0) * money
  if (model.fee > 0) {
    cost += (duals[6 + (model.account[i] ?? 0)] ?? 0) * model.fee
    if (model.problem.cashCounts && without !== 4) cost += (duals[4] ?? 0) * model.fee
  }
  return cost
}

export function priceModel(model: Model, duals: Float64Array): PricedModel {
  const positionMin = new Float64Array(model.positions)
  let total = 0
  for (let i = 0; i < model.positions; i++) {
    const least = Math.min(0, leastSale(model, duals, i), leastPurchase(model, duals, i))
    positionMin[i] = least
    total += least
  }
  const rowMin = new Float64Array(model.rows)
  for (let r = 0; r < model.rows; r++) {
    rowMin[r] = leastRow(model, duals, r)
    total += rowMin[r] ?? 0
  }
  return { duals, positionMin, rowMin, total }
}

function slopes(model: Model, duals: Float64Array, i: number, rows: Float64Array): number {
  const m = model.rows
  let sum = 0
  for (let r = 0, k = i * m; r < m; r++, k++) sum -= (duals[r] ?? 0) * (rows[k] ?? 0)
  return sum
}

function feeAt(model: Model, duals: Float64Array, i: number): number {
  if (model.fee === 0) return 0
  const priced = (duals[6 + (model.account[i] ?? 0)] ?? 0) + (model.problem.cashCounts ? (duals[4] ?? 0) : 0)
  return model.fee * (1 + priced)
}

function leastPurchase(model: Model, duals: Float64Array, i: number): number {
  const most = model.buyMax[i] ?? 0
  if (most <= 0) return 0
  const slope = (model.buyCost[i] ?? 0) + slopes(model, duals, i, model.buyRow)
  const units = slope < 0 ? most : (model.minUnits[i] ?? 1)
  return feeAt(model, duals, i) + slope * units * (model.unit[i] ?? 0)
}

function leastSale(model: Model, duals: Float64Array, i: number): number {
  const most = (model.sellMax[i] ?? 0) * (model.unit[i] ?? 0)
  if (most <= 0) return 0
  const least = (model.minUnits[i] ?? 1) * (model.unit[i] ?? 0)
  const base = (model.sellCost[i] ?? 0) + slopes(model, duals, i, model.sellRow)
  const [first, last] = [model.lotStart[i] ?? 0, model.lotStart[i + 1] ?? 0]
  let cost = feeAt(model, duals, i)
  if (first === last) return cost + base * (base < 0 ? most : least)
  let sold = 0
  for (let l = first; l < last; l++) {
    let slope = base + (model.lotTax[l] ?? 0)
    if (model.netting) {
      const m = model.rows
      slope -= (duals[m - 2] ?? 0) * (model.lotShort[l] ?? 0) + (duals[m - 1] ?? 0) * (model.lotLong[l] ?? 0)
    }
    const length = model.lotMoney[l] ?? 0
    const used = slope < 0 ? length : Math.min(length, Math.max(0, least - sold))
    if (used <= 0 && slope >= 0 && sold >= least) break
    cost += slope * used
    sold += used
  }
  return cost
}

/** Least of what a row costs minus its price times its change, over the totals it allows. */
export function leastRow(model: Model, duals: Float64Array, r: number): number {
  const row = model.rowCosts[r]
  const price = duals[r] ?? 0
  if (!row) return 0
  const start = model.start[r] ?? 0
  if (price === 0 && row.low <= start && row.high >= start) return 0
  // A dual prices what is added to the row: cost − dual × change is least where the slope of the cost passes the dual.
  const at = (total: number): number => price * (total - start)
  let best = Number.POSITIVE_INFINITY
  let [total, cost] = [row.high, 0]
  if (Number.isFinite(row.high)) best = Math.min(best, at(row.high))
  if (Number.isFinite(row.low)) best = Math.min(best, at(row.low))
  for (const piece of row.up) {
    if (!Number.isFinite(piece.length)) break
    total += piece.length
    cost += piece.length * piece.slope
    best = Math.min(best, cost + at(total))
  }
  ;[total, cost] = [row.low, 0]
  for (const piece of row.down) {
    if (!Number.isFinite(piece.length)) break
    total -= piece.length
    cost += piece.length * piece.slope
    best = Math.min(best, cost + at(total))
  }
  return Number.isFinite(best) ? best : 0
}
