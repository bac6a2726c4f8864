import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES } from '@/lib/core/asset-class'
import { deriveModel, neutralWeights, unitTilt } from '@/lib/core/model-derivation'
import {
  CORRELATION,
  DIGITAL_CAP,
  KEPT_PART,
  MONEY_FLOOR,
  RISKY_CLASSES,
  TRACKING_BUDGET,
  VOLATILITY,
} from '@/lib/core/model-inputs'
import { REGIME_STATES, RISK_LEVELS } from '@/lib/core/models'

const total = (values: Record<string, number>) => Object.values(values).reduce((sum, value) => sum + value, 0)

describe('the inputs', () => {
  it('give each pair of risky classes one correlation', () => {
    const pairs = RISKY_CLASSES.flatMap((a, i) => RISKY_CLASSES.slice(i + 1).map((b) => [a, b] as const))
    for (const [a, b] of pairs) {
      expect(CORRELATION[a][b], `${a}-${b}`).toBeDefined()
      expect(CORRELATION[b][a], `${b}-${a}`).toBeUndefined()
    }
  })
})

describe('unitTilt', () => {
  it('is the published tilt per 1 % of tracking error', () => {
    const tilt = unitTilt()
    expect(tilt.growth).toBeCloseTo(1.19, 2)
    expect(tilt.tech).toBeCloseTo(1.53, 2)
    expect(tilt.longBonds).toBeCloseTo(3.92, 2)
    expect(tilt.digital).toBeCloseTo(0.22, 2)
    expect(tilt.alternatives).toBeCloseTo(2.66, 2)
  })

  it('moves nothing in sum', () => {
    expect(total(unitTilt())).toBeCloseTo(0, 12)
  })

  it('has a tracking error of 1 %', () => {
    const tilt = unitTilt()
    const correlation = (a: (typeof RISKY_CLASSES)[number], b: (typeof RISKY_CLASSES)[number]) =>
      a === b ? 1 : (CORRELATION[a][b] ?? CORRELATION[b][a] ?? Number.NaN)
    const variance = RISKY_CLASSES.flatMap((a) =>
      RISKY_CLASSES.map((b) => (tilt[a] / 100) * (tilt[b] / 100) * VOLATILITY[a] * VOLATILITY[b] * correlation(a, b)),
    ).reduce((sum, part) => sum + part, 0)
    expect(Math.sqrt(variance)).toBeCloseTo(1, 12)
  })
})

describe.each(RISK_LEVELS)('deriveModel at %s risk', (risk) => {
  const derivation = deriveModel(risk)

  it('totals 100 before rounding and after', () => {
    for (const state of REGIME_STATES) {
      expect(total(derivation.before[state])).toBeCloseTo(100, 10)
      expect(total(derivation.rounded[state])).toBe(100)
    }
  })

  it('leaves the neutral weights as they are', () => {
    expect(derivation.before.neutral).toEqual(neutralWeights(risk))
  })

  it('keeps the floor of money-market funds, a quarter of each class, and the cap of digital assets', () => {
    for (const state of REGIME_STATES) {
      const weights = derivation.before[state]
      expect(weights.moneyFunds).toBeGreaterThanOrEqual(MONEY_FLOOR - 1e-9)
      expect(weights.digital).toBeLessThanOrEqual(DIGITAL_CAP[risk])
      for (const c of ASSET_CLASSES) expect(weights[c]).toBeGreaterThanOrEqual(derivation.neutral[c] * KEPT_PART - 1e-9)
    }
  })
})

describe('the tracking budget', () => {
  it('is used whole but for Growth, which the floor of money-market funds binds', () => {
    const used = Object.fromEntries(RISK_LEVELS.map((risk) => [risk, deriveModel(risk)]))
    expect(used.conservative).toMatchObject({ budget: TRACKING_BUDGET.conservative, boundBy: null })
    expect(used.balanced).toMatchObject({ budget: TRACKING_BUDGET.balanced, boundBy: null })
    expect(used.growth?.budget).toBeCloseTo(0.79, 3)
    expect(used.growth?.boundBy).toBe('moneyFunds')
  })
})
