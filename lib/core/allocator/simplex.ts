import type { Model } from '@/lib/core/allocator/model'

/** The linear relaxation at its optimum: fractional units by position, and the dual price of each row. */
export interface Relaxed {
  units: Float64Array
  duals: Float64Array
  feasible: boolean
}

const TOLERANCE = 1e-7
const PIVOT = 1e-9
const RAY = 1000
const MOST_ITERATIONS = 500

/**
 * Bounded dual simplex with long steps (bound flipping: I. Maros, Computational Techniques of the Simplex Method, 2003, §10.2.2) on a dense
 * inverse: there are only some ten rows, however many lots. Every row total is a variable of its own, so that nothing traded is a dual
 * feasible start.
 */
export function relax(model: Model): Relaxed {
  return new Simplex(model).solve()
}

class Simplex {
  private readonly m: number
  private readonly columns: Columns
  /** Basis inverse, row by row. */
  private readonly inverse: Float64Array
  /** Column of each basic variable; −1 − r for the total of row r. */
  private readonly basis: Int32Array
  private readonly value: Float64Array
  private readonly duals: Float64Array
  private readonly heap: RatioHeap

  constructor(private readonly model: Model) {
    this.m = model.rows
    this.columns = columnsOf(model)
    const m = this.m
    this.inverse = new Float64Array(m * m)
    this.basis = new Int32Array(m)
    this.duals = new Float64Array(m)
    for (let r = 0; r < m; r++) {
      this.inverse[r * m + r] = -1
      this.basis[r] = -1 - r
    }
    this.value = new Float64Array(m)
    this.heap = new RatioHeap(this.columns.count + m)
    this.startAtBounds()
    this.refresh()
  }

  solve(): Relaxed {
    let feasible = true
    for (let i = 0; i < MOST_ITERATIONS; i++) {
      const row = this.worstRow()
      if (row < 0) break
      if (!this.step(row)) {
        feasible = false
        break
      }
    }
    this.refresh()
    this.forgetSteps()
    return { units: this.units(), duals: this.duals, feasible }
  }

  /** Duals may lie a hair beyond what a class can cost: back into the range, or its bound would have no end. */
  private forgetSteps(): void {
    for (let r = 0; r < this.m; r++) {
      const { up, down } = this.model.rowCosts[r] ?? { up: [], down: [] }
      const [most, least] = [down.at(-1)?.slope, up.at(-1)?.slope]
      if (most !== undefined) this.duals[r] = Math.min(most, this.duals[r] ?? 0)
      if (least !== undefined) this.duals[r] = Math.max(-least, this.duals[r] ?? 0)
    }
  }

  /** A column that pays by itself (a loss that earns a credit) starts at its upper end: then every reduced cost has its right sign. */
  private startAtBounds(): void {
    const { count, cost, atUpper } = this.columns
    for (let j = 0; j < count; j++) atUpper[j] = (cost[j] ?? 0) < 0 ? 1 : 0
  }

  /** Values of the basic variables from those that stand at a bound. */
  private refresh(): void {
    const { m, model, columns } = this
    const rest = new Float64Array(m)
    for (let r = 0; r < m; r++) rest[r] = -(model.start[r] ?? 0)
    const basic = new Uint8Array(columns.count)
    for (let i = 0; i < m; i++) if ((this.basis[i] ?? 0) >= 0) basic[this.basis[i] ?? 0] = 1
    for (let j = 0; j < columns.count; j++) {
      if (columns.atUpper[j] === 1 && basic[j] === 0) columns.addTo(rest, j, -(columns.length[j] ?? 0))
    }
    for (let r = 0; r < m; r++) {
      if (!this.isBasicTotal(r)) rest[r] = (rest[r] ?? 0) + (this.totalAt(r) ?? 0)
    }
    for (let i = 0; i < m; i++) {
      let sum = 0
      for (let r = 0; r < m; r++) sum += (this.inverse[i * m + r] ?? 0) * (rest[r] ?? 0)
      this.value[i] = sum
    }
  }

  private isBasicTotal(r: number): boolean {
    for (let i = 0; i < this.m; i++) if (this.basis[i] === -1 - r) return true
    return false
  }

  /** Where a row's total stands that is not basic: totalSide says at which end. */
  private totalAt(r: number): number {
    const row = this.model.evened[r]
    return (this.columns.totalSide[r] === 1 ? row?.high : row?.low) ?? 0
  }

  private lowOf(i: number): number {
    const j = this.basis[i] ?? 0
    return j >= 0 ? 0 : (this.model.evened[-1 - j]?.low ?? 0)
  }

  private highOf(i: number): number {
    const j = this.basis[i] ?? 0
    return j >= 0 ? (this.columns.length[j] ?? 0) : (this.model.evened[-1 - j]?.high ?? 0)
  }

  private worstRow(): number {
    let worst = TOLERANCE
    let at = -1
    for (let i = 0; i < this.m; i++) {
      const x = this.value[i] ?? 0
      const off = Math.max(this.lowOf(i) - x, x - this.highOf(i))
      if (off > worst) {
        worst = off
        at = i
      }
    }
    return at
  }

