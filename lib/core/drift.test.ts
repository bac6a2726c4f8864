import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, byClass, type Weights, weights } from '@/lib/core/asset-class'
import { anyTarget, awkwardSnapshot } from '@/lib/core/awkward-book'
import { bandState, compare, measureDrift, regimePosition, shiftsTo, targetValues } from '@/lib/core/drift'
import { builtInModel, regimePair } from '@/lib/core/models'
import { notate } from '@/lib/core/notation'
import { wholeWeights } from '@/lib/core/random-book'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { bps, cents, sum, WHOLE } from '@/lib/core/units'
import { type Breakdown, breakdown } from '@/lib/core/valuation'

/** A book that stands exactly on the weights, with one million per basis point. */
const on = (w: Weights): Breakdown => {
  const values = { ...byClass((c) => cents(BigInt(w[c]) * 1_000_000n)), unclassified: cents(0n), cash: cents(0n) }
  const investable = cents(sum(Object.values(values)))
  const shares = { ...w, unclassified: bps(0), cash: bps(0) }
  return { total: investable, reserve: cents(0n), investable, values, weights: shares, unpriced: [] }
}

const { tightening, postQt } = regimePair('balanced')
const target = { weights: postQt, bands: DEFAULT_BANDS, destination: 'target' as const }

const BOOK = breakdown(notate('ira deferred cash 200; A growth 1 @ 500; B tech 1 @ 300'))

describe('measureDrift', () => {
  it('is half the sum of the gaps', () => {
    // 50/30/0/0/20/0 against 39/21/18/2/10/10: ½(11 + 9 + 18 + 2 + 10 + 10) = 30 %
    expect(measureDrift(BOOK, postQt)).toBe(3_000)
  })

  it('counts what nobody has classified as away from its place', () => {
    // 40 of 50 in growth, 10 apart: ½(|80 − 100| + 20) = 20 %
    const b = breakdown(notate('ira deferred; A growth 1 @ 40; X ? 1 @ 10'))
    expect(measureDrift(b, weights({ growth: WHOLE }))).toBe(2_000)
  })

  it('is nothing without a net worth', () => {
    expect(measureDrift(breakdown(notate('ira deferred')), postQt)).toBeNull()
  })
})

describe('regimePosition', () => {
  it('places a worked book', () => {
    // w − t = 15 14 −6 −1 −20 −2, p − t = 4 5 12 1 −30 8: dot 60 + 70 − 72 − 1 + 600 − 16 = 641, |p − t|² = 1,150, λ = 0.55739…
    // gaps 12.770 11.213 12.689 1.557 3.278 6.459: ½ · 47.967 = 23.983 %
    expect(regimePosition(BOOK, tightening, postQt)).toEqual({ along: 5_574, off: 2_398 })
  })

  it('may lie outside the line', () => {
    const cautious = breakdown(notate('ira deferred cash 1000'))
    expect(regimePosition(cautious, tightening, postQt)?.along).toBeLessThan(0)
    const bold = breakdown(notate('ira deferred; A growth 1 @ 500; B longBonds 1 @ 500'))
    expect(regimePosition(bold, tightening, postQt)?.along).toBeGreaterThan(WHOLE)
  })

  it('counts what stands apart as off the line', () => {
    const b = breakdown(notate('ira deferred cash 50; A growth 1 @ 50', { cashCounts: false }))
    const [t, p] = [weights({ growth: WHOLE }), weights({ tech: WHOLE })]
    // λ = ((−½)(−1) + 0)/2 = ¼; ½(|½ − ¾| + |0 − ¼| + ½) = ½
    expect(regimePosition(b, t, p)).toEqual({ along: 2_500, off: 5_000 })
  })

  it('is nothing without a net worth, or without two ends', () => {
    expect(regimePosition(breakdown(notate('ira deferred')), tightening, postQt)).toBeNull()
    expect(regimePosition(BOOK, postQt, postQt)).toBeNull()
  })

  it('is 0 % on the tightening weights and 100 % on the post-QT weights, with nothing off', () => {
    fc.assert(
      fc.property(wholeWeights, wholeWeights, (t, p) => {
        fc.pre(ASSET_CLASSES.some((c) => t[c] !== p[c]))
        expect(regimePosition(on(t), t, p)).toEqual({ along: 0, off: 0 })
        expect(regimePosition(on(p), t, p)).toEqual({ along: WHOLE, off: 0 })
      }),
    )
  })

  it('turns round when the two ends change places', () => {
    fc.assert(
      fc.property(awkwardSnapshot, wholeWeights, wholeWeights, (snapshot, t, p) => {
        const there = regimePosition(breakdown(snapshot), t, p)
        const back = regimePosition(breakdown(snapshot), p, t)
        if (!there || !back) return
        expect(Math.abs(there.along + back.along - WHOLE)).toBeLessThanOrEqual(1)
        expect(back.off).toBe(there.off)
      }),
    )
  })
})

