/** The inverse of a basis matrix, dense and row by row: there are only some ten rows. At first that of minus the identity. */
export class DenseInverse {
  private readonly entries: Float64Array

  constructor(private readonly size: number) {
    this.entries = new Float64Array(size * size)
    for (let r = 0; r < size; r++) this.entries[r * size + r] = -1
  }

  /** A view, not a copy. */
  row(i: number): Float64Array {
    return this.entries.subarray(i * this.size, (i + 1) * this.size)
  }

  times(vector: Float64Array): Float64Array {
    const { size, entries } = this
    const product = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      let sum = 0
      for (let r = 0; r < size; r++) sum += (entries[i * size + r] ?? 0) * (vector[r] ?? 0)
      product[i] = sum
    }
    return product
  }

  /** After a column with these entries (the inverse times it) has entered the basis in the place of a row. */
  exchange(row: number, column: Float64Array): void {
    const { size, entries } = this
    const pivot = column[row] ?? 1
    for (let r = 0; r < size; r++) entries[row * size + r] = (entries[row * size + r] ?? 0) / pivot
    for (let i = 0; i < size; i++) {
      const factor = column[i] ?? 0
      if (i === row || factor === 0) continue
      for (let r = 0; r < size; r++) {
        entries[i * size + r] = (entries[i * size + r] ?? 0) - factor * (entries[row * size + r] ?? 0)
      }
    }
  }
}
