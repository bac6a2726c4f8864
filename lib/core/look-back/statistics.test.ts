import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharpeDifference } from '@/lib/core/look-back/sharpe-difference'
import { monthlySharpe, statisticsOf } from '@/lib/core/look-back/statistics'

describe('statistics of monthly returns', () => {
  it('are annualised', () => {
    const returns = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 0.03 : -0.01))
    const money = new Array<number>(24).fill(0.002)
    const s = statisticsOf(returns, new Array<number>(24).fill(0.05), money)
    expect(s.annualReturn).toBeCloseTo((1.03 * 0.99) ** 6 - 1, 12)
    expect(s.volatility).toBeCloseTo(0.02 * Math.sqrt((24 / 23) * 12), 12)
    expect(s.sharpe).toBeCloseTo((0.008 * 12) / (0.02 * Math.sqrt((24 / 23) * 12)), 12)
    expect(s.maxDrawdown).toBeCloseTo(0.01, 12)
    expect(s.turnover).toBeCloseTo(0.6, 12)
  })

  it('measure the deepest fall from any peak, the start included', () => {
    expect(statisticsOf([-0.5, 1, 0.5, -0.1, -0.1], [], null).maxDrawdown).toBeCloseTo(0.5, 12)
    expect(statisticsOf([0.5, -0.1, -0.1, 0.5, -0.15], [], null).maxDrawdown).toBeCloseTo(0.19, 12)
  })

  it('have no Sharpe ratio without a money-market return or without spread', () => {
    expect(statisticsOf([0.01, 0.02], [], null).sharpe).toBeNull()
    expect(monthlySharpe([0.01, 0.01, 0.01])).toBeNull()
  })
})

describe('the difference of two Sharpe ratios', () => {
  const returns = fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 30, maxLength: 30 })

  it('is none between a list and itself, and turns its sign when the two change places', () => {
    fc.assert(
      fc.property(returns, returns, (a, b) => {
        const [there, back] = [sharpeDifference(a, b), sharpeDifference(b, a)]
        expect(sharpeDifference(a, a)?.difference ?? 0).toBe(0)
        if (!there || !back) return
        expect(there.difference).toBeCloseTo(-back.difference, 9)
        expect(there.standardError).toBeCloseTo(back.standardError, 9)
      }),
    )
  })

  // Two uncorrelated lists of n months with monthly ratios 0 have a standard error of √(2/n); n = 4 patterns repeated.
  it('has the standard error of Memmel’s formula', () => {
    const repeat = (pattern: number[]) => Array.from({ length: 100 }, (_, i) => pattern[i % 4] as number)
    const difference = sharpeDifference(repeat([1, -1, 1, -1]), repeat([1, 1, -1, -1]))
    expect(difference?.standardError).toBeCloseTo(Math.sqrt(2 / 100) * Math.sqrt(12), 12)
    const shifted = sharpeDifference(repeat([1.1, -0.9, 1.1, -0.9]), repeat([1, 1, -1, -1]))
    expect(shifted).toMatchObject({ addedValue: 'notSignificant' })
    expect(shifted?.difference).toBeCloseTo(0.1 * Math.sqrt((99 / 100) * 12), 9)
  })

  it('counts as none within the margin, however sure', () => {
    const base = Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 0.02 : -0.02))
    const hair = base.map((value) => value + 0.0001)
    expect(sharpeDifference(hair, base)).toMatchObject({ addedValue: 'none' })
  })
})
