/** The x of matrix · x = right, by Gaussian elimination. It does not pivot: the matrix must be positive definite, as a covariance matrix is. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0])
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  const size = rows.length
  for (let k = 0; k < size; k++) {
    for (let i = k + 1; i < size; i++) {
      const factor = at(i, k) / at(k, k)
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(k, j))
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let i = size - 1; i >= 0; i--) {
    const known = solution.reduce((sum, value, j) => sum + (j > i ? at(i, j) * value : 0), 0)
    solution[i] = (at(i, size) - known) / at(i, i)
  }
  return solution
}
