import type { Model } from '@/lib/core/allocator/model'

/** The columns: pieces of sales and purchases by position, then the outer pieces of the rows' costs. */
export class Columns {
  count = 0
  readonly from: Int32Array
  readonly cost: Float64Array
  readonly length: Float64Array
  readonly buys: Uint8Array
  readonly position: Int32Array
  readonly lot: Int32Array
  readonly atUpper: Uint8Array
  readonly pieceRow: Int32Array
  readonly pieceSign: Int8Array
  readonly totalSide: Uint8Array

  constructor(
    private readonly model: Model,
    most: number,
  ) {
    this.from = new Int32Array(model.positions + 1)
    this.cost = new Float64Array(most)
    this.length = new Float64Array(most)
    this.buys = new Uint8Array(most)
    this.position = new Int32Array(most)
    this.lot = new Int32Array(most).fill(-1)
    this.atUpper = new Uint8Array(most)
    this.pieceRow = new Int32Array(most)
    this.pieceSign = new Int8Array(most)
    this.totalSide = new Uint8Array(model.rows)
  }

  /** `into` += column j × times. */
  addTo(into: Float64Array, j: number, times: number): void {
    const { model } = this
    const m = model.rows
    if (this.pieceSign[j] !== 0) {
      const r = this.pieceRow[j] ?? 0
      into[r] = (into[r] ?? 0) + (this.pieceSign[j] ?? 0) * times
      return
    }
    const i = this.position[j] ?? 0
    const rows = this.buys[j] === 1 ? model.buyRow : model.sellRow
    for (let r = 0, k = i * m; r < m; r++, k++) into[r] = (into[r] ?? 0) + (rows[k] ?? 0) * times
    const lot = this.lot[j] ?? -1
    if (model.netting && lot >= 0) {
      into[m - 2] = (into[m - 2] ?? 0) + (model.lotShort[lot] ?? 0) * times
      into[m - 1] = (into[m - 1] ?? 0) + (model.lotLong[lot] ?? 0) * times
    }
  }

  dot(row: Float64Array, j: number): number {
    const { model } = this
    const m = model.rows
    if (this.pieceSign[j] !== 0) return (this.pieceSign[j] ?? 0) * (row[this.pieceRow[j] ?? 0] ?? 0)
    const i = this.position[j] ?? 0
    const rows = this.buys[j] === 1 ? model.buyRow : model.sellRow
    let sum = 0
    for (let r = 0, k = i * m; r < m; r++, k++) sum += (rows[k] ?? 0) * (row[r] ?? 0)
    const lot = this.lot[j] ?? -1
    if (model.netting && lot >= 0) {
      sum += (model.lotShort[lot] ?? 0) * (row[m - 2] ?? 0) + (model.lotLong[lot] ?? 0) * (row[m - 1] ?? 0)
    }
    return sum
  }

  dotRaw(row: Float64Array, raw: Float64Array): number {
    let sum = 0
    for (let r = 0; r < raw.length; r++) sum += (raw[r] ?? 0) * (row[r] ?? 0)
    return sum
  }
}

export function columnsOf(model: Model): Columns {
  const pieces = model.evened.reduce((sum, row) => sum + row.up.length + row.down.length, 0)
  const columns = new Columns(model, model.positions * 2 + model.lotMoney.length + pieces)
  let j = 0
  const trade = (i: number, buys: boolean, length: number, cost: number, lot: number): void => {
    columns.position[j] = i
    columns.buys[j] = buys ? 1 : 0
    columns.length[j] = length
    columns.cost[j] = cost
    columns.lot[j] = lot
    j += 1
  }
  for (let i = 0; i < model.positions; i++) {
    columns.from[i] = j
    const unit = model.unit[i] ?? 0
    const sellable = (model.sellMax[i] ?? 0) * unit
    if (sellable > 0) {
      const own = (model.sellCost[i] ?? 0) + model.fee / sellable
      const [first, last] = [model.lotStart[i] ?? 0, model.lotStart[i + 1] ?? 0]
      if (first === last) trade(i, false, sellable, own, -1)
      for (let l = first; l < last; l++) trade(i, false, model.lotMoney[l] ?? 0, own + (model.lotTax[l] ?? 0), l)
    }
    const buyable = (model.buyMax[i] ?? 0) * unit
    if (buyable > 0) trade(i, true, buyable, (model.buyCost[i] ?? 0) + model.fee / buyable, -1)
  }
  columns.from[model.positions] = j
  for (const [r, row] of model.evened.entries()) {
    for (const [sign, list] of [
      [-1, row.up],
      [1, row.down],
    ] as const) {
      for (const piece of list) {
        if (piece.length <= 0) continue
        columns.pieceRow[j] = r
        columns.pieceSign[j] = sign
        columns.length[j] = piece.length
        columns.cost[j] = piece.slope
        j += 1
      }
    }
  }
  columns.count = j
  return columns
}
