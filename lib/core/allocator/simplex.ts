import { DenseInverse } from '@/lib/core/allocator/dense-inverse'
import type { Model } from '@/lib/core/allocator/model'
import { NONE, RatioHeap } from '@/lib/core/allocator/ratio-heap'
import { type Columns, columnsOf } from '@/lib/core/allocator/simplex-columns'
import { priceColumns } from '@/lib/core/allocator/simplex-pricing'

/** The linear relaxation at its optimum: fractional units by position, and the dual price of each row. */
export interface Relaxed {
  units: Float64Array
  duals: Float64Array
  feasible: boolean
}

const TOLERANCE = 1e-7
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
  private readonly inverse: DenseInverse
  /** Column of each basic variable; −1 − r for the total of row r. */
  private readonly basis: Int32Array
  private value: Float64Array
  private readonly duals: Float64Array
  private readonly heap: RatioHeap

  constructor(private readonly model: Model) {
    this.m = model.rows
    this.columns = columnsOf(model)
    const m = this.m
    this.inverse = new DenseInverse(m)
    this.basis = new Int32Array(m)
    this.duals = new Float64Array(m)
    for (let r = 0; r < m; r++) this.basis[r] = -1 - r
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
    this.value = this.inverse.times(rest)
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
    const rho = this.inverse.row(row)
    const x = this.value[row] ?? 0
    const below = x < this.lowOf(row)
    const bound = below ? this.lowOf(row) : this.highOf(row)
    const { model, columns, duals, heap } = this
    priceColumns({ model, columns, duals, rho, basic: this.basicColumns(), sign: below ? -1 : 1, heap })
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
    const moved = this.inverse.times(by)
    for (let i = 0; i < this.m; i++) this.value[i] = (this.value[i] ?? 0) - (moved[i] ?? 0)
  }

  private pivot(row: number, entering: number, bound: number): void {
    const { m, columns, inverse } = this
    const raw = new Float64Array(m)
    if (entering < 0) raw[-1 - entering] = -1
    else columns.addTo(raw, entering, 1)
    const alpha = inverse.times(raw)
    const pivot = alpha[row] ?? 1
    const step = ((this.value[row] ?? 0) - bound) / pivot
    const at =
      entering < 0 ? this.totalAt(-1 - entering) : columns.atUpper[entering] === 1 ? (columns.length[entering] ?? 0) : 0
    const reduced = (entering < 0 ? 0 : (columns.cost[entering] ?? 0)) - columns.dotRaw(this.duals, raw)
    const theta = reduced / pivot
    const rho = inverse.row(row)
    for (let r = 0; r < m; r++) this.duals[r] = (this.duals[r] ?? 0) + theta * (rho[r] ?? 0)
    for (let i = 0; i < m; i++) if (i !== row) this.value[i] = (this.value[i] ?? 0) - step * (alpha[i] ?? 0)
    this.leave(this.basis[row] ?? 0, bound)
    this.value[row] = at + step
    this.basis[row] = entering
    inverse.exchange(row, alpha)
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
