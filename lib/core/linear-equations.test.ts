import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solve } from '@/lib/core/linear-equations'

describe('solve', () => {
  it('solves a small system', () => {
    expect(
      solve(
        [
          [2, 1],
          [1, 3],
        ],
        [5, 10],
      ),
    ).toEqual([1, 3])
  })

  it('gives back the right side for any positive definite matrix', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(values, (flat) => {
        const rows = [0, 1, 2, 3].map((i) => flat.slice(i * 5, i * 5 + 4))
        const right = [0, 1, 2, 3].map((i) => flat[i * 5 + 4] ?? 0)
        // A · Aᵀ + I is positive definite whatever A is.
        const matrix = rows.map((a, i) =>
          rows.map((b, j) => a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0) + (i === j ? 1 : 0)),
        )
        const x = solve(matrix, right)
        matrix.forEach((row, i) => {
          expect(row.reduce((sum, m, j) => sum + m * (x[j] ?? 0), 0)).toBeCloseTo(right[i] ?? 0, 4)
        })
      }),
    )
  })
})
