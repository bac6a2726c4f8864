import { describe, expect, it } from 'vitest'
import {
  bandOfRule,
  readBand,
  readBands,
  sameBand,
  writeBand,
  writeBands,
} from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import {
  choiceAt,
  firstChoice,
  firstConviction,
  nearestPlace,
  placeOf,
  readChoice,
  type Shelf,
  sameOrigin,
} from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { weights } from '@/lib/core/asset-class'
import { builtInModel, RISK_LEVELS, regimePair } from '@/lib/core/models'
import type { MeasuredOrigin } from '@/lib/core/regime-proposal'
import { type Adoption, type Band, blend, DEFAULT_BANDS, type TargetOrigin } from '@/lib/core/targets'
import { bps, type IsoDate } from '@/lib/core/units'

const MIX = weights({ growth: 6000, longBonds: 4000 })

const adoption = (origin: TargetOrigin): Adoption => ({
  id: 'a1',
  origin,
  weights: MIX,
  bands: DEFAULT_BANDS,
  destination: 'target',
  adoptedAt: '2026-11-20T10:00:00.000Z',
})
const shelf = (more: Partial<Shelf> = {}): Shelf => ({
  risk: 'balanced',
  models: [],
  held: null,
  adoptions: [],
  measured: null,
  ...more,
})

describe('firstChoice', () => {
  it('is neutral when nothing is adopted', () => {
    expect(firstChoice(shelf())).toEqual({ kind: 'builtIn', state: 'neutral' })
  })

  it('is the target in force, by its model when that belongs to the risk level', () => {
    const opened = (origin: TargetOrigin) => firstChoice(shelf({ adoptions: [adoption(origin)] }))
    expect(opened({ kind: 'builtIn', risk: 'balanced', state: 'postQt' })).toEqual({ kind: 'builtIn', state: 'postQt' })
    expect(opened({ kind: 'blend', risk: 'balanced', share: bps(3000) })).toEqual({ kind: 'blend', share: 3000 })
    expect(opened({ kind: 'builtIn', risk: 'growth', state: 'postQt' })).toEqual({ kind: 'earlier', adoptionId: 'a1' })
    expect(opened({ kind: 'holdings' })).toEqual({ kind: 'earlier', adoptionId: 'a1' })
  })
})

describe('readChoice', () => {
  it('gives built-in weights the portfolio’s risk level', () => {
    expect(readChoice({ kind: 'builtIn', state: 'neutral' }, shelf({ risk: 'growth' }), 1)).toMatchObject({
      source: { kind: 'builtIn', risk: 'growth', state: 'neutral' },
      weights: builtInModel('growth', 'neutral'),
    })
  })

  it('finds models, holdings and earlier targets, or nothing when they are gone', () => {
    const model = { id: 'm1', name: 'Mine', weights: MIX, version: 3 }
    const full = shelf({ models: [model], held: MIX, adoptions: [adoption({ kind: 'holdings' })] })
    for (const choice of [
      { kind: 'custom', modelId: 'm1' },
      { kind: 'holdings' },
      { kind: 'earlier', adoptionId: 'a1' },
    ] as const) {
      expect(readChoice(choice, full, 1)).toMatchObject({ source: choice, weights: MIX })
      expect(readChoice(choice, shelf(), 1)).toBeNull()
    }
  })
})

describe('conviction', () => {
  const half: TargetOrigin = { kind: 'builtIn', risk: 'balanced', state: 'postQt', conviction: 0.5 }

  it('makes the weights of models and blends, and goes into their origin', () => {
    const considered = readChoice({ kind: 'builtIn', state: 'postQt' }, shelf(), 0.5)
    expect(considered).toMatchObject({ source: half, origin: half, weights: builtInModel('balanced', 'postQt', 0.5) })
    expect(readChoice({ kind: 'blend', share: bps(3000) }, shelf(), 0.5)?.origin).toMatchObject({ conviction: 0.5 })
  })

  it('is nothing to the neutral model', () => {
    const neutral = readChoice({ kind: 'builtIn', state: 'neutral' }, shelf(), 0.5)
    expect(neutral).toEqual(readChoice({ kind: 'builtIn', state: 'neutral' }, shelf(), 1))
  })

  it('opens with that of the target in force', () => {
    const opened = (origin: TargetOrigin) => firstConviction(shelf({ adoptions: [adoption(origin)] }))
    expect(opened(half)).toBe(0.5)
    expect(opened({ kind: 'builtIn', risk: 'balanced', state: 'postQt' })).toBe(1)
    expect(opened({ ...half, risk: 'growth' })).toBe(1)
    expect(opened({ kind: 'holdings' })).toBe(1)
  })

  it('left out is that of the published models', () => {
    const old: TargetOrigin = { kind: 'builtIn', risk: 'balanced', state: 'postQt' }
    expect(sameOrigin(old, { ...half, conviction: 1 })).toBe(true)
    expect(sameOrigin(old, half)).toBe(false)
  })
})

