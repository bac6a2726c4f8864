import { describe, expect, it } from 'vitest'
import { ASSET_CLASSES, isWhole, weights } from '@/lib/core/asset-class'
import { longBondPercent, readMix } from '@/lib/core/directory/mixes'
import { readTable } from '@/lib/core/directory/table'

describe('longBondPercent', () => {
  it('goes through cash, the aggregate and long Treasuries', () => {
    expect([0, 2, 4, 6, 7, 8, 12, 14, 16, 24].map(longBondPercent)).toEqual([0, 11, 21, 32, 39, 46, 73, 86, 100, 100])
  })

  it('never falls as duration rises', () => {
    const percents = Array.from({ length: 31 }, (_, years) => longBondPercent(years))
    expect(percents).toEqual([...percents].sort((a, b) => a - b))
  })
})

describe('readMix', () => {
  it('reads a class, a bond fund and a mixture', () => {
    expect(readMix('tech')).toEqual(weights({ tech: 10_000 }))
    expect(readMix('bond6')).toEqual(weights({ longBonds: 3_200, moneyFunds: 6_800 }))
    expect(readMix(' 40 growth 60 bond3 ')).toEqual(weights({ growth: 4_000, longBonds: 1_000, moneyFunds: 5_000 }))
  })

  it('gives the rest of rounding by largest remainder', () => {
    const split = readMix('33 us 33 international 34 bond7')
    expect(isWhole(split)).toBe(true)
    expect(ASSET_CLASSES.every((c) => split[c] % 100 === 0)).toBe(true)
  })

  it.each([
    '',
    '50',
    '60 us',
    '60 us 30 bond6',
    '101 us',
    '-10 us 110 tech',
    '50.5 us 49.5 tech',
    'bonds',
    'toString',
    'x us',
  ])('refuses "%s"', (text) => {
    expect(() => readMix(text)).toThrow()
  })
})

describe('readTable', () => {
  it('puts rows under the mix above them', () => {
    const rows = readTable('\n# remark\n= tech\nAA First One\nB.C Second\n\n= growth\nX-USD Third\n')
    expect(rows).toEqual([
      { symbol: 'AA', name: 'First One', split: weights({ tech: 10_000 }) },
      { symbol: 'B.C', name: 'Second', split: weights({ tech: 10_000 }) },
      { symbol: 'X-USD', name: 'Third', split: weights({ growth: 10_000 }) },
    ])
  })

  it.each(['AA Before any mix', '= tech\nlower Case', '= tech\nAA'])('refuses %j', (text) => {
    expect(() => readTable(text)).toThrow(/Not a row/)
  })
})
