/** No column: the heap is empty. */
export const NONE = Number.MIN_SAFE_INTEGER

/** Columns by ratio, least first; among equals the larger pivot, which is the safer one. */
export class RatioHeap {
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
