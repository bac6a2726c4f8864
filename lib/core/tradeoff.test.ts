import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan, DEFAULT_TERMS, type Plan, type PlanPolicy } from '@/lib/core/plan'
import { tradeoffCurve } from '@/lib/core/tradeoff'
import { cents, fineMoney, RATE_ONE, type Rate, rate } from '@/lib/core/units'

const policy = examplePolicy()
const book = notate('A taxable; G growth 60 @ 100 lot 60 @ 10 2020-01-02; B longBonds 40 @ 100')

const plain = buildPlan(notate('A deferred; G growth 60 @ 100; B longBonds 40 @ 100'), policy).plan as Plan

/** Tax in cents and distance in ten-thousandths. */
type Option = [tax: number, tracking: number]

/** A planner that knows these plans alone and picks the best for the weights it is given. */
function chooser(options: readonly Option[], spend: (deadline: number) => void = () => {}): typeof buildPlan {
  return (_, { terms }) => {
    spend(terms.deadline)
    const cost = ([tax, tracking]: Option) => terms.tracking * BigInt(tracking) + terms.tax * BigInt(tax) * 100n
    const [tax, tracking] = options.reduce((best, option) => (cost(option) < cost(best) ? option : best))
    const parts = {
      ...plain.certificate.parts,
      tracking: fineMoney((terms.tracking * BigInt(tracking)) / RATE_ONE),
    }
    const certificate = { ...plain.certificate, parts }
    const plan = { ...plain, tax: { ...plain.tax, total: cents(BigInt(tax)) }, certificate }
    return { status: 'optimal', plan, issues: [] }
  }
}

const curve = (options: readonly Option[], p = policy) =>
  tradeoffCurve(book, p, undefined, chooser(options)).map(({ tax, tracking }) => [Number(tax), Number(tracking)])

/** The corners of the lower left hull, by the definition: best for some weight, and no other is as good there. */
function corners(options: readonly Option[]): Option[] {
  const better = ([a, b]: Option, [c, d]: Option) => a <= c && b <= d && (a < c || b < d)
  const efficient = options.filter((p) => !options.some((q) => better(q, p)))
  const above = (p: Option, q: Option, r: Option) => (p[0] - q[0]) * (r[1] - q[1]) <= (p[1] - q[1]) * (r[0] - q[0])
  return efficient
    .filter((p) => !efficient.some((q) => q[0] < p[0] && efficient.some((r) => r[0] > p[0] && above(p, q, r))))
    .sort((p, q) => p[0] - q[0])
}

