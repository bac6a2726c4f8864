import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, isWhole, totalWeight } from '@/lib/core/asset-class'
import { builtInModel, REGIME_STATES, RISK_LEVELS, regimePair, THESIS_SIGN } from '@/lib/core/models'

describe.each(RISK_LEVELS)('the built-in models of %s risk', (risk) => {
  it.each(REGIME_STATES)('total 100.00 %% when %s', (state) => {
    const model = builtInModel(risk, state)
    expect(totalWeight(model)).toBe(10_000)
    expect(isWhole(model)).toBe(true)
  })

  it('move each class from tightening over neutral to post-QT in the direction of the thesis', () => {
    const [tightening, neutral, postQt] = REGIME_STATES.map((state) => builtInModel(risk, state))
    for (const c of ASSET_CLASSES) {
      const steps = [(neutral?.[c] ?? 0) - (tightening?.[c] ?? 0), (postQt?.[c] ?? 0) - (neutral?.[c] ?? 0)]
      for (const step of steps) expect(step * THESIS_SIGN[c]).toBeGreaterThanOrEqual(0)
    }
  })

  it('hold at most 2 % of digital assets', () => {
    for (const state of REGIME_STATES) expect(builtInModel(risk, state).digital).toBeLessThanOrEqual(200)
  })

  it('give the pair of regimes', () => {
    expect(regimePair(risk)).toEqual({
      tightening: builtInModel(risk, 'tightening'),
      postQt: builtInModel(risk, 'postQt'),
    })
  })
})
