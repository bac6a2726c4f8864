import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEGS, type Leg, type LegReading } from '@/lib/core/regime'
import { LEG_RULES, scale, unscale } from '@/lib/core/regime/leg-rules'
import { isMeasured, scoreOf } from '@/lib/core/regime/score'

const MISSING: LegReading = { raw: null, scaled: null, date: null, status: 'missing' }
const used = (scaled: number): LegReading => ({ raw: 0, scaled, date: null, status: 'used' })
const readings = (values: Partial<Record<Leg, number>>): Record<Leg, LegReading> => {
  const of = (leg: Leg): LegReading => {
    const value = values[leg]
    return value === undefined ? MISSING : used(value)
  }
  return { bs: of('bs'), rate: of('rate'), exp: of('exp'), res: of('res'), fund: of('fund') }
}

describe('scoreOf', () => {
  it('weighs the five legs and the two axes', () => {
    const { score, liquidity, rates, coverage } = scoreOf(readings({ bs: 1, rate: 0, exp: 0.5, res: 0, fund: 1 }))
    expect([score, liquidity, rates, coverage]).toEqual([0.5, 30 / 45, 10 / 45, 1])
    expect(LEGS.reduce((sum, leg) => sum + LEG_RULES[leg].weight, 0)).toBe(100)
  })

  it('never leaves the hull of the legs at hand when one is missing', () => {
    const leg = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined })
    fc.assert(
      fc.property(
        fc.record({ bs: leg, rate: leg, exp: leg, res: leg, fund: leg }),
        fc.constantFrom(...LEGS),
        (all, gone) => {
          const { score } = scoreOf(readings({ ...all, [gone]: undefined }))
          const others = LEGS.filter((name) => name !== gone).flatMap((name) => all[name] ?? [])
          if (score === null) return expect(others).toEqual([])
          expect(score).toBeGreaterThanOrEqual(Math.min(...others) - 1e-12)
          expect(score).toBeLessThanOrEqual(Math.max(...others) + 1e-12)
        },
      ),
    )
  })

  it.each([
    [['bs', 'rate'], false],
    [['bs', 'rate', 'fund'], true],
    [['bs', 'exp', 'res', 'fund'], false],
    [['rate', 'exp', 'res', 'fund'], false],
  ] as const)('%j at hand: measured is %s', (legs, measured) => {
    expect(isMeasured(readings(Object.fromEntries(legs.map((leg) => [leg, 0.5]))))).toBe(measured)
  })
})

describe('scale', () => {
  it.each([
    ['bs', -8, 8],
    ['rate', 100, -100],
    ['exp', 100, -100],
    ['res', -3, 3],
    ['fund', 15, -15],
  ] as const)('%s goes from %d to %d, and no further', (leg, tightening, easing) => {
    const step = (easing - tightening) / 4
    expect([-1, 0, 1, 3, 4, 5].map((n) => scale(leg, tightening + n * step))).toEqual([0, 0, 0.25, 0.75, 1, 1])
    expect(unscale(leg, scale(leg, tightening + step))).toBe(tightening + step)
  })
})