describe('tradeoffCurve, over known plans', () => {
  it('finds the corners by tax ascending, and neither what is dominated nor what no weight prefers', () => {
    const options: Option[] = [
      [0, 100_000],
      [100, 60_000],
      [300, 20_000],
      [900, 0],
      [100, 70_000],
      [200, 45_000],
      [950, 10],
    ]
    expect(curve(options)).toEqual([
      [0, 100_000],
      [100, 60_000],
      [300, 20_000],
      [900, 0],
    ])
  })

  it('tells the weight with which each was found', () => {
    const found = tradeoffCurve(
      book,
      policy,
      undefined,
      chooser([
        [0, 90_000],
        [100, 20_000],
        [300, 0],
      ]),
    )
    // 90,000 ten-thousandths against 300 cents: 9.00 of distance for 3.00 of tax.
    expect(found.map((p) => p.taxWeight)).toEqual([1_000_000n * RATE_ONE, 3n * RATE_ONE, 0n])
  })

  it('is not thrown off by the weight of tracking', () => {
    const options: Option[] = [
      [0, 90_000],
      [100, 20_000],
      [300, 0],
    ]
    for (const tracking of [RATE_ONE * 7n, RATE_ONE / 10n]) {
      const terms = { ...DEFAULT_TERMS, tracking: rate(tracking) }
      expect(curve(options, { ...policy, terms })).toEqual(options)
    }
    expect(curve(options, { ...policy, terms: { ...DEFAULT_TERMS, tracking: rate(0n) } })).toEqual([])
  })

  it('finds all corners when they are few, and at most twelve of many', () => {
    const option = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500_000 }))
    fc.assert(
      fc.property(fc.array(option, { minLength: 1, maxLength: 40 }), (options) => {
        const wanted = corners(options)
        const found = curve(options)
        for (const point of found) expect(wanted).toContainEqual(point)
        if (wanted.length <= 6) expect(found).toEqual(wanted)
        expect(found.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  it('spreads the points over a curve that has many', () => {
    const many = Array.from({ length: 201 }, (_, i): Option => [i * 10, (200 - i) ** 2])
    const found = curve(many)
    expect(found.length).toBe(12)
    const steps = found.slice(1).map((p, i) => (p[0] ?? 0) - (found[i]?.[0] ?? 0))
    expect(Math.max(...steps)).toBeLessThanOrEqual(2000 / 4)
  })
})

describe('the time of tradeoffCurve', () => {
  const many = Array.from({ length: 201 }, (_, i): Option => [i * 10, (200 - i) ** 2])

  it('is the policy’s deadline for all solves together', () => {
    let now = 1000
    const given: number[] = []
    const plan = chooser(many, (deadline) => {
      given.push(deadline)
      now += deadline
    })
    tradeoffCurve(book, policy, () => now, plan)
    expect(now - 1000).toBeLessThanOrEqual(policy.terms.deadline)
    expect(new Set(given)).toEqual(new Set([policy.terms.deadline / 16]))
  })

  it('leaves out what there is no time for, but never the two ends', () => {
    let now = 0
    const plan = chooser(many, () => {
      now += 5000
    })
    expect(tradeoffCurve(book, policy, () => now, plan).map((p) => p.tax)).toEqual([0n, 2000n])
  })
})

describe('tradeoffCurve, over real plans', () => {
  it('is one point where nothing taxed can be sold, on the policy’s own terms', () => {
    const one = (text: string, more: Partial<PlanPolicy> = {}) => tradeoffCurve(notate(text), { ...policy, ...more })
    const taxed = 'A taxable cash 500; G growth 60 @ 100 lot 60 @ 10 2020-01-02; B longBonds 40 @ 100'
    for (const found of [
      one('A deferred; G growth 60 @ 100 lot 60 @ 10 2020-01-02; B longBonds 40 @ 100'),
      one('A taxable; G growth 60 @ 100; B longBonds 40 @ 100'),
      one('A taxable; G growth 60 @ 100 locked lot 60 @ 10 2020-01-02; B longBonds 40 @ 100'),
      one(taxed, { mode: 'buyOnly' }),
    ]) {
      expect(found.map((p) => [p.tax, p.taxWeight])).toEqual([[0n, DEFAULT_TERMS.tax as Rate]])
    }
  })

  it('is empty where no plan can be made', () => {
    expect(tradeoffCurve(notate('A taxable; G growth 60 @ ? lot 60 @ 10 2020-01-02'), policy)).toEqual([])
  })

  it('falls from no tax to the target, from the cheapest lots to the dearest', () => {
    const three = notate(`A taxable; G growth 40 @ 100 lot 20 @ 95 2020-01-02 lot 20 @ 10 2020-01-02
      H growth 40 @ 100 lot 40 @ 60 2026-06-01; B longBonds 20 @ 100 lot 20 @ 90 2020-01-02`)
    // 30 shares too many. 20 of them at 1.00 of tax each, then 10 at 37 % of 40, not at 20 % of 90; each closes 200 of distance.
    expect(tradeoffCurve(three, policy).map((p) => [p.tax, p.tracking, p.driftAfter])).toEqual([
      [0n, 60_000_000n, 3000],
      [2_000n, 20_000_000n, 1000],
      [16_800n, 0n, 0],
    ])
  })
})