describe('what is proposed from the measured regime', () => {
  const measured: MeasuredOrigin = {
    kind: 'measured',
    risk: 'balanced',
    state: 'tightening',
    friday: '2026-08-21' as IsoDate,
    score: 0.31,
    conviction: 0.5,
  }

  it('is looked at while it is proposed; its score is not sent', () => {
    const considered = readChoice({ kind: 'measured' }, shelf({ measured }), 1)
    expect(considered).toMatchObject({ origin: measured, weights: builtInModel('balanced', 'tightening', 0.5) })
    expect(considered?.source).not.toHaveProperty('score')
    expect(readChoice({ kind: 'measured' }, shelf(), 1)).toBeNull()
  })
})

describe('the way between the regimes', () => {
  it('has the models at its ends', () => {
    expect(choiceAt(0)).toEqual({ kind: 'builtIn', state: 'tightening' })
    expect(choiceAt(100)).toEqual({ kind: 'builtIn', state: 'postQt' })
    expect(choiceAt(37)).toEqual({ kind: 'blend', share: 3700 })
  })

  it.each(RISK_LEVELS)('finds every blend at its own percent (%s)', (risk) => {
    const { tightening, postQt } = regimePair(risk)
    for (let percent = 0; percent <= 100; percent++) {
      expect(nearestPlace(blend(tightening, postQt, bps(percent * 100)), risk, 1).percent).toBe(percent)
    }
  })

  it('says how far off it other weights are', () => {
    for (const conviction of [0, 0.5, 1]) {
      expect(nearestPlace(weights({ digital: 10_000 }), 'balanced', conviction).off).toBeGreaterThan(5000)
      expect(nearestPlace(builtInModel('balanced', 'neutral'), 'balanced', conviction).off).toBeLessThan(100)
    }
  })

  it.each([0, 0.05, 1, 2])('leaves the slider where it was put, at conviction %d too', (conviction) => {
    for (let percent = 0; percent <= 100; percent++) {
      const considered = readChoice(choiceAt(percent), shelf(), conviction)
      expect(considered && placeOf(considered, 'balanced', conviction)).toEqual({ percent, off: null })
    }
  })
})

describe('bands in fields', () => {
  it('come back as they were written', () => {
    const bands: Band[] = [
      { rule: 'fiveTwentyFive' },
      { rule: 'absolute', halfWidth: bps(325) },
      { rule: 'relative', percent: 20 },
    ]
    for (const band of bands) expect(readBand(writeBand(band))).toEqual(band)
    expect(readBands(writeBands(DEFAULT_BANDS))).toEqual(DEFAULT_BANDS)
  })

  it('start with the figures of the 5/25 rule', () => {
    expect(readBand(bandOfRule('absolute'))).toEqual({ rule: 'absolute', halfWidth: 500 })
    expect(readBand(bandOfRule('relative'))).toEqual({ rule: 'relative', percent: 25 })
  })

  it('refuse what is no width', () => {
    for (const text of ['', 'x', '-1', '101']) expect(readBand({ rule: 'absolute', text })).toBeNull()
    expect(readBand({ rule: 'relative', text: '12.5' })).toBeNull()
    expect(readBands({ ...writeBands(DEFAULT_BANDS), tech: { rule: 'absolute', text: '' } })).toBeNull()
  })

  it('differ by rule and by width', () => {
    const five: Band = { rule: 'absolute', halfWidth: bps(500) }
    expect(sameBand(five, { rule: 'absolute', halfWidth: bps(500) })).toBe(true)
    expect(sameBand(five, { rule: 'absolute', halfWidth: bps(501) })).toBe(false)
    expect(sameBand(five, { rule: 'relative', percent: 5 })).toBe(false)
    expect(sameBand({ rule: 'fiveTwentyFive' }, { rule: 'fiveTwentyFive' })).toBe(true)
  })
})