  /** One dual step: the row's variable leaves at the bound it violates. False: nothing can bring it there. */
  private step(row: number): boolean {
    const { m } = this
    const rho = this.inverse.subarray(row * m, row * m + m)
    const x = this.value[row] ?? 0
    const below = x < this.lowOf(row)
    const bound = below ? this.lowOf(row) : this.highOf(row)
    this.priceColumns(rho, below)
    let slope = Math.abs(x - bound)
    let entering = NONE
    const flips = new Float64Array(m)
    let flipped = false
    for (let j = this.heap.pop(); j !== NONE; j = this.heap.pop()) {
      const reach = Math.abs(this.alphaOf(rho, j)) * this.lengthOf(j)
      if (slope - reach < 0 || reach === Number.POSITIVE_INFINITY) {
        entering = j
        break
      }
      slope -= reach
      this.flip(j, flips)
      flipped = true
    }
    if (entering === NONE) {
      this.addRay(rho, below)
      return false
    }
    if (flipped) this.shift(flips)
    this.pivot(row, entering, bound)
    return true
  }

  /** Nothing can help: along this row the dual bound rises without end (a Farkas ray), which proves that there is no plan. */
  private addRay(rho: Float64Array, below: boolean): void {
    const times = below ? -RAY : RAY
    for (let r = 0; r < this.m; r++) this.duals[r] = (this.duals[r] ?? 0) + times * (rho[r] ?? 0)
  }

  /** Puts every column that could move the leaving variable towards its bound on the heap, by ratio. */
  private priceColumns(rho: Float64Array, below: boolean): void {
    const { columns, model, duals, m, heap } = this
    heap.clear()
    const sign = below ? -1 : 1
    const { sellRow, buyRow } = model
    const basic = this.basicColumns()
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
        if (model.netting && !buys) {
          const lot = columns.lot[j] ?? 0
          if (lot >= 0) {
            const [s, l] = [model.lotShort[lot] ?? 0, model.lotLong[lot] ?? 0]
            alpha += s * (rho[m - 2] ?? 0) + l * (rho[m - 1] ?? 0)
            dual += s * (duals[m - 2] ?? 0) + l * (duals[m - 1] ?? 0)
          }
        }
        const towards = columns.atUpper[j] === 1 ? -alpha : alpha
        if (towards * sign <= PIVOT || basic.has(j)) continue
        heap.push(j, Math.abs((columns.cost[j] ?? 0) - dual) / Math.abs(alpha), Math.abs(alpha))
      }
    }
    for (let j = columns.from[model.positions] ?? 0; j < columns.count; j++) {
      const alpha = (columns.pieceSign[j] ?? 0) * (rho[columns.pieceRow[j] ?? 0] ?? 0)
      const towards = columns.atUpper[j] === 1 ? -alpha : alpha
      if (towards * sign <= PIVOT || basic.has(j)) continue
      const dual = (columns.pieceSign[j] ?? 0) * (duals[columns.pieceRow[j] ?? 0] ?? 0)
      heap.push(j, Math.abs((columns.cost[j] ?? 0) - dual) / Math.abs(alpha), Math.abs(alpha))
    }
    for (let r = 0; r < m; r++) {
      if (basic.has(-1 - r)) continue
      const alpha = -(rho[r] ?? 0)
      const row = model.evened[r]
      if (!row || row.low === row.high) continue
      const towards = columns.totalSide[r] === 1 ? -alpha : alpha
      if (towards * sign <= PIVOT) continue
      heap.push(-1 - r, Math.abs(duals[r] ?? 0) / Math.abs(alpha), Math.abs(alpha))
    }
  }

  private basicColumns(): Set<number> {
    return new Set(this.basis)
  }

  private alphaOf(rho: Float64Array, j: number): number {
    if (j < 0) return -(rho[-1 - j] ?? 0)
    return this.columns.dot(rho, j)
  }

  private lengthOf(j: number): number {
    if (j >= 0) return this.columns.length[j] ?? 0
    const row = this.model.evened[-1 - j]
    return row ? row.high - row.low : 0
  }

  /** Moves a column to its other bound; what that does to the rows is gathered in `into`. */
  private flip(j: number, into: Float64Array): void {
    const { columns } = this
    if (j < 0) {
      const r = -1 - j
      const length = this.lengthOf(j)
      const up = columns.totalSide[r] !== 1
      columns.totalSide[r] = up ? 1 : 0
      into[r] = (into[r] ?? 0) - (up ? length : -length)
      return
    }
    const up = columns.atUpper[j] !== 1
    columns.atUpper[j] = up ? 1 : 0
    columns.addTo(into, j, (columns.length[j] ?? 0) * (up ? 1 : -1))
  }

  private shift(by: Float64Array): void {
    const { m } = this
    for (let i = 0; i < m; i++) {
      let sum = 0
      for (let r = 0; r < m; r++) sum += (this.inverse[i * m + r] ?? 0) * (by[r] ?? 0)
      this.value[i] = (this.value[i] ?? 0) - sum
    }
  }

  private pivot(row: number, entering: number, bound: number): void {
    const { m, columns, inverse } = this
    const raw = new Float64Array(m)
    if (entering < 0) raw[-1 - entering] = -1
    else columns.addTo(raw, entering, 1)
    const alpha = new Float64Array(m)
    for (let i = 0; i < m; i++) {
      let sum = 0
      for (let r = 0; r < m; r++) sum += (inverse[i * m + r] ?? 0) * (raw[r] ?? 0)
      alpha[i] = sum
    }
    const pivot = alpha[row] ?? 1
    const step = ((this.value[row] ?? 0) - bound) / pivot
    const at =
      entering < 0 ? this.totalAt(-1 - entering) : columns.atUpper[entering] === 1 ? (columns.length[entering] ?? 0) : 0
    const reduced = (entering < 0 ? 0 : (columns.cost[entering] ?? 0)) - columns.dotRaw(this.duals, raw)
    const theta = reduced / pivot
    for (let r = 0; r < m; r++) this.duals[r] = (this.duals[r] ?? 0) + theta * (inverse[row * m + r] ?? 0)
    for (let i = 0; i < m; i++) if (i !== row) this.value[i] = (this.value[i] ?? 0) - step * (alpha[i] ?? 0)
    this.leave(this.basis[row] ?? 0, bound)
    this.value[row] = at + step
    this.basis[row] = entering
    for (let r = 0; r < m; r++) inverse[row * m + r] = (inverse[row * m + r] ?? 0) / pivot
    for (let i = 0; i < m; i++) {
      const factor = alpha[i] ?? 0
      if (i === row || factor === 0) continue
      for (let r = 0; r < m; r++) inverse[i * m + r] = (inverse[i * m + r] ?? 0) - factor * (inverse[row * m + r] ?? 0)
    }
  }

  private leave(j: number, bound: number): void {
    if (j >= 0) this.columns.atUpper[j] = bound > 0 && bound === this.columns.length[j] ? 1 : 0
    else this.columns.totalSide[-1 - j] = bound === this.model.evened[-1 - j]?.high ? 1 : 0
  }

  /** Units by position, bought less sold. */
  private units(): Float64Array {
    const { model, columns } = this
    const units = new Float64Array(model.positions)
    const add = (j: number, money: number): void => {
      const i = columns.position[j] ?? 0
      units[i] = (units[i] ?? 0) + (columns.buys[j] === 1 ? money : -money) / (model.unit[i] ?? 1)
    }
    const basic = this.basicColumns()
    const trades = columns.from[model.positions] ?? 0
    for (let j = 0; j < trades; j++) if (columns.atUpper[j] === 1 && !basic.has(j)) add(j, columns.length[j] ?? 0)
    for (let i = 0; i < this.m; i++) {
      const j = this.basis[i] ?? 0
      if (j >= 0 && j < trades) add(j, this.value[i] ?? 0)
    }
    return units
  }
}

