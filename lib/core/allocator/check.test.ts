import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, fineDown, fineRounded, judge, provenBound } from '@/lib/core/allocator/check'
import { everyPlan, plainCost, type Trial } from '@/lib/core/allocator/check-brute-force'
import {
  accountOf,
  anyMultipliers,
  classOf,
  money,
  positionOf,
  problemOf,
  rateOf,
  tinyProblem,
  unitsOf,
} from '@/lib/core/allocator/check-fixtures'
import { leastNetTax, netTax } from '@/lib/core/allocator/check-tax'
import type { Problem } from '@/lib/core/allocator/problem'
import type { Multipliers, Proof, ProofCase } from '@/lib/core/allocator/proof'
import { fineMoney, RATE_ONE } from '@/lib/core/units'

const FREE: Multipliers = { classes: [], accounts: [], turnover: 0, shortGain: 0, longGain: 0 }
const proofOf = (given: Partial<ProofCase> = {}): Proof => ({
  cases: [{ region: null, multipliers: FREE, blocks: [], claim: null, ...given }],
})
const REGIONS = [0, 1, 2, 3, 4, 5]

/** In the currency. */
const boundOf = (problem: Problem, given: Partial<ProofCase> = {}): number | null => {
  const bound = provenBound(problem, proofOf(given))
  return bound === null ? null : Number(fineDown(bound)) / 1e4
}
const costOf = (
  problem: Problem,
  units: number[],
  lots: number[][] = problem.positions.map(() => []),
): number | string[] => {
  const judged = judge(
    problem,
    units.map(BigInt),
    lots.map((l) => l.map(unitsOf)),
  )
  return judged.feasible ? Number(fineRounded(judged.objective)) / 1e4 : judged.faults
}

/** The exact cost of the best of all plans; null where there is none. */
function bestOf(problem: Problem): bigint | null {
  let best: { trial: Trial; cost: number } | null = null
  for (const plan of everyPlan(problem)) if (!best || plan.cost < best.cost) best = { trial: plan, cost: plan.cost }
  return best && judge(problem, best.trial.units, best.trial.lotsSold).objective
}

/** Classes that can be kept together: of no position two, and none that cash counts in. */
function keepable(problem: Problem, wanted: readonly number[]): number[] {
  const kept: number[] = []
  for (const c of wanted) {
    const shared = problem.positions.some((p) => p.split[c] !== 0n && kept.some((k) => p.split[k] !== 0n))
    if (!shared && !(problem.cashCounts && c === 4)) kept.push(c)
  }
  return kept
}

