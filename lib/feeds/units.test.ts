import { describe, expect, it } from 'vitest'
import { Pace } from '@/lib/feeds/pace'
import { scaled, unitFactor } from '@/lib/feeds/units'

describe('unitFactor', () => {
  it.each([
    ['Millions of U.S. Dollars', 'millionsOfDollars', 1],
    ['Billions of U.S. Dollars', 'millionsOfDollars', 1000],
    ['Billions of US Dollars', 'billionsOfDollars', 1],
    ['Millions of US Dollars', 'billionsOfDollars', 0.001],
    ['Percent', 'percent', 1],
    ['Thousands of Persons', 'thousands', 1],
    ['Thousands of Units', 'thousands', 1],
    ['Index 1982-1984=100', 'index', 1],
    ['Trillions of U.S. Dollars', 'millionsOfDollars', null],
    ['Percent', 'millionsOfDollars', null],
    ['Millions of U.S. Dollars', 'percent', null],
    ['', 'index', null],
  ] as const)('%j in our %s', (said, ours, factor) => {
    expect(unitFactor(said, ours)).toBe(factor)
  })
})

it('a multiplication leaves no dust', () => {
  expect(scaled(940.123, 1000)).toBe(940_123)
  expect(scaled(4.1, 1)).toBe(4.1)
})

describe('Pace', () => {
  it('holds back what would be too many in any minute', () => {
    const pace = new Pace(3)
    expect([0, 10, 20, 30, 40].map((now) => pace.take(now))).toEqual([0, 0, 0, 59_970, 59_970])
    expect([60_035, 60_040].map((now) => pace.take(now))).toEqual([0, 59_960])
    expect(pace.take(300_000)).toBe(0)
  })
})
