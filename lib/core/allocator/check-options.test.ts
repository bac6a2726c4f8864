import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choicesBelow } from '@/lib/core/allocator/check-choices'
import { anyMultipliers, positionOf, tinyProblem } from '@/lib/core/allocator/check-fixtures'
import { limitsOf } from '@/lib/core/allocator/check-limits'
import { LOST, optionsBelow } from '@/lib/core/allocator/check-options'
import { leastOfPosition } from '@/lib/core/allocator/check-position'
import { pricesOf } from '@/lib/core/allocator/check-rows'
import { FROM_MONEY } from '@/lib/core/allocator/check-scale'
import type { Problem } from '@/lib/core/allocator/problem'

/** A position with many units and lots, whose trades cost neither spread nor fee. */
const anyProblem = fc
  .record({
    problem: tinyProblem,
    worth: fc.integer({ min: 101, max: 39_999 }).map((n) => n / 10_000),
    lots: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 400 }).map((n) => n / 10),
        gain: fc.integer({ min: -90, max: 90 }).map((n) => n / 100),
        term: fc.constantFrom('short' as const, 'long' as const),
      }),
      { maxLength: 4 },
    ),
    sellable: fc.integer({ min: 0, max: 120 }),
    minUnits: fc.constantFrom(1, 1, 7),
  })
  .map(({ problem, worth, lots, ...rest }): Problem => {
    const held = lots.reduce((total, { quantity }) => total + quantity, 0)
    const sellable = lots.length > 0 ? Math.min(rest.sellable, Math.floor(held)) : rest.sellable
    const position = positionOf({ ...rest, worth, lots, sellable, classes: { 0: 1 } })
    return { ...problem, positions: [position], orderFee: 0n, turnoverCap: null }
  })

const ticksOf = (exact: bigint, tick: bigint): number => Number((exact * 1000n) / tick) / 1000

describe('the options of a position in ticks', () => {
  it('stand for every exact choice below the limit, at most a little below it', () => {
    fc.assert(
      fc.property(anyProblem, anyMultipliers, fc.double({ min: 0.05, max: 1, noNaN: true }), (problem, hints, part) => {
        const position = problem.positions[0]
        if (!position) throw new Error('A problem without a position')
        const prices = pricesOf(problem, hints)
        const limits = limitsOf(problem)
        const least = leastOfPosition(problem, prices, limits, position)
        const all = choicesBelow(problem, prices, limits, 0, position, null)
        if (!all) throw new Error('Too many choices')
        // One unit is some thousands of ticks, and no whole number of them.
        const tick = (position.unitWorth * FROM_MONEY) / 7_919n
        const dearest = all.cost.reduce((most, cost) => (cost - least > most ? cost - least : most), 0n)
        const limit = Math.floor(ticksOf(dearest, tick) * part) + 1
        const options = optionsBelow(problem, prices, limits, position, least, tick, limit)
        if (!options) throw new Error('Too many options')
        for (const [i, units] of all.units.entries()) {
          const excess = ticksOf((all.cost[i] ?? 0n) - least, tick)
          if (excess >= limit) continue
          const adds = ticksOf(units * position.unitWorth * FROM_MONEY, tick)
          const found = options.adds.findIndex((known, k) => {
            const of = options.excess[k] ?? Number.NaN
            return known <= adds + 0.01 && adds <= known + LOST && of <= excess + 0.01 && excess <= of + 3
          })
          expect({ units, excess, adds, found: found >= 0 }).toEqual({ units, excess, adds, found: true })
        }
      }),
      { numRuns: 400, seed: 21 },
    )
  })
})