describe('judge', () => {
  it('agrees with the plain reading of the problem', () => {
    const trials = fc.record({
      problem: tinyProblem,
      units: fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 3, maxLength: 3 }),
      sold: fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      }),
    })
    let feasible = 0
    fc.assert(
      fc.property(trials, ({ problem, units, sold }) => {
        const trial = {
          units: problem.positions.map((_, i) => BigInt(units[i] ?? 0)),
          lotsSold: problem.positions.map((p, i) => p.lots.map((_, l) => unitsOf(sold[i]?.[l] ?? 0))),
        }
        for (const [i, p] of problem.positions.entries()) {
          // Half of the time the last lot is what makes the sale whole.
          const due = (trial.units[i] ?? 0n) < 0n ? -Number(trial.units[i]) : 0
          const rest = due - p.lots.slice(1).reduce((total, _, l) => total + (sold[i]?.[l + 1] ?? 0), 0)
          if (p.lots[0]) (trial.lotsSold[i] as bigint[])[0] = unitsOf(rest)
        }
        const wellFormed = problem.positions.every((p, i) =>
          p.lots.every((lot, l) => {
            const quantity = trial.lotsSold[i]?.[l] ?? 0n
            return quantity >= 0n && quantity <= lot.quantity && (quantity === 0n || (trial.units[i] ?? 0n) < 0n)
          }),
        )
        const plain = wellFormed ? plainCost(problem, trial) : null
        const judged = judge(problem, trial.units, trial.lotsSold)
        expect(judged.feasible).toBe(plain !== null)
        if (plain === null) return
        feasible += 1
        expect(Number(judged.objective / 10n ** 48n) / 1e10).toBeCloseTo(plain, 7)
      }),
      { numRuns: 2000, seed: 1 },
    )
    expect(feasible).toBeGreaterThan(100)
  })

  it('adds up distance, turnover, spread, fee, location and tax by hand', () => {
    const problem = problemOf({
      classes: [classOf(0, [4, 5, 6]), classOf(3)],
      positions: [
        positionOf({ worth: 1, spread: 0.01, location: 0.02 }),
        positionOf({
          symbol: 'B',
          classes: { 1: 1 },
          worth: 1.5,
          sellable: 2,
          lots: [{ quantity: 2, gain: 1, term: 'short' }],
        }),
      ],
      turnover: rateOf(0.001),
      orderFee: money(0.25),
    })
    const judged = judge(problem, [3n, -1n], [[], [unitsOf(1)]])
    const parts = Object.fromEntries(Object.entries(judged.parts).map(([k, v]) => [k, Number(fineRounded(v)) / 1e4]))
    // Bought 3 of 4 to 6; sold 1.50 of the 3 too many with a gain of 1 at 40 %.
    expect(parts).toEqual({
      tracking: 2.5,
      turnover: 0.0045,
      spread: 0.03,
      fees: 0.5,
      location: 0.06,
      other: 0,
      tax: 0.4,
    })
    expect(fineRounded(judged.objective)).toBe(34945n)
  })

  it('counts the pull to the centre and new money left idle', () => {
    const problem = problemOf({
      accounts: [accountOf(10, 0, 4)],
      classes: [classOf(1, [0, 3, 5])],
      positions: [positionOf({})],
      pull: rateOf(0.001),
      idle: rateOf(0.5),
    })
    expect(costOf(problem, [0])).toBe(3.002)
    expect(costOf(problem, [2])).toBe(2)
  })

  it('moves money-market funds through the cash where cash counts', () => {
    const problem = problemOf({
      cashCounts: true,
      classes: [classOf(0, [4, 4, 4]), classOf(0), classOf(0), classOf(0), classOf(10, [6, 6, 6])],
      positions: [positionOf({ spread: 0.1 })],
    })
    // 4 bought and 0.40 of spread: that much short in money-market funds, and paid.
    expect(costOf(problem, [4])).toBe(0.8)
  })

  it('finds what may not be', () => {
    const lots = [{ quantity: 2, gain: -1, term: 'long' as const }]
    const positions = [
      positionOf({ sellable: 2, canBuy: false, lots, minUnits: 2 }),
      positionOf({ account: 1, minUnits: 2 }),
    ]
    const problem = problemOf({ accounts: [accountOf(0), accountOf(3)], positions, turnoverCap: money(3) })
    const faults = (units: number[], sold: number[][], more: Partial<Problem> = {}) =>
      costOf({ ...problem, ...more }, units, sold)
    expect(faults([-2, 0], [[2], []])).toBe(2)
    expect(faults([-3, 0], [[3], []])).toContain('0/A: sells more than can be sold')
    expect(faults([-1, 0], [[1], []])).toContain('0/A: below the smallest trade')
    expect(faults([2, 0], [[0], []])).toContain('0/A: may not be bought')
    expect(faults([0, 4], [[0], []])).toEqual(['account: cash below its floor', 'turnover: above its cap'])
    expect(faults([-2, 0], [[1.5], []])).toEqual(['0/A: lots do not add up to what is sold'])
    expect(faults([0, 0], [[1], []])).toEqual(['0/A: lots do not add up to what is sold'])
    expect(faults([-2, 0], [[], []])).toEqual(['0/A: not one quantity for each lot'])
    expect(faults([-2, 0], [[3], []])).toContain('0/A: sells more of a lot than there is, or less than nothing')
    expect(faults([0], [[0], []])).toEqual(['units: not one number for each position'])
    expect(faults([0, 0], [[0]])).toEqual(['lots: not one list for each position'])
    const both = { turnoverCap: null }
    expect(faults([-2, 2], [[2], []], both)).toBe(0)
    expect(faults([-2, 2], [[2], []], { ...both, lossCredit: rateOf(1) })).toEqual(['A: bought while sold at a loss'])
  })
})

describe('netTax', () => {
  const rates = { shortRate: 4000n, longRate: 2000n, lossCredit: rateOf(0.5) }
  it.each([
    [10n, 10n, 6],
    [10n, -4n, 2.4],
    [10n, -20n, -1],
    [-4n, 10n, 1.2],
    [-20n, 10n, -2],
    [-10n, -10n, -3],
    [0n, -10n, -1],
    [-10n, 0n, -2],
  ])('of %s short and %s long is %s', (short, long, tax) => {
    expect(Number(netTax(rates, short, long)) / 1e13).toBe(tax)
  })
})

