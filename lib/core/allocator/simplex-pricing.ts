import type { Model } from '@/lib/core/allocator/model'
import type { RatioHeap } from '@/lib/core/allocator/ratio-heap'
import type { Columns } from '@/lib/core/allocator/simplex-columns'

const PIVOT = 1e-9

/** One dual step as its columns see it. */
export interface Pricing {
  model: Model
  columns: Columns
  duals: Float64Array
  /** Row of the inverse of the variable that leaves. */
  rho: Float64Array
  /** Columns in the basis; −1 − r for the total of row r. */
  basic: ReadonlySet<number>
  /** −1 when the leaving variable is below its bound, else 1. */
  sign: -1 | 1
  heap: RatioHeap
}

/** Puts every column that could move the leaving variable towards its bound on the heap, by ratio. */
export function priceColumns(pricing: Pricing): void {
  pricing.heap.clear()
  priceTrades(pricing)
  pricePieces(pricing)
  priceTotals(pricing)
}

function priceTrades({ model, columns, duals, rho, basic, sign, heap }: Pricing): void {
  const m = model.rows
  const { sellRow, buyRow } = model
  for (let i = 0; i < model.positions; i++) {
    const from = columns.from[i] ?? 0
    const to = columns.from[i + 1] ?? 0
    if (from === to) continue
    let [sellAlpha, sellDual, buyAlpha, buyDual] = [0, 0, 0, 0]
    for (let r = 0, k = i * m; r < m; r++, k++) {
      const [s, b] = [sellRow[k] ?? 0, buyRow[k] ?? 0]
      const [p, y] = [rho[r] ?? 0, duals[r] ?? 0]
      sellAlpha += s * p
      sellDual += s * y
      buyAlpha += b * p
      buyDual += b * y
    }
    for (let j = from; j < to; j++) {
      const buys = columns.buys[j] === 1
      let alpha = buys ? buyAlpha : sellAlpha
      let dual = buys ? buyDual : sellDual
      const lot = columns.lot[j] ?? -1
      if (model.netting && !buys && lot >= 0) {
        const [s, l] = [model.lotShort[lot] ?? 0, model.lotLong[lot] ?? 0]
        alpha += s * (rho[m - 2] ?? 0) + l * (rho[m - 1] ?? 0)
        dual += s * (duals[m - 2] ?? 0) + l * (duals[m - 1] ?? 0)
      }
      const towards = columns.atUpper[j] === 1 ? -alpha : alpha
      if (towards * sign <= PIVOT || basic.has(j)) continue
      heap.push(j, Math.abs((columns.cost[j] ?? 0) - dual) / Math.abs(alpha), Math.abs(alpha))
    }
  }
}

/** The outer pieces of the rows' costs. */
function pricePieces({ model, columns, duals, rho, basic, sign, heap }: Pricing): void {
  for (let j = columns.from[model.positions] ?? 0; j < columns.count; j++) {
    const alpha = (columns.pieceSign[j] ?? 0) * (rho[columns.pieceRow[j] ?? 0] ?? 0)
    const towards = columns.atUpper[j] === 1 ? -alpha : alpha
    if (towards * sign <= PIVOT || basic.has(j)) continue
    const dual = (columns.pieceSign[j] ?? 0) * (duals[columns.pieceRow[j] ?? 0] ?? 0)
    heap.push(j, Math.abs((columns.cost[j] ?? 0) - dual) / Math.abs(alpha), Math.abs(alpha))
  }
}

function priceTotals({ model, columns, duals, rho, basic, sign, heap }: Pricing): void {
  for (let r = 0; r < model.rows; r++) {
    if (basic.has(-1 - r)) continue
    const alpha = -(rho[r] ?? 0)
    const row = model.evened[r]
    if (!row || row.low === row.high) continue
    const towards = columns.totalSide[r] === 1 ? -alpha : alpha
    if (towards * sign <= PIVOT) continue
    heap.push(-1 - r, Math.abs(duals[r] ?? 0) / Math.abs(alpha), Math.abs(alpha))
  }
}
