import { describe, expect, it } from 'vitest'
import {
  bandOfRule,
  readBand,
  readBands,
  sameBand,
  writeBand,
  writeBands,
} from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import { choiceAt, firstChoice, placeOf, readChoice, type Shelf } from '@/app/(dashboard)/[portfolioId]/targets/draft'
import { weights } from '@/lib/core/asset-class'
import { builtInModel, RISK_LEVELS, regimePair } from '@/lib/core/models'
import { type Adoption, type Band, blend, DEFAULT_BANDS, type TargetOrigin } from '@/lib/core/targets'
import { bps } from '@/lib/core/units'

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
    expect(readChoice({ kind: 'builtIn', state: 'neutral' }, shelf({ risk: 'growth' }))).toMatchObject({
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
      expect(readChoice(choice, full)).toMatchObject({ source: choice, weights: MIX })
      expect(readChoice(choice, shelf())).toBeNull()
    }
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
      expect(placeOf(blend(tightening, postQt, bps(percent * 100)), risk).percent).toBe(percent)
    }
  })

  it('says how far off it other weights are', () => {
    expect(placeOf(weights({ digital: 10_000 }), 'balanced').off).toBeGreaterThan(5000)
    expect(placeOf(builtInModel('balanced', 'neutral'), 'balanced').off).toBeLessThan(100)
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
