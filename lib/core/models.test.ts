import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, isWhole, totalWeight } from '@/lib/core/asset-class'
import {
  builtInModel,
  REGIME_STATES,
  type RegimeState,
  RISK_LEVELS,
  type RiskLevel,
  regimePair,
  THESIS_SIGN,
} from '@/lib/core/models'

/** The published weights in percent, in the order of the classes. The product computes them; this is what must come out. */
const PUBLISHED: Record<RiskLevel, Record<RegimeState, number[]>> = {
  conservative: {
    tightening: [17, 8, 17, 1, 54, 3],
    neutral: [19, 9, 21, 1, 44, 6],
    postQt: [20, 11, 25, 1, 34, 9],
  },
  balanced: {
    tightening: [35, 16, 6, 1, 40, 2],
    neutral: [37, 19, 12, 1.5, 24.5, 6],
    postQt: [39, 21, 18, 2, 10, 10],
  },
  growth: {
    tightening: [48, 23, 3, 2, 20, 4],
    neutral: [49, 25, 6, 2, 12, 6],
    postQt: [50, 26, 9, 2, 5, 8],
  },
}

describe.each(RISK_LEVELS)('the built-in models of %s risk', (risk) => {
  it.each(REGIME_STATES)('total 100.00 %% when %s', (state) => {
    const model = builtInModel(risk, state)
    expect(totalWeight(model)).toBe(10_000)
    expect(isWhole(model)).toBe(true)
  })

  it.each(REGIME_STATES)('are those published when %s', (state) => {
    const model = builtInModel(risk, state)
    expect(ASSET_CLASSES.map((c) => model[c] / 100)).toEqual(PUBLISHED[risk][state])
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