describe('bandState', () => {
  const at = (value: number) => breakdown(notate(`ira deferred; A growth 1 @ ${value}; B tech 1 @ ${100 - value}`))
  const wanted = { ...target, weights: weights({ growth: 4_000, tech: 6_000 }) }

  it('has its edges inside', () => {
    const side = (value: number) => bandState(at(value), wanted, 'growth').side
    expect([34.99, 35, 40, 45, 45.01].map(side)).toEqual(['below', 'inside', 'inside', 'inside', 'above'])
  })

  it('has no width at a target of zero, and does not reach below it', () => {
    expect(bandState(at(40), wanted, 'digital')).toEqual({ lower: 0, upper: 0, side: 'inside' })
    const held = breakdown(notate('ira deferred; A growth 1 @ 9999.99; D digital 1 @ 0.01'))
    expect(bandState(held, wanted, 'digital').side).toBe('above')
    const wide = { ...wanted, bands: byClass(() => ({ rule: 'absolute' as const, halfWidth: bps(9_000) })) }
    expect(bandState(at(40), wide, 'growth')).toEqual({ lower: 0, upper: 1_000_000, side: 'inside' })
  })

  it('says nothing when nothing is invested', () => {
    expect(bandState(breakdown(notate('ira deferred cash -5')), wanted, 'growth').side).toBe('inside')
  })
})

describe('compare', () => {
  it('shows a worked book against both regimes and the target', () => {
    const { rows, drift, position } = compare(BOOK, { tightening, postQt }, target)
    expect(rows.map((r) => r.assetClass)).toEqual([...ASSET_CLASSES])
    expect(rows.map((r) => r.value)).toEqual([50_000n, 30_000n, 0n, 0n, 20_000n, 0n])
    expect(rows.map((r) => r.shiftToTightening)).toEqual([-15_000n, -14_000n, 6_000n, 1_000n, 20_000n, 2_000n])
    expect(rows.map((r) => r.shiftToPostQt)).toEqual([-11_000n, -9_000n, 18_000n, 2_000n, -10_000n, 10_000n])
    expect(rows.map((r) => r.adopted?.drift)).toEqual([1_100, 900, -1_800, -200, 1_000, -1_000])
    expect(rows.map((r) => r.adopted?.band.side)).toEqual(['above', 'above', 'below', 'below', 'above', 'below'])
    expect([drift, position?.along]).toEqual([3_000, 5_574])
  })

  it('leaves the target out when none is adopted', () => {
    const bare = compare(BOOK, { tightening, postQt }, null)
    expect([bare.drift, bare.rows[0]?.adopted]).toEqual([null, null])
    expect(bare.driftFromPostQt).toBe(3_000)
  })

  it('adds up in every column, for any book', () => {
    fc.assert(
      fc.property(awkwardSnapshot, anyTarget, (snapshot, wanted) => {
        const b = breakdown(snapshot)
        const { rows } = compare(b, { tightening, postQt }, wanted)
        const apart = b.values.unclassified + b.values.cash
        expect(sum(rows.map((r) => r.value)) + apart).toBe(b.investable)
        expect(sum(rows.map((r) => r.shiftToTightening))).toBe(apart)
        expect(sum(rows.map((r) => r.shiftToPostQt))).toBe(apart)
        expect(sum(rows.map((r) => r.adopted?.shift ?? 0n))).toBe(apart)
        if (b.weights === null) return
        const apartWeight = b.weights.unclassified + b.weights.cash
        expect(rows.reduce((total, r) => total + (r.weight ?? 0), 0) + apartWeight).toBe(WHOLE)
        expect(rows.reduce((total, r) => total + (r.adopted?.drift ?? 0), 0) + apartWeight).toBe(0)
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(awkwardSnapshot, anyTarget, (snapshot, wanted) => {
        const turned = {
          ...snapshot,
          accounts: snapshot.accounts.toReversed(),
          holdings: snapshot.holdings.toReversed(),
        }
        const { breakdown: _, ...there } = compare(breakdown(snapshot), { tightening, postQt }, wanted)
        const { breakdown: __, ...back } = compare(breakdown(turned), { tightening, postQt }, wanted)
        expect(back).toEqual(there)
      }),
    )
  })

  it('measures the same when everything is so many times as much', () => {
    const times = (b: Breakdown, k: bigint): Breakdown => ({
      ...b,
      investable: cents(b.investable * k),
      values: Object.fromEntries(
        Object.entries(b.values).map(([name, v]) => [name, cents(v * k)]),
      ) as Breakdown['values'],
    })
    fc.assert(
      fc.property(awkwardSnapshot, anyTarget, fc.bigInt(2n, 1_000n), (snapshot, wanted, k) => {
        const b = breakdown(snapshot)
        const [small, large] = [b, times(b, k)].map((x) => compare(x, { tightening, postQt }, wanted))
        expect(large?.drift).toBe(small?.drift)
        expect(large?.position).toEqual(small?.position)
        expect(large?.rows.map((r) => r.adopted?.band)).toEqual(small?.rows.map((r) => r.adopted?.band))
      }),
    )
  })

  it('finds no drift and no shift on the target itself', () => {
    fc.assert(
      fc.property(wholeWeights, (w) => {
        const { drift, rows } = compare(on(w), { tightening, postQt }, { ...target, weights: w })
        expect(drift).toBe(0)
        expect(rows.every((r) => r.adopted?.shift === 0n && r.adopted.band.side === 'inside')).toBe(true)
      }),
    )
  })
})

describe('targetValues and shiftsTo', () => {
  it('place every cent', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n), wholeWeights, (investable, w) => {
        expect(sum(Object.values(targetValues(cents(investable), w)))).toBe(investable)
      }),
    )
  })

  it('lead onto the weights: after the shifts, a book of whole ten-thousands is there to the basis point', () => {
    const held = notate('ira deferred; A growth 7 @ 1000; B tech 3 @ 1000')
    const shifts = shiftsTo(breakdown(held), builtInModel('growth', 'neutral'))
    const moved = byClass((c) => shifts[c] + breakdown(held).values[c])
    expect(Object.values(moved)).toEqual([490_000n, 250_000n, 60_000n, 20_000n, 120_000n, 60_000n])
  })
})
