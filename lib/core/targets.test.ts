import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, byClass, isWhole, totalWeight, type Weights, weights } from '@/lib/core/asset-class'
import { builtInModel, RISK_LEVELS, regimePair } from '@/lib/core/models'
import { blend, DEFAULT_BANDS, exampleWeights, halfWidth, weightsOfHoldings } from '@/lib/core/targets'
import { bps, cents, shareOut } from '@/lib/core/units'
import { BUCKETS, type Bucket } from '@/lib/core/valuation'

const anyWeights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 6, maxLength: 6 }).map((parts): Weights => {
  const shares =
    shareOut(
      10_000n,
      parts.map((part) => BigInt(part) + 1n),
    ) ?? []
  return Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, bps(Number(shares[i]))])) as Weights
})
const anyShare = fc.integer({ min: 0, max: 10_000 }).map(bps)

describe('halfWidth', () => {
  it('of 5/25 is five points from a target of 20 % on, and a quarter of the target below', () => {
    const band = { rule: 'fiveTwentyFive' } as const
    expect(halfWidth(bps(3900), band)).toBe(50_000)
    expect(halfWidth(bps(2000), band)).toBe(50_000)
    expect(halfWidth(bps(1000), band)).toBe(25_000)
    expect(halfWidth(bps(150), band)).toBe(3750)
    expect(halfWidth(bps(0), band)).toBe(0)
  })

  it('of the absolute rule is what was said, whatever the target', () => {
    expect(halfWidth(bps(100), { rule: 'absolute', halfWidth: bps(325) })).toBe(32_500)
  })

  it('of the relative rule is so many percent of the target', () => {
    expect(halfWidth(bps(2450), { rule: 'relative', percent: 20 })).toBe(49_000)
    expect(halfWidth(bps(1), { rule: 'relative', percent: 1 })).toBe(1)
  })

  it('is never negative, and 5/25 never wider than either of its rules', () => {
    fc.assert(
      fc.property(anyShare, (target) => {
        const width = halfWidth(target, { rule: 'fiveTwentyFive' })
        expect(width).toBeGreaterThanOrEqual(0)
        expect(width).toBe(
          Math.min(
            halfWidth(target, { rule: 'absolute', halfWidth: bps(500) }),
            halfWidth(target, { rule: 'relative', percent: 25 }),
          ),
        )
      }),
    )
  })

  it('is the default of every class', () => {
    expect(DEFAULT_BANDS).toEqual(byClass(() => ({ rule: 'fiveTwentyFive' })))
  })
})

describe('blend', () => {
  it('starts at one end and ends at the other', () => {
    for (const risk of RISK_LEVELS) {
      const { tightening, postQt } = regimePair(risk)
      expect(blend(tightening, postQt, bps(0))).toEqual(tightening)
      expect(blend(tightening, postQt, bps(10_000))).toEqual(postQt)
    }
  })

  it('is half of each in the middle', () => {
    const { tightening, postQt } = regimePair('balanced')
    const expected = weights({
      growth: 3700,
      tech: 1850,
      longBonds: 1200,
      digital: 150,
      moneyFunds: 2500,
      alternatives: 600,
    })
    expect(blend(tightening, postQt, bps(5000))).toEqual(expected)
  })

  it('totals 10,000 at every share, each class between its ends', () => {
    fc.assert(
      fc.property(anyWeights, anyWeights, anyShare, (from, to, share) => {
        const mixed = blend(from, to, share)
        expect(totalWeight(mixed)).toBe(10_000)
        for (const c of ASSET_CLASSES) {
          expect(mixed[c]).toBeGreaterThanOrEqual(Math.min(from[c], to[c]))
          expect(mixed[c]).toBeLessThanOrEqual(Math.max(from[c], to[c]))
        }
      }),
    )
  })

  it('refuses a share outside the way', () => {
    const { tightening, postQt } = regimePair('growth')
    expect(() => blend(tightening, postQt, bps(-1))).toThrow()
    expect(() => blend(tightening, postQt, bps(10_001))).toThrow()
  })
})

describe('exampleWeights', () => {
  it('are those of the model or of the blend named', () => {
    expect(exampleWeights({ kind: 'builtIn', risk: 'growth', state: 'neutral' })).toEqual(
      builtInModel('growth', 'neutral'),
    )
    expect(exampleWeights({ kind: 'blend', risk: 'growth', share: bps(10_000) })).toEqual(
      builtInModel('growth', 'postQt'),
    )
  })
})

const valuesOf = (partial: Partial<Record<Bucket, number>>) => ({
  values: Object.fromEntries(BUCKETS.map((b) => [b, cents(BigInt(partial[b] ?? 0))])) as Record<
    Bucket,
    ReturnType<typeof cents>
  >,
})

describe('weightsOfHoldings', () => {
  it('leaves out what stands apart and rescales the rest to the whole', () => {
    const held = weightsOfHoldings(valuesOf({ growth: 300, longBonds: 100, unclassified: 5000, cash: 77 }))
    expect(held).toEqual(weights({ growth: 7500, longBonds: 2500 }))
  })

  it('gives thirds that total the whole', () => {
    const held = weightsOfHoldings(valuesOf({ growth: 1, tech: 1, digital: 1 }))
    expect(held).toEqual(weights({ growth: 3334, tech: 3333, digital: 3333 }))
  })

  it('is null with nothing held, or with an overdraft', () => {
    expect(weightsOfHoldings(valuesOf({ unclassified: 5000 }))).toBeNull()
    expect(weightsOfHoldings(valuesOf({ growth: 5000, moneyFunds: -1 }))).toBeNull()
  })

  it('is a whole target for any holdings', () => {
    const amounts = fc.array(fc.nat(1e9), { minLength: 6, maxLength: 6 }).filter((all) => all.some((a) => a > 0))
    fc.assert(
      fc.property(amounts, (all) => {
        const held = weightsOfHoldings(valuesOf(Object.fromEntries(ASSET_CLASSES.map((c, i) => [c, all[i]]))))
        expect(held && isWhole(held)).toBe(true)
      }),
    )
  })
})
