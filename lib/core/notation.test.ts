import { describe, expect, it } from 'vitest'
import { weights } from '@/lib/core/asset-class'
import { notate } from '@/lib/core/notation'
import { ONE } from '@/lib/core/units'

describe('notate', () => {
  it('reads accounts, holdings, splits, marks and lots', () => {
    const snapshot = notate(`
      taxable taxable cash 1234.50 reserve 1000
      VTI growth:65,tech:35 10.5 @ 250.25 on 2026-11-19 unit 0.001 locked lot 4 @ 120 2020-01-02 lot 6.5 @ 300 2026-02-03
      ira deferred; XYZ ? 3 @ ?`)
    expect(snapshot.accounts).toEqual([
      { id: 'taxable', name: 'taxable', tax: 'taxable', cash: 123_450n, reserve: 100_000n },
      { id: 'ira', name: 'ira', tax: 'deferred', cash: 0n, reserve: 0n },
    ])
    expect(snapshot.holdings[0]).toMatchObject({
      id: 'taxable/VTI',
      split: weights({ growth: 6_500, tech: 3_500 }),
      quantity: (ONE * 21n) / 2n,
      unit: ONE / 1_000n,
      price: (ONE * 1001n) / 4n,
      pricedOn: '2026-11-19',
      locked: true,
      lots: [
        { id: 'taxable/VTI/1', quantity: 4n * ONE, unitCost: 120n * ONE, acquired: '2020-01-02' },
        { id: 'taxable/VTI/2', acquired: '2026-02-03' },
      ],
    })
    expect(snapshot.holdings[1]).toMatchObject({ accountId: 'ira', split: null, price: null, locked: false })
  })

  it.each([
    'VTI growth 1 @ 1',
    'ira deferred cash x',
    'ira deferred; VTI growth:50 1 @ 1',
    'ira deferred; VTI growth 1 at 1',
  ])('refuses %j', (text) => {
    expect(() => notate(text)).toThrow()
  })
})
