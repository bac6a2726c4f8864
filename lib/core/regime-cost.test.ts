import { describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { examplePolicy } from '@/lib/core/example-policy'
import { notate } from '@/lib/core/notation'
import { buildPlan } from '@/lib/core/plan'
import { costOfRegimes } from '@/lib/core/regime-cost'
import { DEFAULT_BANDS } from '@/lib/core/targets'

const pair = {
  tightening: weights({ growth: 5000, longBonds: 5000 }),
  postQt: weights({ growth: 8000, longBonds: 2000 }),
}
// Neither of the pair: the weights in force decide nothing here.
const policy = examplePolicy({
  target: { weights: weights({ tech: 10_000 }), bands: DEFAULT_BANDS, destination: 'edge' },
})
const book = notate('A deferred; G growth 6500 @ 1; B longBonds 3500 @ 1')

describe('costOfRegimes', () => {
  it('leads to each regime under the same bands and destination, and tells the difference', () => {
    const { regimes, difference } = costOfRegimes(book, policy, pair)
    // Bands of 5 points: from 65 % to the edges at 55 % and at 75 % (and of the bonds at 45 % and 25 %).
    expect(regimes.tightening.cost).toMatchObject({ trades: 2, turnover: 200_000n, driftBefore: 1500, driftAfter: 500 })
    expect(regimes.postQt.cost).toMatchObject({ trades: 2, turnover: 200_000n, driftBefore: 1500, driftAfter: 500 })
    expect(difference).toEqual({ trades: 0, turnover: 0n, tax: 0n, costs: 0n, driftBefore: 0, driftAfter: 0 })
  })

  it('is what a plan to these weights says', () => {
    const taxed = notate('A taxable; G growth 65 @ 100 lot 65 @ 10 2020-01-02; B longBonds 35 @ 100')
    const { regimes, difference } = costOfRegimes(taxed, policy, pair)
    const { plan } = buildPlan(taxed, { ...policy, target: { ...policy.target, weights: pair.tightening } })
    expect(regimes.tightening.cost).toMatchObject({ tax: plan?.tax.total, certificate: plan?.certificate })
    expect(plan?.tax.total).toBeGreaterThan(0n)
    expect(difference?.tax).toBe((regimes.postQt.cost?.tax ?? 0n) - (plan?.tax.total ?? 0n))
    expect(difference?.tax).toBeLessThan(0n)
  })

  it('gives the issues where there is no plan', () => {
    const unpriced = notate('A deferred; G growth 6500 @ ?; B longBonds 3500 @ 1')
    const { regimes, difference } = costOfRegimes(unpriced, policy, pair)
    expect([regimes.tightening.cost, regimes.postQt.cost, difference]).toEqual([null, null, null])
    expect(regimes.postQt.issues).toContainEqual(expect.objectContaining({ code: 'price.missing', subject: 'G' }))
  })
})
