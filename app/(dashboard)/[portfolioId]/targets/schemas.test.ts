import { describe, expect, it } from 'vitest'
import { adoptionSchema, newModelSchema } from '@/app/(dashboard)/[portfolioId]/targets/schemas'
import { builtInModel } from '@/lib/core/models'
import { DEFAULT_BANDS } from '@/lib/core/targets'

const id = '3f0a1c9e-8f2d-4a77-9d0b-5a1f0f6f2b11'
const weights = builtInModel('balanced', 'postQt')
const model = { id, name: 'Mine', weights }
const messages = (input: unknown) => newModelSchema.safeParse(input).error?.issues.map((issue) => issue.message)

describe('a model typed by hand', () => {
  it('is taken at exactly 100.00 %', () => {
    expect(newModelSchema.safeParse(model).success).toBe(true)
  })

  it.each([1, -1, 100])('is refused %i basis points off, and says so', (off) => {
    expect(messages({ ...model, weights: { ...weights, growth: weights.growth + off } })).toEqual([
      'targets.error.total',
    ])
  })

  it('is refused with a weight that is negative, not whole, missing or of no class', () => {
    const { growth, ...short } = weights
    for (const wrong of [
      { ...weights, growth: -1, tech: weights.tech + growth + 1 },
      { ...weights, growth: growth + 0.5, tech: weights.tech - 0.5 },
      { ...weights, growth: '3900' },
      { ...weights, gold: 0 },
      short,
    ]) {
      expect(newModelSchema.safeParse({ ...model, weights: wrong }).success).toBe(false)
    }
  })

  it('needs a name', () => {
    expect(messages({ ...model, name: '  ' })).toEqual(['common.field.required'])
    expect(messages({ ...model, name: 'x'.repeat(81) })).toEqual(['common.field.tooLong'])
  })
})

describe('an adoption', () => {
  const adoption = {
    id,
    portfolioId: id,
    source: { kind: 'builtIn', risk: 'balanced', state: 'postQt' },
    weights,
    bands: DEFAULT_BANDS,
    destination: 'edge',
    replaces: null,
  }

  it('is taken as it is', () => {
    expect(adoptionSchema.parse(adoption)).toEqual(adoption)
  })

  it.each([
    { kind: 'builtIn', risk: 'balanced', state: 'postQt', conviction: 0.35 },
    { kind: 'blend', risk: 'balanced', share: 3000, conviction: 2 },
    { kind: 'measured', risk: 'balanced', state: 'postQt', friday: '2026-08-21', conviction: 1 },
  ])('takes a source with its conviction: %j', (source) => {
    expect(adoptionSchema.safeParse({ ...adoption, source }).success).toBe(true)
  })

  it.each([
    { source: { kind: 'builtIn', risk: 'reckless', state: 'postQt' } },
    { source: { kind: 'blend', risk: 'balanced', share: 10_001 } },
    { source: { kind: 'holdings', extra: 1 } },
    { source: { kind: 'builtIn', risk: 'balanced', state: 'postQt', conviction: 0.51 } },
    { source: { kind: 'builtIn', risk: 'balanced', state: 'postQt', conviction: 2.05 } },
    { source: { kind: 'measured', risk: 'balanced', state: 'postQt', friday: '2026-08-21', score: 1 } },
    { bands: { ...DEFAULT_BANDS, tech: { rule: 'relative', percent: 12.5 } } },
    { bands: { ...DEFAULT_BANDS, tech: { rule: 'absolute', halfWidth: -1 } } },
    { destination: 'moon' },
    { replaces: undefined },
    { userId: id },
  ])('is refused with %j', (wrong) => {
    expect(adoptionSchema.safeParse({ ...adoption, ...wrong }).success).toBe(false)
  })
})
