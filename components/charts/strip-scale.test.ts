import { describe, expect, it } from 'vitest'
import { placeOn, stripScale } from '@/components/charts/strip-scale'
import { compare } from '@/lib/core/drift'
import { regimePair } from '@/lib/core/models'
import { notate } from '@/lib/core/notation'
import { DEFAULT_BANDS } from '@/lib/core/targets'
import { breakdown } from '@/lib/core/valuation'

const regimes = regimePair('balanced')
const scaleOf = (text: string, target = true) => {
  const adopted = { weights: regimes.postQt, bands: DEFAULT_BANDS, destination: 'target' as const }
  return stripScale(compare(breakdown(notate(text)), regimes, target ? adopted : null).rows)
}

describe('stripScale', () => {
  it('reaches from zero over the highest mark in round steps', () => {
    // The band of growth stocks ends at 44 %.
    expect(scaleOf('ira deferred cash 100')).toEqual({
      from: 0,
      to: 10_000,
      ticks: [0, 2_000, 4_000, 6_000, 8_000, 10_000],
    })
    expect(scaleOf('ira deferred cash 40; A growth 1 @ 40; B tech 1 @ 20')).toMatchObject({ from: 0, to: 5_000 })
    expect(scaleOf('ira deferred', false)).toMatchObject({ from: 0, to: 4_000 })
  })

  it('reaches below zero under an overdraft, and far out on borrowed money', () => {
    expect(scaleOf('ira deferred cash -20; A growth 1 @ 120')).toMatchObject({ from: -5_000, to: 15_000 })
    const far = scaleOf('ira deferred cash -900; A growth 1 @ 1000')
    expect([far.from, far.to]).toEqual([-100_000, 100_000])
    expect(far.ticks.length).toBeLessThanOrEqual(7)
  })

  it('places a value between the ends', () => {
    expect(placeOn({ from: -1_000, to: 3_000, ticks: [] }, 0)).toBe('25.000%')
  })
})
