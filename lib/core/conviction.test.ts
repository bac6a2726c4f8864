import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, isWhole } from '@/lib/core/asset-class'
import { CONVICTION_STEP, convictionNear, convictionOf, GREATEST_CONVICTION, isConviction } from '@/lib/core/conviction'
import { deriveModel, keptWeight } from '@/lib/core/model-derivation'
import { DIGITAL_CAP, MONEY_FLOOR } from '@/lib/core/model-inputs'
import { REGIMES } from '@/lib/core/model-terms'
import { builtInModel, REGIME_STATES, RISK_LEVELS, type RiskLevel, regimePair, THESIS_SIGN } from '@/lib/core/models'

/** All there are: 41. */
const EVERY = Array.from({ length: Math.round(GREATEST_CONVICTION / CONVICTION_STEP) + 1 }, (_, i) =>
  convictionNear(i * CONVICTION_STEP),
)

describe('a conviction', () => {
  it('is a whole step, equal to the number as it is written', () => {
    expect(EVERY).toHaveLength(41)
    expect(EVERY.every(isConviction)).toBe(true)
    expect(EVERY).toContain(0.15)
    expect(EVERY).toContain(1.85)
    for (const wrong of [-0.05, 2.05, 0.51, 3 * 0.05, Number.NaN, Number.POSITIVE_INFINITY])
      expect(isConviction(wrong)).toBe(false)
  })

  it('comes from a typed number by the nearest step within the limits', () => {
    expect(convictionNear(0.52)).toBe(0.5)
    expect(convictionNear(-3)).toBe(0)
    expect(convictionNear(9)).toBe(2)
    expect(convictionNear(1.3, 1)).toBe(1)
  })

  it('is that of the published models where none was recorded', () => {
    expect(convictionOf({})).toBe(1)
    expect(convictionOf({ conviction: 0 })).toBe(0)
  })
})

describe.each(RISK_LEVELS)('conviction in the models of %s risk', (risk) => {
  it('is neutral at 0, in both regimes', () => {
    const neutral = builtInModel(risk, 'neutral')
    expect(regimePair(risk, 0)).toEqual({ tightening: neutral, postQt: neutral })
  })

  it('is the published table at 1', () => {
    expect(regimePair(risk, 1)).toEqual(regimePair(risk))
  })

  it('leaves the neutral model as it is', () => {
    for (const conviction of EVERY)
      expect(builtInModel(risk, 'neutral', conviction)).toEqual(builtInModel(risk, 'neutral'))
  })

  it('totals 100.00 % always', () => {
    for (const conviction of EVERY)
      for (const state of REGIME_STATES) expect(isWhole(builtInModel(risk, state, conviction))).toBe(true)
  })

  it('moves every class one way only as it grows', () => {
    for (const regime of REGIMES) {
      const way = regime === 'postQt' ? 1 : -1
      const path = EVERY.map((conviction) => builtInModel(risk, regime, conviction))
      for (const c of ASSET_CLASSES) {
        const steps = path.slice(1).map((weights, i) => (weights[c] - (path[i]?.[c] ?? 0)) * way * THESIS_SIGN[c])
        expect(Math.min(...steps), `${c} ${regime}`).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('keeps the floor of money-market funds, a quarter of each class and the cap of digital assets, above 1 too', () => {
    for (const conviction of EVERY) {
      const { neutral, before, rounded } = deriveModel(risk, conviction)
      for (const percents of [...Object.values(before), ...Object.values(rounded)]) {
        expect(percents.moneyFunds).toBeGreaterThanOrEqual(MONEY_FLOOR - 1e-9)
        expect(percents.digital).toBeLessThanOrEqual(DIGITAL_CAP[risk])
        for (const c of ASSET_CLASSES) expect(percents[c]).toBeGreaterThanOrEqual(keptWeight(c, neutral) - 1e-9)
      }
    }
  })
})

describe('the budget', () => {
  const used = (risk: RiskLevel, conviction: number) => deriveModel(risk, conviction)

  it('grows in proportion up to 1', () => {
    for (const risk of RISK_LEVELS) {
      const { full } = used(risk, 1)
      expect(used(risk, 0.5).budget).toBeCloseTo(full / 2, 12)
      expect(used(risk, 1).budget).toBe(full)
    }
  })

  it('grows above 1 until a class is at its limit, which is named', () => {
    expect(used('conservative', 1.5)).toMatchObject({ budget: 1.5, boundBy: null })
    expect(used('balanced', 2)).toMatchObject({ budget: used('balanced', 1.5).budget, boundBy: 'alternatives' })
    expect(used('growth', 2)).toMatchObject({ budget: used('growth', 1).budget, boundBy: 'moneyFunds' })
  })
})
