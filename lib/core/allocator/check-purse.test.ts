import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOST, type Options } from '@/lib/core/allocator/check-options'
import { leastExcessInPurse, type Purse } from '@/lib/core/allocator/check-purse'
import { bottomOf, excessOf, type TickRow } from '@/lib/core/allocator/check-tick-rows'

/** Ticks: some money of which a class has thousands of times its step in the tables. */
const LIMIT = 4_000_000

const OPEN = { start: 0, lower: -1e15, upper: 1e15, centre: 0, outside: 0, pull: 0, price: 0, least: 0 }
const noAdds = (): bigint => 0n

/** A row whose least cost is what it costs at its bottom. */
function row(parts: Partial<TickRow>): TickRow {
  const made = { ...OPEN, high: Number.POSITIVE_INFINITY, adds: noAdds, ...parts }
  const bottom = Math.min(bottomOf(made), made.high) - made.start
  const cost = excessOf({ ...made, least: -1e14 }, bottom, 0) - 1e14
  return { ...made, least: Math.floor(cost) }
}

const anyClass = fc
  .record({
    centre: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    half: fc.integer({ min: 0, max: 200_000 }),
    price: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  })
  .map(({ centre, half, price }) =>
    row({ centre, lower: centre - half, upper: centre + half, outside: 1, pull: 0.1, price }),
  )

/** Options as they truly are, and as the checker knows them: rounded down. */
interface Position {
  truly: { excess: number; adds: number }[]
  known: Options
}

const anyPosition: fc.Arbitrary<Position> = fc
  .array(
    fc.record({
      excess: fc.integer({ min: 0, max: 500_000 }),
      adds: fc.integer({ min: -1_500_000, max: 1_500_000 }),
      lost: fc.integer({ min: 0, max: LOST }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => ({
    truly: list.map(({ excess, adds }) => ({ excess, adds })),
    known: {
      excess: Float64Array.from(list, ({ excess }) => excess),
      adds: Float64Array.from(list, ({ adds, lost }) => adds - lost),
    },
  }))

/** `opaque`: a class of which the checker knows the row alone. */
const anyPart = fc.record({
  row: anyClass,
  positions: fc.array(anyPosition, { maxLength: 2 }),
  opaque: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
})
type Part = { row: TickRow; positions: Position[]; opaque: boolean }

const anyPurse = fc
  .record({
    high: fc.integer({ min: 0, max: 2_000_000 }),
    price: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    besides: fc.constantFrom(0, 0, 300_000),
  })
  .map(({ high, price, besides }): Purse => ({ cash: row({ price, high }), funds: null, besides }))

interface Sum {
  excess: number
  added: number
}

/** Every combination of one class, its row included. */
function combinations({ row: of, positions }: Part): Sum[] {
  let sums: Sum[] = [{ excess: 0, added: 0 }]
  for (const { truly } of positions)
    sums = sums.flatMap((sum) =>
      truly.map(({ excess, adds }) => ({ excess: sum.excess + excess, added: sum.added + adds })),
    )
  return sums.map(({ excess, added }) => ({ excess: excess + excessOf(of, added, 0), added }))
}

/** The least excess over all combinations of all classes that the cash can pay for. */
function trueLeast(parts: Part[], { cash, besides }: Purse): number {
  let sums: Sum[] = [{ excess: 0, added: 0 }]
  for (const part of parts) {
    const own = combinations(part)
    sums = sums.flatMap((a) => own.map((b) => ({ excess: a.excess + b.excess, added: a.added + b.added })))
  }
  const all = sums.map(({ excess, added }) => {
    if (added > cash.high + besides) return Number.POSITIVE_INFINITY
    return excess + (besides === 0 ? excessOf(cash, added, 0) : 0)
  })
  return Math.min(...all)
}

const boundOf = (parts: Part[], purse: Purse): number =>
  leastExcessInPurse(
    parts.map((part) => ({ row: part.row, positions: part.opaque ? null : part.positions.map(({ known }) => known) })),
    purse,
    LIMIT,
  )

const anyCase = fc.tuple(fc.array(anyPart, { minLength: 1, maxLength: 3 }), anyPurse)

describe('the least excess in a purse', () => {
  it('is never above that of any combination', () => {
    fc.assert(
      fc.property(anyCase, ([parts, purse]) => {
        expect(boundOf(parts, purse)).toBeLessThanOrEqual(trueLeast(parts, purse))
      }),
      // Shrinking would look at every combination again and again.
      { numRuns: 1500, seed: 11, endOnFailure: true },
    )
  })

  it('is most often near it', () => {
    const cases = fc.sample(anyCase, { numRuns: 400, seed: 12 }).filter(([parts]) => !parts.some((p) => p.opaque))
    const near = cases.filter(([parts, purse]) => {
      const least = Math.min(trueLeast(parts, purse), LIMIT)
      return boundOf(parts, purse) >= 0.95 * least - 10_000
    })
    expect(near.length).toBeGreaterThanOrEqual(0.9 * cases.length)
  })
})