const NONE = Number.MIN_SAFE_INTEGER

/** The columns: pieces of sales and purchases by position, then the outer pieces of the rows' costs. */
class Columns {
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

function columnsOf(model: Model): Columns {
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

/** Columns by ratio, least first; among equals the larger pivot, which is the safer one. */
class RatioHeap {
  private size = 0
  private readonly column: Int32Array
  private readonly ratio: Float64Array
  private readonly pivot: Float64Array

  constructor(capacity: number) {
    this.column = new Int32Array(capacity)
    this.ratio = new Float64Array(capacity)
    this.pivot = new Float64Array(capacity)
  }

  clear(): void {
    this.size = 0
  }

  push(column: number, ratio: number, pivot: number): void {
    let at = this.size
    this.size += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.before(ratio, pivot, parent)) break
      this.copy(parent, at)
      at = parent
    }
    this.set(at, column, ratio, pivot)
  }

  pop(): number {
    if (this.size === 0) return NONE
    const top = this.column[0] ?? NONE
    this.size -= 1
    const [column, ratio, pivot] = [this.column[this.size] ?? 0, this.ratio[this.size] ?? 0, this.pivot[this.size] ?? 0]
    let at = 0
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && this.before(this.ratio[child + 1] ?? 0, this.pivot[child + 1] ?? 0, child))
        child += 1
      if (!this.before(this.ratio[child] ?? 0, this.pivot[child] ?? 0, -1, ratio, pivot)) break
      this.copy(child, at)
      at = child
    }
    this.set(at, column, ratio, pivot)
    return top
  }

  private before(ratio: number, pivot: number, at: number, otherRatio = 0, otherPivot = 0): boolean {
    const r = at >= 0 ? (this.ratio[at] ?? 0) : otherRatio
    const p = at >= 0 ? (this.pivot[at] ?? 0) : otherPivot
    return ratio < r || (ratio === r && pivot > p)
  }

  private copy(from: number, to: number): void {
    this.set(to, this.column[from] ?? 0, this.ratio[from] ?? 0, this.pivot[from] ?? 0)
  }

  private set(at: number, column: number, ratio: number, pivot: number): void {
    this.column[at] = column
    this.ratio[at] = ratio
    this.pivot[at] = pivot
  }
}
