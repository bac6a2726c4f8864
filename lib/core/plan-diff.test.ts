import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan, type Plan, type Trade } from '@/lib/core/plan'
import { diffPlans, isSamePlan } from '@/lib/core/plan-diff'
import { anyPolicy, anySnapshot } from '@/lib/core/random-book'
import { cents, fineMoney, ONE, quantity } from '@/lib/core/units'

const policy = examplePolicy()

const planOf = (text: string): Plan => {
  const { plan } = buildPlan(notate(text), policy)
  if (!plan) throw new Error('The example has no plan')
  return plan
}

const sell = planOf('A deferred; G growth 6000 @ 1; B longBonds 4000 @ 1')
const [first, second] = sell.trades as [Trade, Trade]
const tell = ({ side, symbol }: Trade) => `${side} ${symbol}`
const keys = (trades: Trade[]) => trades.map((t) => `${t.accountId} ${t.symbol}`).sort()

describe('diffPlans', () => {
  it('is empty for equal plans', () => {
    expect(isSamePlan(diffPlans(sell, structuredClone(sell)))).toBe(true)
  })

  it('tells a trade that came and one that went', () => {
    const other = planOf('A deferred; G growth 6000 @ 1; C longBonds 4000 @ 1')
    const diff = diffPlans(sell, other)
    expect(diff.added.map(tell)).toEqual(['buy C'])
    expect(diff.removed.map(tell)).toEqual(['buy B'])
    expect([diff.changed, diff.figures]).toEqual([[], {}])
  })

  it('tells the same symbol in another account apart', () => {
    const elsewhere = { ...second, accountId: 'B' }
    const diff = diffPlans(sell, { ...sell, trades: [first, elsewhere] })
    expect([diff.added, diff.removed]).toEqual([[elsewhere], [second]])
  })

  it.each<[string, Partial<Trade>]>([
    ['side', { side: 'buy' }],
    ['quantity', { quantity: quantity(999n * ONE) }],
    ['value', { value: cents(1n) }],
  ])('calls another %s a change of the trade', (_, change) => {
    const other = { ...first, ...change }
    expect(diffPlans(sell, { ...sell, trades: [other, second] })).toEqual({
      added: [],
      removed: [],
      changed: [{ before: first, after: other }],
      figures: {},
    })
  })

  it('tells the figures that differ, and no other', () => {
    const after: Plan = {
      ...sell,
      driftAfter: null,
      costs: cents(sell.costs + 5n),
      tax: { ...sell.tax, unknown: 2 },
      certificate: { ...sell.certificate, objective: fineMoney(30n), lowerBound: fineMoney(10n) },
    }
    const before = {
      ...sell,
      certificate: { ...sell.certificate, objective: fineMoney(7n), lowerBound: fineMoney(7n) },
    }
    expect(diffPlans(before, after).figures).toEqual({
      drift: { before: sell.driftAfter, after: null },
      costs: { before: sell.costs, after: sell.costs + 5n },
      untaxed: { before: 0, after: 2 },
      gap: { before: 0n, after: 20n },
    })
  })

  it('mirrors itself when the plans are turned round, and accounts for every trade', () => {
    fc.assert(
      fc.property(anySnapshot, anyPolicy, anyPolicy, (snapshot, p, q) => {
        const [a, b] = [buildPlan(snapshot, p).plan, buildPlan(snapshot, q).plan]
        fc.pre(a !== null && b !== null)
        const [there, back] = [diffPlans(a, b), diffPlans(b, a)]
        expect(keys(there.added)).toEqual(keys(back.removed))
        expect(keys(there.removed)).toEqual(keys(back.added))
        expect(there.changed.length).toBe(back.changed.length)
        expect(Object.keys(there.figures)).toEqual(Object.keys(back.figures))
        for (const { before, after } of there.changed)
          expect(back.changed).toContainEqual({ before: after, after: before })
        expect(a.trades.length - there.removed.length).toBe(b.trades.length - there.added.length)
        expect(isSamePlan(diffPlans(a, structuredClone(a)))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