describe('leastNetTax', () => {
  const SIGNS = ['+++', '+-+', '+--', '-++', '-+-', '---']
  const hasSigns = (values: number[], signs: string): boolean =>
    values.every((value, i) => (signs[i] === '+' ? value >= 0 : value <= 0))

  it('is the least over every point of the box and the region', () => {
    const ends = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 4 }))
    const prices = fc.constantFrom(-300n, 0n, 100n, 200n, 330n, 400n, 700n)
    const cases = fc.record({
      short: ends,
      long: ends,
      shortGain: prices,
      longGain: prices,
      credit: fc.constantFrom(0, 0.5, 1, 1.5),
    })
    fc.assert(
      fc.property(cases, ({ short, long, shortGain, longGain, credit }) => {
        const problem = problemOf({ positions: [], netting: true, lossCredit: rateOf(credit) })
        const hints = { shortGain: shortGain * 10n ** 9n, longGain: longGain * 10n ** 9n }
        const box = {
          short: [BigInt(short[0]), BigInt(short[0] + short[1])] as const,
          long: [BigInt(long[0]), BigInt(long[0] + long[1])] as const,
        }
        for (const region of [null, ...REGIONS]) {
          const values: bigint[] = []
          for (let s = short[0]; s <= short[0] + short[1]; s += 1) {
            for (let l = long[0]; l <= long[0] + long[1]; l += 1) {
              if (region !== null && !hasSigns([s, l, s + l], SIGNS[region] ?? '')) continue
              const paid = hints.shortGain * BigInt(s) + hints.longGain * BigInt(l)
              values.push(netTax(problem, BigInt(s), BigInt(l)) * RATE_ONE - paid * 10n ** 10n)
            }
          }
          const least = values.reduce<bigint | null>((a, b) => (a === null || b < a ? b : a), null)
          expect(leastNetTax(problem, hints, box, region)).toBe(least)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('provenBound', () => {
  /** 5 of a class wanted, nothing held, units of 2 and cash for all: the best is 4, one short. */
  const shares = problemOf({ classes: [classOf(0, [5, 5, 5])], positions: [positionOf({ worth: 2 })] })

  it('is what the rows cost where nothing is priced', () => {
    expect(boundOf(shares)).toBe(0)
  })

  it('is the relaxed optimum at its prices, and the true one where the class is kept', () => {
    const costly = { ...shares, turnover: rateOf(0.1) }
    expect(boundOf(costly, { multipliers: { ...FREE, classes: [-0.1] } })).toBe(0.5)
    expect(boundOf(costly, { blocks: [0] })).toBe(1.4)
    expect(costOf(costly, [2])).toBe(1.4)
  })

  it('knows how much the cash allows', () => {
    const poor = { ...shares, accounts: [accountOf(3)] }
    expect(boundOf(poor, { multipliers: { ...FREE, classes: [-1] } })).toBe(3)
    const capped = { ...shares, turnoverCap: money(2) }
    expect(boundOf(capped, { multipliers: { ...FREE, classes: [-1] } })).toBe(3)
  })

  it('adds the fee and the smallest trade', () => {
    const problem = problemOf({
      classes: [classOf(0, [3, 3, 3])],
      positions: [positionOf({ minUnits: 2, spread: 0.05 })],
      orderFee: money(0.5),
    })
    // All 3: the fee and the spread. A smallest trade of 4 overshoots.
    expect(boundOf(problem, { blocks: [0] })).toBe(0.65)
    const large = { ...problem, positions: [positionOf({ minUnits: 4, spread: 0.05 })] }
    expect(boundOf(large, { blocks: [0] })).toBe(1.7)
  })

  it('sells the cheapest lots first', () => {
    const lots = [
      { quantity: 2, gain: 0.9, term: 'long' as const },
      { quantity: 2, gain: 0.1, term: 'short' as const },
      { quantity: 2, gain: -0.5, term: 'short' as const },
    ]
    const problem = problemOf({ classes: [classOf(6, [2, 2, 2])], positions: [positionOf({ sellable: 6, lots })] })
    // 2 without tax, 2 at 4 cents.
    expect(boundOf(problem, { blocks: [0] })).toBe(0.08)
    expect(boundOf(problem, { multipliers: { ...FREE, classes: [0.04] } })).toBe(0.08)
    // A credit for the loss.
    expect(boundOf({ ...problem, lossCredit: rateOf(1) }, { blocks: [0] })).toBe(-0.32)
  })

  it('nets gains by region', () => {
    const lots = (gain: number, term: 'short' | 'long') => [{ quantity: 4, gain, term }]
    const problem = problemOf({
      classes: [classOf(4), classOf(4)],
      positions: [
        positionOf({ sellable: 4, canBuy: false, lots: lots(0.5, 'short') }),
        positionOf({ symbol: 'B', classes: { 1: 1 }, sellable: 4, canBuy: false, lots: lots(-0.3, 'long') }),
      ],
      netting: true,
    })
    // Selling everything nets 2 short against −1.2 long: 0.8 at 40 %.
    expect(costOf(problem, [-4, -4], [[4], [4]])).toBe(0.32)
    const prices = { ...FREE, classes: [0.2, -0.12], shortGain: 0.4, longGain: 0.4 }
    const cases = REGIONS.map((region) => ({ region, multipliers: prices, blocks: [], claim: null }))
    expect(fineDown(provenBound(problem, { cases }) ?? 0n)).toBeLessThanOrEqual(3200n)
    expect(provenBound(problem, { cases: cases.slice(1) })).toBeNull()
    const claimed = cases.map((c) => ({ ...c, blocks: [0, 1], claim: fineMoney(3200n) }))
    expect(fineDown(provenBound(problem, { cases: claimed }) ?? 0n)).toBe(3200n)
    expect(provenBound(problem, { cases: claimed.map((c) => ({ ...c, claim: fineMoney(3201n) })) })).toBeNull()
  })

  it('refuses proofs that do not hold together', () => {
    const mixed = problemOf({ positions: [positionOf({ classes: { 0: 0.5, 1: 0.5 } })] })
    expect(boundOf(mixed, { blocks: [0] })).toBe(0)
    expect(boundOf(mixed, { blocks: [0, 1] })).toBeNull()
    expect(boundOf(mixed, { blocks: [0, 0] })).toBeNull()
    expect(boundOf(mixed, { blocks: [7] })).toBeNull()
    expect(boundOf({ ...mixed, cashCounts: true }, { blocks: [4] })).toBeNull()
    expect(boundOf(mixed, { region: 0 })).toBeNull()
    expect(provenBound(mixed, { cases: [] })).toBeNull()
    const fine = { ...mixed, accounts: [accountOf(1_000_000)] }
    expect(boundOf(fine, { blocks: [0] })).toBeNull()
    expect(boundOf(fine, { claim: fineMoney(1n) })).toBeNull()
  })

  it('takes what is no number for no price', () => {
    const hints = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const hint of hints) {
      const multipliers = { classes: [hint], accounts: [hint], turnover: hint, shortGain: hint, longGain: hint }
      expect(boundOf(shares, { multipliers })).toBe(0)
    }
  })

  it('is never above the best of all plans, whatever the multipliers', () => {
    const cases = fc.record({
      problem: tinyProblem,
      multipliers: fc.array(anyMultipliers, { minLength: 6, maxLength: 6 }),
      kept: fc.shuffledSubarray([0, 1, 4, 2]),
      byRegion: fc.boolean(),
    })
    let blocks = 0
    let plans = 0
    fc.assert(
      fc.property(cases, ({ problem, multipliers, kept, byRegion }) => {
        const best = bestOf(problem)
        fc.pre(best !== null)
        plans += 1
        const together = keepable(problem, kept)
        for (const blocksOf of [[], together]) {
          const one = multipliers.map((m) => ({ region: null, multipliers: m, blocks: blocksOf, claim: null }))
          const regional = one.map((c, region) => ({ ...c, region }))
          const proofs = byRegion && problem.netting ? [regional] : one.map((c) => [c])
          for (const each of proofs) {
            const bound = provenBound(problem, { cases: each })
            expect(bound).not.toBeNull()
            expect((bound ?? 0n) <= (best ?? 0n)).toBe(true)
          }
        }
        blocks += together.length
      }),
      { numRuns: 400 },
    )
    expect(blocks).toBeGreaterThan(plans / 2)
  })

  it('lets a claim stand up to the best of all plans, and not beyond', () => {
    const cases = fc.record({
      problem: tinyProblem,
      multipliers: anyMultipliers,
      kept: fc.shuffledSubarray([0, 1, 4, 2]),
    })
    let exact = 0
    fc.assert(
      fc.property(cases, ({ problem, multipliers, kept }) => {
        const best = bestOf(problem)
        fc.pre(best !== null)
        const blocks = keepable(problem, kept)
        const regions = problem.netting ? REGIONS : [null]
        const claimed = (claim: bigint) =>
          provenBound(problem, {
            cases: regions.map((region) => ({ region, multipliers, blocks, claim: fineMoney(claim) })),
          })
        const floor = fineDown(best ?? 0n)
        expect(claimed(floor + 1n)).toBeNull()
        // With netting, a choice of lots is relaxed.
        if (problem.netting && problem.positions.some((p) => p.lots.length > 1)) return
        exact += 1
        expect(fineDown(claimed(floor) ?? -(10n ** 60n))).toBe(floor)
      }),
      { numRuns: 400 },
    )
    expect(exact).toBeGreaterThan(100)
  })

  it('comes with the judgement in one answer', () => {
    const checked = check(shares, [2n], [[]], proofOf({ blocks: [0] }))
    expect(checked).toMatchObject({ feasible: true, faults: [] })
    expect(checked.objective).toBe(checked.lowerBound)
    expect(check({ ...shares, tracking: RATE_ONE as Problem['tracking'] }, [9n], [[]], proofOf({})).feasible).toBe(
      false,
    )
  })
})
